package org.chancery.room.change;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.room.change.ChangesSheet.Between;
import org.chancery.room.change.ChangesSheet.Kind;
import org.chancery.room.change.ChangesSheet.Learnt;
import org.chancery.room.change.ChangesSheet.Point;
import org.chancery.room.question.Asked;
import org.chancery.room.question.PageParameter;
import org.chancery.room.question.Questions;
import org.chancery.room.sheet.Paging;
import org.chancery.room.sheet.Press;
import org.chancery.room.sheet.Sheet;
import org.chancery.room.value.DateWords;
import org.chancery.room.value.FieldWords;
import org.chancery.room.value.Links;
import org.chancery.room.value.Shown;
import org.chancery.room.value.Shown.Grid;
import org.chancery.room.value.Shown.Link;
import org.chancery.room.value.Shown.Text;
import org.chancery.room.value.ValueReader;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The page of what was added, corrected and retracted between two points of recorded time. */
@RestController
@Hidden
class ChangesPage {
  private static final String LIMIT = "limit";
  private static final String USUAL = "25";
  private static final String MOST_CAUSES = "50";
  private static final List<String> KINDS =
      List.of(
          "added",
          "corrected",
          "retracted",
          "account-recorded",
          "account-preferred",
          "corroborated");

  private final Questions questions;

  ChangesPage(Questions questions) {
    this.questions = questions;
  }

  @GetMapping(path = "/changes", produces = Press.TYPE)
  ResponseEntity<String> changes(HttpServletRequest request) {
    List<PageParameter> all = new ArrayList<>(PageParameter.of(request));
    if (all.stream().noneMatch(each -> each.name().equals(LIMIT))) {
      all.add(new PageParameter(LIMIT, USUAL));
    }
    return Press.page("changes", sheet(questions.of(Questions.path("changes"), all), request));
  }

  private ChangesSheet sheet(Asked asked, HttpServletRequest request) {
    JsonNode changes = asked.answer();
    JsonNode causes = questions.of(Questions.path("changes"), grouped(asked, request)).answer();
    Sheet sheet =
        Sheet.ofAllDays(request, asked, "", "What the ledger learnt")
            .with(form("csv", "text/csv", "CSV", request))
            .with(form("text", "text/plain", "text", request));
    ValueReader reader = ValueReader.of(changes, sheet.links());
    List<Learnt> learnt = new ArrayList<>();
    changes.path("items").forEach(each -> learnt.add(learnt(each, reader)));
    return new ChangesSheet(
        sheet,
        between(asked, request),
        told(changes),
        concepts(changes.path("concepts")),
        causes(causes.path("groups")),
        causes.path("next").isString() ? "There are further causes; the answer has them all." : "",
        counted(changes.path("total").asLong(), learnt.size()),
        learnt,
        Paging.of(request, asked));
  }

  /** The same span, whatever page of it is shown. */
  private static List<PageParameter> grouped(Asked asked, HttpServletRequest request) {
    List<PageParameter> all = new ArrayList<>();
    PageParameter.of(request).stream()
        .filter(each -> List.of("from", "to", "subject", "kind", "causeOf").contains(each.name()))
        .forEach(all::add);
    all.add(new PageParameter("groupBy", "cause"));
    all.add(new PageParameter(LIMIT, MOST_CAUSES));
    all.add(new PageParameter("knownAt", "position:" + asked.position()));
    return all;
  }

  private static Sheet.Form form(
      String format, String type, String name, HttpServletRequest request) {
    List<PageParameter> all = new ArrayList<>(PageParameter.of(request));
    all.add(new PageParameter("format", format));
    return new Sheet.Form(Links.address("/api/changes", all), type, name);
  }

  private static Between between(Asked asked, HttpServletRequest request) {
    List<String> kinds =
        PageParameter.of(request).stream()
            .filter(each -> each.name().equals("kind"))
            .map(PageParameter::value)
            .toList();
    List<Point> points = new ArrayList<>();
    for (JsonNode each : asked.ofAllDays(Questions.path("points"), LIMIT, "1000").path("items")) {
      String recorded = DateWords.of(Instant.parse(each.path("recordedAt").asString("")));
      points.add(
          new Point(
              each.path("release").asString(each.path("name").asString("")),
              "%s, %s".formatted(each.path("source").asString(""), recorded)));
    }
    return new Between(
        asked("from", request),
        asked("to", request),
        asked("subject", request),
        KINDS.stream().map(each -> new Kind(each, kind(each), kinds.contains(each))).toList(),
        asked("causeOf", request),
        points);
  }

  private static String asked(String name, HttpServletRequest request) {
    return Objects.requireNonNullElse(request.getParameter(name), "").strip();
  }

  private static String kind(String kind) {
    return kind.equals("added") ? "new" : FieldWords.choice(kind);
  }

  private static String told(JsonNode changes) {
    long to = changes.at("/asOf/position").asLong();
    return "Between %s and %s: %s."
        .formatted(
            point(changes.at("/after/position").asLong(), changes.at("/after/point").asString("")),
            point(to, changes.at("/asOf/point").asString("")),
            counts(changes.path("summary")));
  }

  private static String point(long position, String name) {
    String words =
        position == 0 ? "the beginning" : String.format(Locale.ENGLISH, "position %,d", position);
    return name.isEmpty() ? words : "%s (%s)".formatted(name, words);
  }

  /** "129 new, 41 corrected, 1 retracted", and what else there is. */
  private static String counts(JsonNode counts) {
    List<String> told = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : counts.properties()) {
      boolean always = List.of("added", "corrected", "retracted").contains(each.getKey());
      if (always || each.getValue().asLong() > 0) {
        boolean one = each.getValue().asLong() == 1;
        String noun = noun(each.getKey());
        told.add(
            number(each.getValue()) + " " + (one ? noun.replace("accounts", "account") : noun));
      }
    }
    return String.join(", ", told);
  }

  /** "accountsRecorded" reads "accounts recorded". */
  private static String noun(String count) {
    return count.equals("added") ? "new" : FieldWords.label(count).toLowerCase(Locale.ENGLISH);
  }

  private static String number(JsonNode count) {
    return String.format(Locale.ENGLISH, "%,d", count.asLong());
  }

  private static Grid concepts(JsonNode concepts) {
    List<List<Shown>> rows = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : concepts.properties()) {
      rows.add(
          List.of(new Text(FieldWords.sentence(each.getKey())), new Text(counts(each.getValue()))));
    }
    return new Grid("Of what", List.of("Of", "How much"), rows);
  }

  private static Grid causes(JsonNode groups) {
    List<List<Shown>> rows = new ArrayList<>();
    for (JsonNode each : groups) {
      String address = each.path("changes").asString("").replaceFirst("^/api", "");
      String count =
          "%s %s".formatted(number(each.path("count")), kind(each.path("kind").asString("")));
      List<String> concepts = new ArrayList<>();
      each.path("concepts")
          .properties()
          .forEach(of -> concepts.add(of.getKey() + " " + number(of.getValue())));
      rows.add(
          List.of(
              new Link(address, count),
              cause(each.path("cause")),
              new Text(String.join(", ", concepts))));
    }
    return new Grid("By what it was brought about", List.of("How much", "By", "Of"), rows);
  }

  private static Shown cause(JsonNode cause) {
    if (cause.path("source").isString()) {
      return new Text(
          "the import of %s (%s)"
              .formatted(cause.path("source").asString(), cause.path("format").asString("")));
    }
    JsonNode document = cause.path("document");
    if (!document.isObject()) {
      return new Text("the authority of " + cause.path("authority").asString("nobody named"));
    }
    String published = document.path("published").asString("");
    return new Text(
        Stream.of(
                document.path("publisher").asString(""),
                "“%s”".formatted(document.path("title").asString("")),
                published.isEmpty() ? "" : DateWords.of(published))
            .filter(each -> !each.isEmpty())
            .collect(Collectors.joining(", ")));
  }

  private static Learnt learnt(JsonNode change, ValueReader reader) {
    String subject = change.path("subject").asString("");
    String kind = change.path("kind").asString("");
    String source = change.at("/sources/0/title").asString(change.path("authority").asString(""));
    return new Learnt(
        reader.links().cited(List.of(change.path("position").asLong())),
        FieldWords.event(change.path("name").asString("")),
        new Link(reader.links().ofAddress(subject), subject.replaceFirst("^/api/", "")),
        FieldWords.sentence(kind(kind)),
        reader
            .links()
            .cited(
                change.path("supersedes").isNumber()
                    ? List.of(change.path("supersedes").asLong())
                    : List.of()),
        reader.links().cited(Asked.positions(change.path("reinstates"))),
        change.path("reason").asString(""),
        "%s, %s; %s"
            .formatted(
                DateWords.of(Instant.parse(change.path("recordedAt").asString(""))),
                change.path("recordedBy").asString(""),
                source),
        kind.equals("added"),
        new Differences(reader).of(change.path("answers")));
  }

  private static String counted(long total, int shown) {
    String onPage = shown < total ? ", %,d on this page" : "";
    return total == 0
        ? "Nothing that this keeps was entered between the two points."
        : String.format(Locale.ENGLISH, "%,d in all" + onPage + ".", total, shown);
  }
}
