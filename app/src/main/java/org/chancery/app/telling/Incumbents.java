package org.chancery.app.telling;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chancery.app.question.LedgerQuestion.HeadOfMission;
import org.chancery.app.question.NotUnderstoodException;
import org.chancery.app.telling.NameLookup.Who;
import org.chancery.query.official.OfficeAttributes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Who was in an office, or headed a mission. */
final class Incumbents {
  private static final String OF = " of ";
  private static final int FEW = 5;

  private Incumbents() {}

  /** An office, and whose it is where that is said. */
  private record Office(String name, @Nullable Who party, LedgerAnswer holders) {
    String told() {
      return party == null ? name : name + OF + party.name();
    }
  }

  /** Somebody in an office. */
  private record Holding(String text, String held, List<Long> entries) {}

  static void of(Inquiry inquiry, String asked, LocalDate on) {
    Office office = office(inquiry, asked, on);
    List<Holding> all =
        office.holders().items().flatMap(official -> holdings(office, official).stream()).toList();
    List<Holding> sure = held(all, "yes");
    List<Holding> open = held(all, "indeterminate");
    List<Holding> unknown = held(all, "unknown");
    if (sure.isEmpty()) {
      inquiry.say(
          open.isEmpty()
              ? "Who was %s on %s is not on record.".formatted(office.told(), on)
              : "Who was %s on %s is not certain; the dates on record leave it open:"
                  .formatted(office.told(), on));
    }
    sure.forEach(one -> inquiry.say("On %s %s.".formatted(on, one.text()), one.entries()));
    open.forEach(one -> inquiry.sayUnder("perhaps " + one.text(), one.entries()));
    if (!unknown.isEmpty()) {
      inquiry.say("Attested in it on other days alone, so that it is unknown of this one:");
      unknown.stream().limit(FEW).forEach(one -> inquiry.sayUnder(one.text(), one.entries()));
    }
    long more = office.holders().more() + Math.max(0, unknown.size() - FEW);
    if (more > 0) {
      inquiry.say("and %d more.".formatted(more));
    }
  }

  private static List<Holding> held(List<Holding> all, String held) {
    return all.stream().filter(one -> one.held().equals(held)).toList();
  }

  private static List<Holding> holdings(Office office, JsonNode official) {
    return LedgerAnswer.each(official.path("holds"))
        .filter(held -> OfficeAttributes.isCalled(LedgerAnswer.text(held, "office"), office.name()))
        .filter(
            held ->
                office.party() == null
                    || office.party().id().equals(LedgerAnswer.text(held, "party")))
        .map(
            held ->
                new Holding(
                    "%s was %s of %s"
                        .formatted(
                            LedgerAnswer.text(official, "name"),
                            LedgerAnswer.text(held, "office"),
                            office.holders().name(LedgerAnswer.text(held, "party"))),
                    LedgerAnswer.text(held, "held"),
                    LedgerAnswer.entries(held)))
        .toList();
  }

  /** The whole may be an office; else what stands before an "of" is, and after it a party. */
  private static Office office(Inquiry inquiry, String asked, LocalDate on) {
    String bare = asked.replaceFirst("(?i)^the\\s+", "");
    List<NotAnsweredException> faults = new ArrayList<>();
    Optional<Office> whole = office(inquiry, bare, null, on, faults);
    if (whole.isPresent()) {
      return whole.get();
    }
    String lower = bare.toLowerCase(Locale.ROOT);
    for (int at = lower.lastIndexOf(OF); at > 0; at = lower.lastIndexOf(OF, at - 1)) {
      String party = bare.substring(at + OF.length());
      Optional<Office> office = office(inquiry, bare.substring(0, at), party, on, faults);
      if (office.isPresent()) {
        return office.get();
      }
    }
    List<String> near =
        faults.stream()
            .flatMap(fault -> fault.suggestions().stream())
            .distinct()
            .limit(FEW)
            .toList();
    throw new NotUnderstoodException(
        "no office '%s' is on record%s"
            .formatted(
                bare,
                near.isEmpty() ? "" : "; did you mean %s?".formatted(String.join(" or ", near))));
  }

  private static Optional<Office> office(
      Inquiry inquiry,
      String office,
      @Nullable String party,
      LocalDate on,
      List<NotAnsweredException> faults) {
    LedgerAddress address = LedgerAddress.of("officials").with("office", office).with("on", on);
    try {
      if (party == null) {
        return Optional.of(new Office(office, null, inquiry.list(address)));
      }
      inquiry.peek(address.with("limit", 1));
      Who whose = inquiry.names().party(party, on);
      return Optional.of(
          new Office(office, whose, inquiry.list(address.with("party", whose.id()))));
    } catch (NotAnsweredException unknown) {
      if (!unknown.code().equals("UNKNOWN_NAME")) {
        throw unknown;
      }
      faults.add(unknown);
      return Optional.empty();
    }
  }

  static void of(Inquiry inquiry, HeadOfMission asked) {
    Who sending = inquiry.names().party(asked.sending(), asked.on());
    Who receiving = inquiry.names().party(asked.receiving(), asked.on());
    LedgerAnswer answer =
        inquiry.ask(
            LedgerAddress.of("missions", sending.id(), receiving.id()).with("on", asked.on()));
    JsonNode mission = answer.json();
    String what = "the mission of %s to %s".formatted(sending.name(), receiving.name());
    List<JsonNode> heads = LedgerAnswer.each(mission.path("heads")).toList();
    if (LedgerAnswer.text(mission, "headed").equals("yes") && heads.size() == 1) {
      JsonNode head = heads.getFirst();
      inquiry.say(
          "On %s %s headed %s.".formatted(asked.on(), head(answer, head), what),
          LedgerAnswer.entries(head));
    } else if (heads.isEmpty()) {
      inquiry.say("Who headed %s on %s is not on record.".formatted(what, asked.on()));
    } else {
      inquiry.say("Who headed %s on %s is not certain; perhaps:".formatted(what, asked.on()));
      heads.forEach(head -> inquiry.sayUnder(head(answer, head), LedgerAnswer.entries(head)));
    }
    others(inquiry, answer, "Designated", mission.path("designated"));
    others(inquiry, answer, "Before", mission.path("predecessor"));
    others(inquiry, answer, "Before, perhaps", mission.path("possiblePredecessors"));
    others(inquiry, answer, "After", mission.path("successor"));
    others(inquiry, answer, "After, perhaps", mission.path("possibleSuccessors"));
  }

  private static void others(Inquiry inquiry, LedgerAnswer answer, String label, JsonNode terms) {
    List<JsonNode> all =
        terms.isArray()
            ? LedgerAnswer.each(terms).toList()
            : terms.isObject() ? List.of(terms) : List.of();
    all.forEach(
        term -> inquiry.say(label + ": " + head(answer, term) + ".", LedgerAnswer.entries(term)));
  }

  /** "John F. Tefft (Ambassador; credentials presented 2014-11-19, functions ended 2017-09-28)". */
  private static String head(LedgerAnswer answer, JsonNode term) {
    String official = LedgerAnswer.text(term, "official");
    String name = official.isEmpty() ? LedgerAnswer.text(term, "name") : answer.name(official);
    String steps =
        LedgerAnswer.each(term.path("steps"))
            .map(
                step ->
                    "%s %s"
                        .formatted(
                            LedgerAnswer.text(step, "step").replace('-', ' '),
                            LedgerAnswer.text(step, "on")))
            .collect(Collectors.joining(", "));
    String rank = LedgerAnswer.text(term, "rank");
    String told = rank.isEmpty() || steps.isEmpty() ? rank + steps : rank + "; " + steps;
    return told.isEmpty() ? name : "%s (%s)".formatted(name, told);
  }
}
