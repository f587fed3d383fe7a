package org.chancery.room.entry;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.chancery.journal.json.LedgerJson;
import org.chancery.room.concept.Evidence;
import org.chancery.room.entry.EntrySheet.File;
import org.chancery.room.entry.EntrySheet.Proof;
import org.chancery.room.question.Asked;
import org.chancery.room.question.PageParameter;
import org.chancery.room.question.Questions;
import org.chancery.room.sheet.Press;
import org.chancery.room.sheet.Sheet;
import org.chancery.room.value.DateWords;
import org.chancery.room.value.FieldWords;
import org.chancery.room.value.Links;
import org.chancery.room.value.Shown;
import org.chancery.room.value.Shown.Beside;
import org.chancery.room.value.Shown.Field;
import org.chancery.room.value.Shown.Link;
import org.chancery.room.value.Shown.Stacked;
import org.chancery.room.value.Shown.Text;
import org.chancery.room.value.Shown.Tone;
import org.chancery.room.value.ValueReader;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page of one entry. */
@RestController
@Hidden
class EntryPage {
  private static final JsonMapper JSON = LedgerJson.mapper();
  private final Questions questions;

  EntryPage(Questions questions) {
    this.questions = questions;
  }

  @GetMapping(path = "/entries/{position:\\d{1,18}}", produces = Press.TYPE)
  ResponseEntity<String> one(@PathVariable long position, HttpServletRequest request) {
    return Press.page("entry", sheet(position, questions.of(request), request));
  }

  private static EntrySheet sheet(long position, Asked asked, HttpServletRequest request) {
    JsonNode entry = asked.answer();
    String event = FieldWords.event(entry.path("name").asString(""));
    Sheet sheet = Sheet.ofAllDays(request, asked, "Entry " + position, event);
    ValueReader reader = ValueReader.of(entry, sheet.links());
    String address = entry.path("subject").asString("");
    Evidence chain = Evidence.ofSubject(asked, address.substring("/api/".length()), sheet.links());
    return new EntrySheet(
        sheet,
        chain.said(position),
        new Link(sheet.links().ofAddress(address), address.substring("/api/".length())),
        reader.fields(Evidence.payload(entry), Set.of()),
        amendment(entry, chain, reader),
        ground(entry, reader),
        chain,
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(entry.path("payload")),
        desk(position, entry),
        proof(position, address.substring("/api/".length())));
  }

  private static Proof proof(long position, String subject) {
    String entry = "/api/entries/" + position;
    String export = Links.address("/api/exports", List.of(new PageParameter("subject", subject)));
    return new Proof(
        position,
        List.of(
            new File(
                new Link(export, "An export of all entries on its subject"),
                "what Verify.java checks, from the leaf to the signature"),
            new File(
                new Link("/verify/Verify.java", "Verify.java"),
                "the program, in one file; it needs a JDK and no network"),
            new File(
                new Link(entry + "/proof", "The proof of this entry alone"),
                "a tlog-proof: the path and the signed checkpoint, for tools that read them"),
            new File(
                new Link(entry + "/leaf", "Its leaf, content and salt"),
                "byte for byte as they were hashed"),
            new File(
                new Link("/api/proofs/keys", "The verifier keys that the ledger names"),
                "to be compared with those that others were given")));
  }

  /** What is done to it is done to the one in its place, once there is one. */
  private static List<Link> desk(long position, JsonNode entry) {
    if (entry.path("supersededBy").isNumber()) {
      return List.of();
    }
    String of = "?entry=" + position;
    return List.of(
        new Link("/desk/CorrectEntry" + of, "correct it"),
        new Link("/desk/RetractEntry" + of, "retract it"),
        new Link("/desk/RecordAccount" + of, "record how another source has it"));
  }

  /** What an entry on another entry does to it, and why; nothing of any other. */
  private static List<Field> amendment(JsonNode entry, Evidence chain, ValueReader reader) {
    JsonNode payload = entry.path("payload");
    if (!payload.path("entry").isNumber()) {
      return List.of();
    }
    List<Field> fields = new ArrayList<>();
    for (String name : List.of("entry", "account", "reason")) {
      if (payload.has(name)) {
        fields.add(new Field(FieldWords.label(name), reader.value(name, payload.path(name))));
      }
    }
    JsonNode before = chain.payloadOf(payload.path("entry").asLong());
    JsonNode after = payload.at("/as/payload");
    for (String name : differing(before, after)) {
      Shown was = reader.value(name, before.path(name));
      fields.add(
          new Field(
              FieldWords.label(name),
              new Beside(
                  reader.value(name, after.path(name)),
                  new Beside(new Text("instead of", Tone.QUIET), was))));
    }
    return fields;
  }

  private static Set<String> differing(JsonNode before, JsonNode after) {
    Set<String> names = new LinkedHashSet<>();
    if (before.isObject() && after.isObject()) {
      after.propertyNames().forEach(names::add);
      before.propertyNames().forEach(names::add);
      names.removeIf(name -> before.path(name).equals(after.path(name)));
    }
    return names;
  }

  private static List<Field> ground(JsonNode entry, ValueReader reader) {
    List<Field> ground = new ArrayList<>();
    Instant recorded = Instant.parse(entry.path("recordedAt").asString(""));
    ground.add(new Field("Recorded", new Text(DateWords.of(recorded))));
    ground.add(new Field("By", new Text(entry.path("recordedBy").asString(""))));
    for (String name : List.of("authority", "rationale")) {
      if (entry.path(name).isString()) {
        ground.add(new Field(FieldWords.label(name), new Text(entry.path(name).asString())));
      }
    }
    if (!entry.path("sources").isEmpty()) {
      List<Shown> sources = new ArrayList<>();
      entry.path("sources").forEach(source -> sources.add(reader.value("source", source)));
      ground.add(new Field("Sources", new Stacked(sources)));
    }
    for (String name : List.of("supersedes", "supersededBy")) {
      if (entry.path(name).isNumber()) {
        ground.add(new Field(FieldWords.label(name), reader.value(name, entry.path(name))));
      }
    }
    for (String name : List.of("command", "commandId", "correlation", "causation")) {
      ground.add(new Field(FieldWords.label(name), new Text(entry.path(name).asString(""))));
    }
    String made = "version %d".formatted(entry.path("version").asLong());
    ground.add(new Field("Of its subject", new Text(made)));
    ground.add(new Field("Id", new Text(entry.path("id").asString(""))));
    return ground;
  }
}
