package org.chancery.app.telling;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.chancery.app.question.LedgerQuestion;
import org.chancery.app.question.LedgerQuestion.AsKnown;
import org.chancery.app.question.LedgerQuestion.Two;
import org.chancery.app.question.NotUnderstoodException;

/**
 * A question answered.
 *
 * @param lines in sentences; what the ledger is silent about is not on record, and never "no"
 * @param answers what the API answered to it, in the order in which it was asked
 */
public record QuestionAnswer(List<CitedLine> lines, List<LedgerAnswer> answers) {

  /** Answers a question; fails where a name in it is nobody's, or may be several's. */
  public static QuestionAnswer to(AsKnown asked, LedgerAnswer.Source ledger) {
    Inquiry inquiry = new Inquiry(ledger, asked.knownAt());
    switch (asked.question()) {
      case LedgerQuestion.Whereabouts(var official, var on) ->
          Journeys.where(inquiry, official, on);
      case LedgerQuestion.TripTo trip -> Journeys.trip(inquiry, trip);
      case LedgerQuestion.Encounters(var who, var since) -> Contacted.since(inquiry, who, since);
      case LedgerQuestion.MeetingOf meeting -> Contacted.firstOrLast(inquiry, meeting);
      case LedgerQuestion.Holders(var office, var on) -> Incumbents.of(inquiry, office, on);
      case LedgerQuestion.HeadOfMission mission -> Incumbents.of(inquiry, mission);
      case LedgerQuestion.StatusOf status -> status(inquiry, status);
    }
    return inquiry.answer();
  }

  private static void status(Inquiry inquiry, LedgerQuestion.StatusOf asked) {
    NameLookup names = inquiry.names();
    Both both =
        both(
            asked.of(),
            two ->
                new Both(names.party(two.one(), asked.on()), names.party(two.other(), asked.on())));
    LedgerAddress relationship =
        LedgerAddress.of("relationships", both.one().id(), both.other().id())
            .with("on", asked.on());
    LedgerAnswer answer = inquiry.ask(relationship);
    var brief = inquiry.ask(relationship.under("explanation")).json().path("answer");
    String on = LedgerAnswer.text(answer.json().path("asOf"), "on");
    inquiry.say(
        "%s and %s on %s: %s."
            .formatted(
                both.one().name(),
                both.other().name(),
                on,
                ShownAnswer.state(
                    LedgerAnswer.text(answer.json(), "status"), answer.json().path("between"))),
        LedgerAnswer.entries(brief));
    String says = LedgerAnswer.text(brief, "says");
    if (!says.isEmpty()) {
      inquiry.say("In full: " + says + ".");
    }
  }

  /** The two whom a question means. */
  record Both(NameLookup.Who one, NameLookup.Who other) {}

  /** The two by the one way of parting their names in which both are known. */
  static Both both(List<Two> ways, Function<Two, Both> lookup) {
    List<Both> known = new ArrayList<>();
    List<NotUnderstoodException> faults = new ArrayList<>();
    for (Two way : ways) {
      try {
        known.add(lookup.apply(way));
      } catch (NotUnderstoodException fault) {
        faults.add(fault);
      }
    }
    if (known.size() == 1) {
      return known.getFirst();
    }
    throw known.isEmpty() && faults.size() == 1
        ? faults.getFirst()
        : new NotUnderstoodException(
            known.isEmpty()
                ? faults.getFirst().getMessage()
                    + "; put a name that has an 'and' into quotation marks"
                : "'and' may part these names in several ways: put them into quotation marks");
  }
}
