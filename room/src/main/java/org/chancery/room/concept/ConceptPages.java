package org.chancery.room.concept;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.chancery.room.concept.ConceptSheet.First;
import org.chancery.room.listing.ConceptTitle;
import org.chancery.room.listing.ListRows;
import org.chancery.room.question.Asked;
import org.chancery.room.question.Questions;
import org.chancery.room.sheet.OtherForms;
import org.chancery.room.sheet.Press;
import org.chancery.room.sheet.Sheet;
import org.chancery.room.value.DateWords;
import org.chancery.room.value.FieldWords;
import org.chancery.room.value.Shown;
import org.chancery.room.value.Shown.Field;
import org.chancery.room.value.Shown.Grid;
import org.chancery.room.value.ValueReader;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The page of one of each concept that has no page of its own kind. */
@RestController
@Hidden
class ConceptPages {
  /** Null says no more of these than that they do not apply. */
  private static final Set<String> OPTIONAL =
      Set.of(
          "partOf", "inMarginsOf", "series", "withdrawal", "since", "lasts", "visitKind", "quote");

  /** That none is on record is worth saying of these. */
  private static final Set<String> TOLD_EMPTY = Set.of("excluded", "participants", "parties");

  private static final Set<String> LEFT_OUT =
      Set.of("entries", "between", "asOf", "names", "accounts");

  private final Questions questions;

  ConceptPages(Questions questions) {
    this.questions = questions;
  }

  @GetMapping(
      path = {
        "/meetings/{id}",
        "/conferences/{id}",
        "/trips/{id}",
        "/visits/{id}",
        "/agreements/{id}",
        "/sanctions/{id}",
        "/statements/{id}",
        "/cooperations/{id}"
      },
      produces = Press.TYPE)
  ResponseEntity<String> one(@PathVariable String id, HttpServletRequest request) {
    String concept = request.getServletPath().split("/", -1)[1];
    return Press.page("concept", sheet(concept, id, questions.of(request), request));
  }

  private ConceptSheet sheet(String concept, String id, Asked asked, HttpServletRequest request) {
    JsonNode thing = asked.answer();
    ValueReader reader = ValueReader.of(thing, Sheet.links(request));
    String subject = concept.equals("visits") ? "trips" : concept;
    JsonNode explained = Evidence.explanation(asked, subject + "/" + id);
    Evidence evidence = Evidence.ofSubject(asked, subject + "/" + id, explained, reader.links());
    List<Field> fields = new ArrayList<>();
    List<Grid> tables = new ArrayList<>();
    read(thing, id, reader, evidence, fields, tables);
    String alone = Objects.requireNonNullElse(request.getParameter("accordingTo"), "").strip();
    JsonNode precedents =
        concept.equals("meetings") && alone.isEmpty()
            ? asked.beside(Questions.path("meetings", id, "precedents"))
            : MissingNode.getInstance();
    String kind = FieldWords.sentence(subject) + " · " + id;
    Sheet sheet = Sheet.of(request, asked, kind, title(concept, reader, thing));
    return new ConceptSheet(
        sheet
            .with(OtherForms.feed(subject + "/" + id, reader.links()))
            .changingAt(Steps.of(sheet, subject + "/" + id, explained, questions)),
        alone.isEmpty() ? Evidence.says(explained) : "",
        alone.matches("\\d+") ? "entry " + alone : alone,
        reader.links().cited(asked.entries()),
        fields,
        tables,
        Disputes.of(thing, reader),
        firsts(precedents, reader),
        precedents.at("/scope/words").asString(""),
        evidence);
  }

  private static String title(String concept, ValueReader reader, JsonNode thing) {
    return new ConceptTitle(thing, reader).of(concept);
  }

  /** How it stands comes first; what takes a table has a section of its own. */
  private static void read(
      JsonNode thing,
      String id,
      ValueReader reader,
      Evidence evidence,
      List<Field> fields,
      List<Grid> tables) {
    for (Map.Entry<String, JsonNode> each : thing.properties()) {
      String name = each.getKey();
      if (isShown(thing, name, each.getValue()) && !isOwn(id, name, each.getValue())) {
        Shown value = value(thing, name, reader);
        if (value instanceof Grid grid) {
          tables.add(grid);
        } else {
          Field field =
              new Field(FieldWords.label(name), value, evidence.saying(name, each.getValue()));
          boolean first = name.equals("status") || name.equals("state");
          fields.add(first ? 0 : fields.size(), field);
        }
      }
    }
  }

  private static boolean isShown(JsonNode thing, String name, JsonNode value) {
    boolean empty = value.isArray() && value.isEmpty();
    return !LEFT_OUT.contains(name)
        && !(value.isNull() && OPTIONAL.contains(name))
        && !(empty && !TOLD_EMPTY.contains(name))
        && !(name.equals("host") && value.isNull() && thing.has("visitKind"));
  }

  /** What is of a concept reads as in the lists of it. */
  private static Shown value(JsonNode thing, String name, ValueReader reader) {
    return switch (name) {
      case "sessions", "inMargins" ->
          new ListRows(reader).of("meetings", FieldWords.label(name), thing.path(name));
      case "parts" ->
          new ListRows(reader).of("conferences", FieldWords.label(name), thing.path(name));
      default -> reader.value(thing, name);
    };
  }

  /** What the page is of need not be named on it. */
  private static boolean isOwn(String id, String name, JsonNode value) {
    return value.isString() && value.asString().equals(id) && FieldWords.isOfSubject(name);
  }

  private static List<First> firsts(JsonNode precedents, ValueReader reader) {
    List<First> firsts = new ArrayList<>();
    for (String who : List.of("parties", "officials")) {
      for (JsonNode pair : precedents.path(who)) {
        JsonNode any = pair.path("inAnyFormat");
        List<Long> entries = new ArrayList<>(Asked.positions(any.at("/before/contact/entries")));
        any.at("/before/candidates")
            .forEach(each -> entries.addAll(Asked.positions(each.path("entries"))));
        firsts.add(
            new First(
                DateWords.in(any.path("summary").asString("")),
                reader.links().cited(entries.stream().distinct().sorted().toList())));
      }
    }
    return firsts;
  }
}
