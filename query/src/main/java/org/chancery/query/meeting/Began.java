package org.chancery.query.meeting;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.chancery.query.asof.AsOf;
import org.chancery.shared.time.EdtfSpan;

/**
 * When a meeting began: on one unknown day between the two, both included.
 *
 * @param earliest the first on which it may have
 * @param latest the last on which it may have
 */
public record Began(LocalDate earliest, LocalDate latest) {

  /** As its date alone tells it. */
  public static Began of(EdtfSpan date) {
    return new Began(date.earliest(), date.begunBy());
  }

  /** The same of one that was held: it had begun by the day on which that was recorded. */
  public static Began held(EdtfSpan heldOn, AsOf asOf) {
    Began told = of(heldOn);
    if (asOf.knownAt() == null) {
      return told;
    }
    LocalDate known = LocalDate.ofInstant(asOf.knownAt(), ZoneOffset.UTC);
    boolean narrows = known.isBefore(told.latest) && !known.isBefore(told.earliest);
    return narrows ? new Began(told.earliest, known) : told;
  }

  /** Where it was from the first to the last day, both included; none where that cannot be. */
  public Optional<Began> within(LocalDate first, LocalDate last) {
    LocalDate from = earliest.isBefore(first) ? first : earliest;
    LocalDate to = latest.isAfter(last) ? last : latest;
    return from.isAfter(to) ? Optional.empty() : Optional.of(new Began(from, to));
  }

  /** From the first day on which either may have been to the last. */
  public Began or(Began other) {
    return new Began(
        earliest.isBefore(other.earliest) ? earliest : other.earliest,
        latest.isAfter(other.latest) ? latest : other.latest);
  }

  public boolean surelyBefore(LocalDate day) {
    return latest.isBefore(day);
  }

  public boolean perhapsBefore(LocalDate day) {
    return earliest.isBefore(day);
  }

  public boolean surelyBefore(Began other) {
    return latest.isBefore(other.earliest);
  }

  /** True also where both began on the same day, for the order within a day is not known. */
  public boolean perhapsBefore(Began other) {
    return !earliest.isAfter(other.latest);
  }
}
