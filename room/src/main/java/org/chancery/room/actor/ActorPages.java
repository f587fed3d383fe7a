package org.chancery.room.actor;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.chancery.room.concept.Disputes;
import org.chancery.room.concept.Evidence;
import org.chancery.room.concept.Steps;
import org.chancery.room.listing.ConceptTitle;
import org.chancery.room.listing.ListRows;
import org.chancery.room.question.Asked;
import org.chancery.room.question.Questions;
import org.chancery.room.sheet.OtherForms;
import org.chancery.room.sheet.Press;
import org.chancery.room.sheet.Sheet;
import org.chancery.room.sheet.Sheet.Form;
import org.chancery.room.sheet.Stops;
import org.chancery.room.value.FieldWords;
import org.chancery.room.value.Links;
import org.chancery.room.value.Shown.Field;
import org.chancery.room.value.Shown.Grid;
import org.chancery.room.value.ValueReader;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The pages of a party, of an official, and of a mission. */
@RestController
@Hidden
class ActorPages {
  private static final String MANY = "500";

  /** What a mission's page tells in its table. */
  private static final Set<String> OF_HEADS =
      Set.of(
          "mission",
          "heads",
          "designated",
          "predecessor",
          "successor",
          "possiblePredecessors",
          "possibleSuccessors");

  private final Questions questions;

  ActorPages(Questions questions) {
    this.questions = questions;
  }

  @GetMapping(path = "/parties/{id}", produces = Press.TYPE)
  ResponseEntity<String> party(HttpServletRequest request) {
    Asked asked = questions.of(request);
    String id = asked.answer().path("party").asString("");
    Parts parts = new Parts(asked, Sheet.links(request));
    ValueReader reader = ValueReader.of(asked.answer(), Sheet.links(request));
    parts.add("Names over time", reader.grid("called", asked.answer().path("called")));
    parts.add("Relations with others", "relationships", "party", id);
    parts.add("Who came", "visits", "host", id);
    parts.add("Who went", "visits", "country", id);
    parts.add("Trips to it", "trips", "country", id);
    parts.add("Meetings", "meetings", "party", id);
    parts.add("Meetings from which it was left out", "meetings", "excluded", id);
    parts.add("Conferences", "conferences", "party", id);
    parts.add("Agreements", "agreements", "party", id);
    parts.add("Sanctions", "sanctions", "party", id);
    parts.add("Missions", "missions", "party", id);
    parts.add("Statements", "statements", "party", id);
    return page("parties", "parties/" + id, "", asked, Set.of("party", "called"), parts, request);
  }

  @GetMapping(path = "/officials/{id}", produces = Press.TYPE)
  ResponseEntity<String> official(HttpServletRequest request) {
    Asked asked = questions.of(request);
    String id = asked.answer().path("official").asString("");
    Parts parts = new Parts(asked, Sheet.links(request));
    ValueReader reader = ValueReader.of(asked.answer(), Sheet.links(request));
    for (String own : List.of("appointments", "attestations")) {
      parts.add(FieldWords.label(own), reader.grid(own, asked.answer().path(own)));
    }
    Grid terms = new ListRows(reader).of("terms", "", asked.answer().path("missions"));
    parts.add(FieldWords.label("missions"), terms);
    parts.count(
        "Days abroad by year",
        List.of("Year", "Days", "First", "Last"),
        "stops",
        "",
        daysAbroad(id));
    parts.map("Stops", id);
    parts.add("Trips", "trips", "official", id);
    parts.count(
        "Whom they met",
        List.of("Official", "Meetings held", "First", "Last"),
        "meetings",
        id,
        met(id));
    parts.add("Meetings", "meetings", "official", id);
    parts.add("Conferences", "conferences", "official", id);
    parts.add("Statements", "statements", "official", id);
    Set<String> leftOut = Set.of("official", "name", "appointments", "attestations", "missions");
    return page("officials", "officials/" + id, abroad(id, asked), asked, leftOut, parts, request);
  }

  private static String[] daysAbroad(String id) {
    return new String[] {
      "official",
      id,
      "status",
      "took-place",
      "measure",
      "days",
      "sort",
      "key",
      "limit",
      MANY,
      "groupBy",
      "year"
    };
  }

  private static String[] met(String id) {
    return new String[] {"official", id, "status", "held", "limit", MANY, "groupBy", "official"};
  }

  private static String abroad(String id, Asked asked) {
    JsonNode days = asked.beside(Questions.path("officials", id, "travel-days"));
    long least = days.path("atLeast").asLong();
    if (days.path("stops").asLong() == 0) {
      return "No trip that took place is on record.";
    }
    String number =
        days.path("atMost").asLong(-1) == least
            ? String.format(Locale.ENGLISH, "%,d", least)
            : days.path("atMost").isNumber()
                ? String.format(Locale.ENGLISH, "%,d to %,d", least, days.path("atMost").asLong())
                : String.format(Locale.ENGLISH, "at least %,d", least);
    long stops = days.path("stops").asLong();
    return String.format(
        Locale.ENGLISH,
        "Abroad on %s days, by %,d %s on record.",
        number,
        stops,
        stops == 1 ? "stop" : "stops");
  }

  @GetMapping(
      path = {"/missions/{sending}/{receiving}", "/missions/{id}"},
      produces = Press.TYPE)
  ResponseEntity<String> mission(HttpServletRequest request) {
    Asked asked = questions.of(request);
    JsonNode mission = asked.answer();
    String sending = mission.path("sending").asString("");
    String receiving = mission.path("receiving").asString("");
    String subject = "missions/" + mission.path("mission").asString("");
    JsonNode heads = asked.beside(Questions.path("missions", sending, receiving, "heads"));
    ValueReader reader = ValueReader.of(heads, Sheet.links(request));
    Parts parts = new Parts(asked, Sheet.links(request));
    parts.add(
        "All who headed it or were to", new ListRows(reader).of("heads", "", heads.path("items")));
    JsonNode explained = Evidence.explanation(asked, subject);
    Links links = Sheet.links(request);
    return page(
        "missions",
        subject,
        Evidence.says(explained),
        asked,
        OF_HEADS,
        parts,
        Evidence.ofSubject(asked, subject, explained, links),
        sheet -> Steps.of(sheet, "missions/" + sending + "/" + receiving, explained, questions),
        request);
  }

  private ResponseEntity<String> page(
      String concept,
      String subject,
      String lead,
      Asked asked,
      Set<String> leftOut,
      Parts parts,
      HttpServletRequest request) {
    Evidence evidence = Evidence.ofSubject(asked, subject, Sheet.links(request));
    return page(
        concept,
        subject,
        lead,
        asked,
        leftOut,
        parts,
        evidence,
        sheet -> Steps.of(sheet, subject, asked, evidence, questions),
        request);
  }

  private static ResponseEntity<String> page(
      String concept,
      String subject,
      String lead,
      Asked asked,
      Set<String> leftOut,
      Parts parts,
      Evidence evidence,
      Function<Sheet, Stops> stops,
      HttpServletRequest request) {
    ValueReader reader = ValueReader.of(asked.answer(), Sheet.links(request));
    String title = new ConceptTitle(asked.answer(), reader).of(concept);
    List<Field> fields =
        reader.fields(asked.answer(), leftOut).stream()
            .filter(field -> !field.label().equals(FieldWords.label("entries")))
            .toList();
    Sheet sheet = Sheet.of(request, asked, FieldWords.sentence(subject.replace("/", " · ")), title);
    return Press.page(
        "actor",
        new ActorSheet(
            sheet.with(further(concept, subject, reader.links())).changingAt(stops.apply(sheet)),
            lead,
            reader.links().cited(asked.entries()),
            fields,
            Disputes.of(asked.answer(), reader),
            parts.all(),
            evidence));
  }

  private static List<Form> further(String concept, String subject, Links links) {
    Form feed = OtherForms.feed(subject, links);
    String id = subject.substring(subject.indexOf('/') + 1);
    return concept.equals("missions")
        ? List.of(feed)
        : List.of(feed, OtherForms.calendar(FieldWords.idOf(concept), List.of(id), links));
  }
}
