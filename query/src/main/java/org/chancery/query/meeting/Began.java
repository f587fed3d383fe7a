package org.chancery.query.meeting;

import java.time.LocalDate;
import java.util.Optional;
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

  public boolean surelyBefore(Began other) {
    return latest.isBefore(other.earliest);
  }
}
