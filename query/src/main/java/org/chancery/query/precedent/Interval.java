package org.chancery.query.precedent;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.query.meeting.Began;
import org.chancery.query.meeting.CandidateMeeting;
import org.jspecify.annotations.Nullable;

/** How many days lie between the beginnings of two contacts, as far as their dates tell. */
record Interval(long atLeast, long atMost) {

  /** From the last contact before it to what comes after it; null where there surely is none. */
  static @Nullable Interval between(List<CandidateMeeting> contacts, Began after) {
    List<CandidateMeeting> earlier =
        contacts.stream()
            .filter(contact -> !contact.began().earliest().isAfter(after.latest()))
            .toList();
    return earlier.stream()
        .map(contact -> contact.began().latest())
        .max(Comparator.naturalOrder())
        .map(last -> new Interval(shortest(last, after), longest(earlier, after)))
        .orElse(null);
  }

  /** The same where so many meetings that may be contacts, and later ones, were not searched. */
  Interval given(long unsearched) {
    return unsearched == 0 ? this : new Interval(0, atMost);
  }

  private static long shortest(LocalDate last, Began after) {
    return Math.max(0, ChronoUnit.DAYS.between(last, after.earliest()));
  }

  /**
   * The longer the later it came after, until one more contact surely lies before it: it is longest
   * on the last day of all, or on the last on which some contact may have come after it.
   */
  private static long longest(List<CandidateMeeting> contacts, Began after) {
    return Stream.concat(
            Stream.of(after.latest()),
            contacts.stream()
                .filter(CandidateMeeting::sure)
                .map(contact -> contact.began().latest())
                .filter(day -> !day.isBefore(after.earliest()) && day.isBefore(after.latest())))
        .distinct()
        .flatMap(day -> floor(contacts, day).map(floor -> ChronoUnit.DAYS.between(floor, day)))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** The earliest day on which the last contact before the day may have been. */
  private static Stream<LocalDate> floor(List<CandidateMeeting> contacts, LocalDate day) {
    return contacts.stream()
        .filter(contact -> contact.sure() && contact.began().surelyBefore(day))
        .map(contact -> contact.began().earliest())
        .max(Comparator.naturalOrder())
        .or(
            () ->
                contacts.stream()
                    .map(contact -> contact.began().earliest())
                    .filter(first -> !first.isAfter(day))
                    .min(Comparator.naturalOrder()))
        .stream();
  }

  @Override
  public String toString() {
    return atLeast == atMost
        ? "%d days".formatted(atLeast)
        : "%d to %d days".formatted(atLeast, atMost);
  }
}
