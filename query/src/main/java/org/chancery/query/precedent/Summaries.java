package org.chancery.query.precedent;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.chancery.query.precedent.PrecedentsView.Count;
import org.chancery.query.relationship.Contact;
import org.jspecify.annotations.Nullable;

/** Says what was found in a sentence or two, and always that it is so in this ledger. */
final class Summaries {
  private static final int FEW = 5;

  private Summaries() {}

  static String of(
      Between two,
      LocalDate before,
      Count count,
      Occurrence first,
      Occurrence last,
      @Nullable Interval since) {
    String who = "between %s before %s".formatted(two.names(), before);
    if (last.contact() == null && last.candidates().isEmpty()) {
      return "No contact %s is in this ledger.".formatted(who);
    }
    return "%s %s in this ledger. First: %s. Last: %s%s."
        .formatted(
            number(count),
            who,
            orNone(first),
            orNone(last),
            since == null ? "" : ", %s earlier".formatted(since));
  }

  /** Of a meeting that is what was looked from. */
  static String before(Between two, String kind, Occurrence before, @Nullable Interval since) {
    String what = "contact of %s%s in this ledger".formatted(two.names(), kind);
    return switch (before.certainty()) {
      case NONE -> "The first %s.".formatted(what);
      case CERTAIN, UNCERTAIN ->
          before.contact() == null
              ? "Perhaps the first %s.".formatted(what)
              : "The first %s since %s%s."
                  .formatted(
                      what, told(before), since == null ? "" : ", %s earlier".formatted(since));
      case INDETERMINATE ->
          before.perhapsNone()
              ? "Perhaps the first %s: the dates leave open whether %s came before."
                  .formatted(what, told(before))
              : "Not the first %s; the one before it was %s.".formatted(what, told(before));
    };
  }

  private static String number(Count count) {
    String atMost = count.atMost() == 1 ? "1 contact" : count.atMost() + " contacts";
    return count.atLeast() == count.atMost()
        ? atMost
        : "%d to %s".formatted(count.atLeast(), atMost);
  }

  private static String orNone(Occurrence finding) {
    return finding.contact() == null && finding.perhapsNone()
        ? told(finding) + ", or none"
        : told(finding);
  }

  private static String told(Occurrence finding) {
    if (finding.contact() != null) {
      return told(finding.contact());
    }
    List<Contact> candidates = finding.candidates();
    int more = finding.more() + Math.max(0, candidates.size() - FEW);
    return candidates.stream().limit(FEW).map(Summaries::told).collect(Collectors.joining(" or "))
        + (more == 0 ? "" : " or one of %d more".formatted(more));
  }

  private static String told(Contact contact) {
    return "%s (%s)".formatted(contact.date(), contact.meeting());
  }
}
