package org.chancery.readmodel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/**
 * The point in both times as of which an answer holds.
 *
 * @param on the day in the world (valid time)
 * @param knownAt the instant up to which the ledger's knowledge was used (recorded time); null
 *     where nothing was recorded by then
 * @param position the journal position of that knowledge
 * @param point the name by which that was asked, such as {@code release:travels}; null where it was
 *     asked by no name
 * @param behind the entries up to there that the answer lacks, for a read model could not take them
 *     in; at most a hundred of each model
 */
public record AsOf(
    LocalDate on,
    @Nullable Instant knownAt,
    long position,
    @Nullable String point,
    List<Long> behind) {

  /** A point as of which nothing is known to lack. */
  public AsOf(LocalDate on, @Nullable Instant knownAt, long position) {
    this(on, knownAt, position, null, List.of());
  }

  /** What was known at a position, for who asks for no day. */
  public static AsOf anyDay(long position) {
    return new AsOf(EdtfSpan.BEGINNING, null, position);
  }

  /** The same point, where an answer lacks these entries. */
  public AsOf lacking(List<Long> entries) {
    return new AsOf(on, knownAt, position, point, entries);
  }

  /** The same point, asked by a name. */
  public AsOf named(@Nullable String name) {
    return new AsOf(on, knownAt, position, name, behind);
  }
}
