package org.chancery.room.audit;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.room.concept.Evidence;
import org.chancery.room.question.Asked;
import org.chancery.room.question.PageParameter;
import org.chancery.room.question.Questions;
import org.chancery.room.sheet.Press;
import org.chancery.room.sheet.Sheet;
import org.chancery.room.value.DateWords;
import org.chancery.room.value.FieldWords;
import org.chancery.room.value.Links;
import org.chancery.room.value.Shown;
import org.chancery.room.value.Shown.Grid;
import org.chancery.room.value.Shown.Link;
import org.chancery.room.value.Shown.Text;
import org.chancery.room.value.Shown.Tone;
import org.chancery.room.value.ValueReader;
import org.chancery.shared.Problem;
import org.chancery.shared.Problem.Fault;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RefusalCode;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Why an answer was what it was, on any day, by what was known at any point. */
@RestController
@Hidden
class WhyPages {
  private static final String SUBJECT = "subject";
  private static final Pattern ADDRESS =
      Pattern.compile("(?:https?://[^/]+)?/?(?:api/)?([a-z]+(?:/[A-Za-z0-9-]+){1,2})/?(?:\\?.*)?");

  private final Questions questions;

  WhyPages(Questions questions) {
    this.questions = questions;
  }

  /** Leads from an address, of a page or of the API, to why it answers what it does. */
  @GetMapping(path = "/audit", params = SUBJECT, produces = Press.TYPE)
  ResponseEntity<String> of(@RequestParam String subject, HttpServletRequest request) {
    Matcher address = ADDRESS.matcher(subject.strip());
    if (!address.matches()) {
      String message = "is an address, such as meetings/bonn-2017-us-ru";
      throw new ProblemException(
          Problem.of(RefusalCode.INVALID_FIELDS, "subject: " + message)
              .with(List.of(new Fault("/subject", message))));
    }
    List<PageParameter> point =
        PageParameter.of(request).stream().filter(each -> !each.name().equals(SUBJECT)).toList();
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create(Links.address("/" + address.group(1) + "/explanation", point)))
        .build();
  }

  @GetMapping(
      path = {
        "/meetings/{id}/explanation",
        "/conferences/{id}/explanation",
        "/trips/{id}/explanation",
        "/agreements/{id}/explanation",
        "/sanctions/{id}/explanation",
        "/statements/{id}/explanation",
        "/cooperations/{id}/explanation",
        "/relationships/{a}/{b}/explanation",
        "/missions/{a}/{b}/explanation"
      },
      produces = Press.TYPE)
  ResponseEntity<String> why(HttpServletRequest request) {
    return Press.page("why", sheet(questions.of(request), request));
  }

  private static WhySheet sheet(Asked asked, HttpServletRequest request) {
    JsonNode explained = asked.answer();
    String subject = explained.path(SUBJECT).asString("");
    Sheet sheet =
        Sheet.of(request, asked, FieldWords.sentence(subject.substring("/api/".length())), "Why");
    ValueReader reader = ValueReader.of(explained, sheet.links());
    List<List<Shown>> rows = new ArrayList<>();
    explained.path("steps").forEach(step -> rows.add(row(step, reader)));
    long omitted = explained.path("omitted").asLong();
    return new WhySheet(
        sheet,
        new Link(sheet.links().ofAddress(subject), "The answer itself"),
        Evidence.says(explained),
        sheet.links().cited(Asked.positions(explained.at("/answer/entries"))),
        new Grid(
            "The entries that led to it, oldest first",
            List.of("Entry", "Recorded", "When", "What it says", "On what ground", "What of it"),
            rows),
        omitted == 0
            ? ""
            : String.format(Locale.ENGLISH, "%,d older entries are not told.", omitted),
        explained.path("text").asString("").lines().map(DateWords::in).toList());
  }

  private static List<Shown> row(JsonNode step, ValueReader reader) {
    String recorded = DateWords.of(Instant.parse(step.path("recordedAt").asString("")));
    String date = step.path("date").asString("");
    String reason = step.path("reason").asString("");
    Shown said = new Text(step.path("said").asString(""));
    List<Shown> ground = new ArrayList<>();
    Evidence.sources(step).forEach(each -> ground.add(new Text(each.text())));
    return List.of(
        reader.links().cited(List.of(step.path("position").asLong())),
        new Text(recorded + ", " + step.path("recordedBy").asString("")),
        date.isEmpty() ? new Text("", Tone.QUIET) : new Shown.Dated(date, DateWords.of(date)),
        reason.isEmpty()
            ? said
            : new Shown.Stacked(List.of(said, new Text("because: " + reason, Tone.QUIET))),
        new Shown.Stacked(ground),
        new Text(FieldWords.sentence(step.path("effect").asString(""))));
  }
}
