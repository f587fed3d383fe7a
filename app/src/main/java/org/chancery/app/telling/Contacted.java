package org.chancery.app.telling;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.app.question.LedgerQuestion.End;
import org.chancery.app.question.LedgerQuestion.MeetingOf;
import org.chancery.app.question.NotUnderstoodException;
import org.chancery.app.telling.NameLookup.Who;
import org.chancery.app.telling.QuestionAnswer.Both;
import org.chancery.shared.time.EdtfDate;
import tools.jackson.databind.JsonNode;

/** Whom somebody met. */
final class Contacted {
  private static final String SILENCE =
      "Who is recorded by name alone was not searched for, and what is not in this ledger may have"
          + " been all the same.";
  private static final int MOST = 100;

  private Contacted() {}

  static void since(Inquiry inquiry, String name, EdtfDate since) {
    Who who = inquiry.names().either(name);
    LedgerAnswer meetings =
        inquiry.list(
            LedgerAddress.of("meetings").with(who.parameter(), who.id()).with("from", since));
    List<CitedLine> met =
        meetings
            .items()
            .filter(meeting -> isHeld(meeting) && doubt(meeting, since).isEmpty())
            .map(meeting -> line(meetings, meeting, who, ""))
            .toList();
    List<CitedLine> open =
        meetings
            .items()
            .filter(meeting -> !doubt(meeting, since).isEmpty())
            .map(meeting -> line(meetings, meeting, who, doubt(meeting, since)))
            .toList();
    inquiry.say(
        met.isEmpty()
            ? "Whom %s met since %s is not on record.".formatted(who.name(), since)
            : "On record since %s, %s met:".formatted(since, who.name()));
    inquiry.sayUnder(met.stream().limit(MOST).toList());
    inquiry.sayOpen(open.stream().limit(MOST).toList());
    long more = meetings.more() + Math.max(0, met.size() - MOST) + Math.max(0, open.size() - MOST);
    if (more > 0) {
      inquiry.say(
          "And %d more: chancery show 'meetings?%s=%s&from=%s'"
              .formatted(more, who.parameter(), who.id(), since));
    }
    inquiry.say(SILENCE);
  }

  private static boolean isHeld(JsonNode meeting) {
    return LedgerAnswer.text(meeting, "status").equals("held");
  }

  private static CitedLine line(LedgerAnswer answer, JsonNode meeting, Who who, String doubt) {
    String place =
        meeting.path("place").isObject()
            ? ", in " + ShownAnswer.place(answer, meeting.path("place"))
            : "";
    return CitedLine.of(
        "%s, %s%s (%s, meetings/%s)%s"
            .formatted(
                others(answer, meeting, who),
                date(meeting),
                place,
                LedgerAnswer.text(meeting, "format"),
                LedgerAnswer.text(meeting, "meeting"),
                doubt),
        LedgerAnswer.entries(meeting));
  }

  /** What the record leaves open of a meeting; empty where nothing. */
  private static String doubt(JsonNode meeting, EdtfDate since) {
    return switch (LedgerAnswer.text(meeting, "status")) {
      case "overdue" -> "; planned, and whether they met is not on record";
      case "indeterminate" -> "; whether they met is open";
      case "held" ->
          Inquiry.span(meeting.path("heldOn")).earliest().isBefore(since.earliest())
              ? "; perhaps before, for its date leaves that open"
              : "";
      default -> "";
    };
  }

  /** Who else took part: other people, and the parties of which nobody is named; not their own. */
  static String others(LedgerAnswer answer, JsonNode meeting, Who who) {
    List<JsonNode> people = LedgerAnswer.each(meeting.path("participants")).toList();
    Set<String> told =
        people.stream()
            .filter(one -> !who.isParty() || one.path("party").asString("").equals(who.id()))
            .map(one -> LedgerAnswer.text(one, "party"))
            .collect(Collectors.toSet());
    Stream<String> others =
        people.stream()
            .filter(_ -> !who.isParty())
            .map(one -> one.path("official").asString(LedgerAnswer.text(one, "name")))
            .filter(one -> !one.equals(who.id()));
    Stream<String> parties =
        LedgerAnswer.each(meeting.path("parties"))
            .map(party -> party.asString(""))
            .filter(party -> !told.contains(party) && !party.equals(who.id()));
    String whom =
        Stream.concat(others, parties)
            .filter(one -> !one.isEmpty())
            .map(answer::name)
            .collect(Collectors.joining(", "));
    return whom.isEmpty() ? "others who are not on record" : whom;
  }

  /** When it was held, or is to be. */
  static String date(JsonNode meeting) {
    return meeting.path("heldOn").asString(LedgerAnswer.text(meeting, "scheduledFor"));
  }

  static String word(End end) {
    return end.name().toLowerCase(Locale.ROOT);
  }

  static void firstOrLast(Inquiry inquiry, MeetingOf asked) {
    NameLookup names = inquiry.names();
    Both both =
        QuestionAnswer.both(
            asked.of(), two -> new Both(names.either(two.one()), names.either(two.other())));
    if (both.one().isParty() != both.other().isParty()) {
      throw new NotUnderstoodException(
          "%s and %s are an official and a party: ask of two officials, or of two parties"
              .formatted(both.one().told(), both.other().told()));
    }
    LedgerAnswer answer =
        inquiry.ask(
            LedgerAddress.of("precedents")
                .with(both.one().parameter(), both.one().id())
                .with("with", both.other().id())
                .with("before", asked.before()));
    JsonNode scope = answer.json().path("scope");
    String whose =
        "of %s and %s before %s"
            .formatted(both.one().name(), both.other().name(), LedgerAnswer.text(scope, "before"));
    occurrence(
        inquiry, word(asked.end()), whose, answer.json().path(word(asked.end())), why(answer));
    inquiry.sayOpen(
        LedgerAnswer.each(answer.json().path("overdue"))
            .map(
                each ->
                    CitedLine.of(
                        told(each) + "; planned, and whether they met is not on record",
                        LedgerAnswer.entries(each)))
            .toList());
    inquiry.say(LedgerAnswer.text(scope, "words"));
  }

  /** Why it is uncertain, where the dates do not leave it open. */
  private static String why(LedgerAnswer answer) {
    return answer.json().path("scope").path("meetingsUnsearched").asLong(0) > 0
        ? "; this is uncertain, for people recorded by name alone were not searched for"
        : "; this is uncertain, for of another no outcome is on record";
  }

  private static void occurrence(
      Inquiry inquiry, String which, String whose, JsonNode found, String why) {
    JsonNode contact = found.path("contact");
    String certainty = LedgerAnswer.text(found, "certainty");
    if (contact.isObject()) {
      inquiry.say(
          "The %s meeting %s on record: %s%s."
              .formatted(which, whose, told(contact), certainty.equals("certain") ? "" : why),
          LedgerAnswer.entries(contact));
    } else if (found.path("candidates").isEmpty()) {
      inquiry.say("A meeting %s is not on record.".formatted(whose));
    } else {
      inquiry.say(
          "Which was the %s meeting %s, the dates on record leave open%s:"
              .formatted(
                  which,
                  whose,
                  found.path("perhapsNone").asBoolean(false) ? ", and whether there was one" : ""));
      LedgerAnswer.each(found.path("candidates"))
          .forEach(each -> inquiry.sayUnder(told(each), LedgerAnswer.entries(each)));
      long more = found.path("more").asLong(0);
      if (more > 0) {
        inquiry.say("or one of %d more.".formatted(more));
      }
    }
  }

  private static String told(JsonNode contact) {
    return "%s (%s, meetings/%s)"
        .formatted(
            LedgerAnswer.text(contact, "date"),
            LedgerAnswer.text(contact, "format"),
            LedgerAnswer.text(contact, "meeting"));
  }
}
