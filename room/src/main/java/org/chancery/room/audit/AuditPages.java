package org.chancery.room.audit;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.chancery.room.audit.AuditSheet.Part;
import org.chancery.room.question.Asked;
import org.chancery.room.question.PageParameter;
import org.chancery.room.question.Questions;
import org.chancery.room.sheet.Press;
import org.chancery.room.sheet.Sheet;
import org.chancery.room.value.DateWords;
import org.chancery.room.value.FieldWords;
import org.chancery.room.value.Shown;
import org.chancery.room.value.Shown.Grid;
import org.chancery.room.value.Shown.Link;
import org.chancery.room.value.Shown.Text;
import org.chancery.room.value.ValueReader;
import org.chancery.shared.ProblemException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What somebody looks at who examines the ledger: its seal, its state, and who read it. */
@RestController
@Hidden
class AuditPages {
  private static final long CHECKPOINTS = 20;
  private static final List<Link> EXPORTS =
      List.of(
          new Link("/entries", "The journal, by subject, event, principal, source or time"),
          new Link("/changes", "What it learnt between two points"),
          new Link("/api/exports", "All entries, with what proves them, for Verify.java"),
          new Link("/api/entries?format=csv", "Entries as CSV"),
          new Link("/api/entries?format=atom", "The newest entries as an Atom feed"),
          new Link("/api/entries?format=cloudevents", "Entries as CloudEvents"),
          new Link("/audit/reads", "Who read entries today, for auditors"));

  private final Questions questions;

  AuditPages(Questions questions) {
    this.questions = questions;
  }

  @GetMapping(path = "/audit", params = "!subject", produces = Press.TYPE)
  ResponseEntity<String> audit(HttpServletRequest request) {
    Asked journal = questions.of(Questions.path("journal"), PageParameter.of(request));
    Sheet sheet = Sheet.ofAllDays(request, journal, "", "Examining the ledger").withoutForms();
    ValueReader reader = ValueReader.of(journal.answer(), sheet.links());
    return Press.page(
        "audit",
        new AuditSheet(
            sheet,
            EXPORTS,
            List.of(checkpoints(journal), keys(), parked(reader), replays(reader))));
  }

  /** Who asked for entries on a day; for auditors, as in the API. */
  @GetMapping(path = "/audit/reads", produces = Press.TYPE)
  ResponseEntity<String> reads(HttpServletRequest request) {
    JsonNode reads = questions.of(request).answer();
    Sheet sheet = Sheet.bare("Who read entries");
    String day = DateWords.of(reads.path("day").asString(""));
    Grid rows = ValueReader.of(reads, sheet.links()).grid("items", reads.path("items"));
    Part part = new Part("reads", "On %s (UTC)".formatted(day), count(rows, "question"), rows);
    return Press.page("audit", new AuditSheet(sheet, List.of(), List.of(part)));
  }

  private JsonNode ask(String... parts) {
    return questions.of(Questions.path(parts), List.of()).answer();
  }

  private Part checkpoints(Asked journal) {
    String after = Long.toString(Math.max(-1, journal.position() - CHECKPOINTS));
    JsonNode issued =
        questions
            .of(Questions.path("proofs", "checkpoints"), List.of(new PageParameter("after", after)))
            .answer();
    List<List<Shown>> rows = new ArrayList<>();
    for (JsonNode each : issued.path("items")) {
      String witnesses =
          StreamSupport.stream(each.path("witnesses").spliterator(), false)
              .map(witness -> witness.asString(""))
              .collect(Collectors.joining(", "));
      rows.add(
          List.of(
              new Text(String.format(Locale.ENGLISH, "%,d", each.path("treeSize").asLong())),
              new Text(each.path("rootHash").asString("")),
              new Text(DateWords.of(Instant.parse(each.path("issuedAt").asString("")))),
              new Text(witnesses.isEmpty() ? "nobody" : witnesses)));
    }
    Collections.reverse(rows);
    return new Part(
        "checkpoints",
        "Its newest checkpoints",
        "A checkpoint that somebody else keeps shows later that nothing before it was changed.",
        new Grid(
            "Checkpoints, the newest first",
            List.of("Entries", "Root", "Signed", "Cosigned by"),
            rows));
  }

  /** A server that leaves the sealing to others need not have them. */
  private Part keys() {
    String said = "Worth something only when compared with those that somebody else was given.";
    List<List<Shown>> rows = List.of();
    try {
      rows = keys(ask("proofs", "keys"));
    } catch (ProblemException elsewhere) {
      said = "This server has none: one that seals does.";
    }
    return new Part(
        "keys",
        "The verifier keys that it names",
        said,
        new Grid("Verifier keys", List.of("Key", "State"), rows));
  }

  private static List<List<Shown>> keys(JsonNode keys) {
    List<List<Shown>> rows = new ArrayList<>();
    for (JsonNode each : keys.path("keys")) {
      rows.add(
          List.of(
              new Text(each.path("vkey").asString("")),
              new Text(FieldWords.choice(each.path("state").asString("")))));
    }
    if (keys.path("witness").isString()) {
      rows.add(List.of(new Text(keys.path("witness").asString()), new Text("the witness’s")));
    }
    return rows;
  }

  private Part parked(ValueReader reader) {
    Grid rows = reader.grid("items", ask("admin", "parked").path("items"));
    String said = rows.rows().isEmpty() ? "None: every answer takes in all entries." : "";
    return new Part("parked", "Entries that read models could not take in", said, rows);
  }

  private Part replays(ValueReader reader) {
    Grid rows = reader.grid("items", ask("admin", "replays").path("items"));
    return new Part(
        "replays", "Read models built anew", rows.rows().isEmpty() ? "None so far." : "", rows);
  }

  private static String count(Grid rows, String what) {
    int count = rows.rows().size();
    return "%,d %s%s on record here.".formatted(count, what, count == 1 ? "" : "s");
  }
}
