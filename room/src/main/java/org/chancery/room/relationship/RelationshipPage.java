package org.chancery.room.relationship;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.chancery.room.concept.Disputes;
import org.chancery.room.concept.Evidence;
import org.chancery.room.concept.Steps;
import org.chancery.room.listing.ConceptTitle;
import org.chancery.room.listing.ListRows;
import org.chancery.room.question.Asked;
import org.chancery.room.question.PageParameter;
import org.chancery.room.question.Questions;
import org.chancery.room.sheet.OtherForms;
import org.chancery.room.sheet.Press;
import org.chancery.room.sheet.Sheet;
import org.chancery.room.sheet.Sheet.Form;
import org.chancery.room.value.DateWords;
import org.chancery.room.value.FieldWords;
import org.chancery.room.value.Links;
import org.chancery.room.value.Shown;
import org.chancery.room.value.Shown.Beside;
import org.chancery.room.value.Shown.Field;
import org.chancery.room.value.Shown.Grid;
import org.chancery.room.value.Shown.Several;
import org.chancery.room.value.Shown.Stacked;
import org.chancery.room.value.Shown.Text;
import org.chancery.room.value.Shown.Tone;
import org.chancery.room.value.ValueReader;
import org.chancery.shared.ProblemException;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The page of two parties. */
@RestController
@Hidden
class RelationshipPage {
  private static final String MOST = "500";
  private static final int LEAD = 3;

  /** Names an earlier point of recorded time, to be laid under the picture. */
  private static final String EARLIER = "earlierAt";

  private static final String ALONE = "accordingTo";

  private final Questions questions;

  RelationshipPage(Questions questions) {
    this.questions = questions;
  }

  @GetMapping(path = "/relationships/{a}/{b}", produces = Press.TYPE)
  ResponseEntity<String> one(HttpServletRequest request) {
    Asked asked = questions.of("/api" + request.getRequestURI(), others(request));
    return Press.page("relationship", sheet(asked, request));
  }

  /** The parameters of the page that are those of the answer. */
  private static List<PageParameter> others(HttpServletRequest request) {
    return PageParameter.of(request).stream().filter(each -> !each.name().equals(EARLIER)).toList();
  }

  private RelationshipSheet sheet(Asked asked, HttpServletRequest request) {
    JsonNode pair = asked.answer();
    ValueReader reader = ValueReader.of(pair, Sheet.links(request));
    String a = pair.at("/parties/0").asString("");
    String b = pair.at("/parties/1").asString("");
    String subject = "relationships/" + a + "/" + b;
    String alone = Objects.requireNonNullElse(request.getParameter(ALONE), "").strip();
    Between between = Between.of(asked, a, b, alone);
    JsonNode explained = Evidence.explanation(asked, subject);
    Sheet sheet = frame(asked, request, reader);
    List<Lane> lanes = lanes(between, reader);
    String at = Objects.requireNonNullElse(request.getParameter(EARLIER), "").strip();
    Asked earlier = earlier(asked, at, a, b);
    List<Lane> before = earlier == null ? null : before(earlier, a, b, reader);
    return new RelationshipSheet(
        sheet.changingAt(Steps.of(sheet, subject, explained, questions)),
        alone.isEmpty() ? lead(Evidence.says(explained)) : "",
        alone.matches("\\d+") ? "entry " + alone : alone,
        reader.links().cited(asked.entries()),
        fields(pair, reader),
        Lanes.of(lanes, before, asked.on()),
        before == null || earlier == null
            ? Overlay.none(others(request))
            : Overlay.of(at, others(request), point(earlier), lanes, before),
        history(between.history(), reader),
        Disputes.of(pair, reader),
        tables(pair, between, reader),
        Evidence.ofSubject(asked, subject, explained, reader.links()));
  }

  /** The parameter that is of the page alone is none of the answer's. */
  private static Sheet frame(Asked asked, HttpServletRequest request, ValueReader reader) {
    String title = new ConceptTitle(asked.answer(), reader).of("relationships");
    String json = Links.address("/api" + request.getRequestURI(), others(request));
    List<String> parties =
        List.of(
            asked.answer().at("/parties/0").asString(""),
            asked.answer().at("/parties/1").asString(""));
    return Sheet.of(request, asked, "Relationship", title)
        .withoutForms()
        .with(new Form(json, "application/json", "JSON"))
        .with(OtherForms.calendar("party", parties, reader.links()));
  }

  private static List<Grid> tables(JsonNode pair, Between between, ValueReader reader) {
    List<Grid> tables = new ArrayList<>();
    add(tables, between.meetings(), "meetings", "Meetings in which both take part", reader);
    add(tables, between.agreements(), "agreements", "Agreements", reader);
    for (String field : List.of("recognitions", "discrepancies", "absences")) {
      if (!pair.path(field).isEmpty()) {
        tables.add(reader.grid(field, pair.path(field)));
      }
    }
    return tables;
  }

  /** What else is answered about the two, as of one point. */
  private record Between(JsonNode history, JsonNode meetings, JsonNode agreements) {

    /**
     * The history by one account alone, where one is named; lists follow none but the preferred.
     */
    static Between of(Asked asked, String a, String b, String alone) {
      String path = Questions.path("relationships", a, b, "history");
      Supplier<JsonNode> over =
          alone.isEmpty() ? asked.begunBeside(path) : asked.begunBeside(path, ALONE, alone);
      Supplier<JsonNode> met = list("meetings", a, b, asked);
      Supplier<JsonNode> agreed = list("agreements", a, b, asked);
      return new Between(over.get().path("items"), met.get(), agreed.get());
    }

    private static Supplier<JsonNode> list(String list, String a, String b, Asked asked) {
      return asked.begunBeside(Questions.path(list), "party", a, "party", b, "limit", MOST);
    }
  }

  /** How they stand; the rest of the sentence is told piece by piece below. */
  private static String lead(String says) {
    String[] clauses = says.split("; ", -1);
    return String.join("; ", List.of(clauses).subList(0, Math.min(LEAD, clauses.length)));
  }

  /** A list that is too long for the page says so, and leads to all of it. */
  private static void add(
      List<Grid> tables, JsonNode answer, String concept, String caption, ValueReader reader) {
    JsonNode items = answer.path("items");
    if (items.isEmpty()) {
      return;
    }
    ValueReader own = ValueReader.of(answer, reader.links());
    long total = answer.path("total").asLong();
    String told =
        total > items.size()
            ? "%s: the first %d of %d, by their dates".formatted(caption, items.size(), total)
            : caption;
    tables.add(new ListRows(own).of(concept, told, items));
  }

  private static List<Field> fields(JsonNode pair, ValueReader reader) {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("Status", reader.value(pair, "status")));
    fields.add(part("Diplomatic relations", pair.path("diplomaticRelations"), "state", reader));
    fields.add(part("Representation", pair.path("representation"), "level", reader));
    pair.path("cooperations")
        .forEach(
            each ->
                fields.add(
                    part(
                        new ConceptTitle(each, reader).of("cooperations"), each, "state", reader)));
    pair.path("sanctions")
        .forEach(
            each ->
                fields.add(
                    part(new ConceptTitle(each, reader).of("sanctions"), each, "state", reader)));
    fields.addAll(contacts(pair, reader));
    return fields;
  }

  private static List<Field> contacts(JsonNode pair, ValueReader reader) {
    LocalDate on = LocalDate.parse(pair.at("/asOf/on").asString());
    List<Field> fields = new ArrayList<>();
    fields.add(
        contact(
            "Last contact",
            pair.path("lastContact"),
            pair,
            date -> !date.earliest().isAfter(on),
            reader));
    fields.add(
        contact(
            "Next contact",
            pair.path("nextContact"),
            pair,
            date -> date.latest().isAfter(on),
            reader));
    List<JsonNode> overdue = pair.path("overdueContacts").valueStream().toList();
    if (!overdue.isEmpty()) {
      fields.add(new Field("Whose outcome is not on record", contacts(overdue, reader)));
    }
    return fields;
  }

  private static Field part(String label, JsonNode part, String state, ValueReader reader) {
    Shown shown = reader.value(part, state);
    Shown since =
        part.path("since").isString()
            ? new Several(
                List.of(
                    shown,
                    new Several(
                        List.of(new Text("since " + DateWords.of(part.path("since").asString()))))))
            : shown;
    return new Field(label, since, reader.links().cited(Asked.positions(part.path("entries"))));
  }

  /**
   * The nearest contact on one side of the day, where it is open all that may be it.
   *
   * @param side what may be on that side, by its date
   */
  private static Field contact(
      String label, JsonNode contact, JsonNode pair, Predicate<EdtfSpan> side, ValueReader reader) {
    if (contact.isObject()) {
      return new Field(
          label,
          new Several(
              List.of(
                  reader.value("date", contact.path("date")),
                  reader.value("meeting", contact.path("meeting")))),
          reader.links().cited(Asked.positions(contact.path("entries"))));
    }
    List<JsonNode> possible =
        pair.path("possibleContacts")
            .valueStream()
            .filter(each -> side.test(EdtfSpan.parse(each.path("date").asString())))
            .toList();
    return possible.isEmpty()
        ? new Field(label, new Text("none on record", Tone.QUIET))
        : new Field(
            label,
            new Beside(
                new Text("the dates leave it open; it may be", Tone.OPEN),
                contacts(possible, reader)));
  }

  private static Shown contacts(List<JsonNode> contacts, ValueReader reader) {
    return new Several(
        contacts.stream().map(each -> reader.value("meeting", each.path("meeting"))).toList());
  }

  /** The lanes of what is known at that point. */
  private static List<Lane> lanes(Between between, ValueReader reader) {
    JsonNode history = between.history();
    JsonNode meetings = between.meetings();
    JsonNode agreements = between.agreements();
    Links links = reader.links();
    String relations = "diplomaticRelations";
    List<Lane> lanes = new ArrayList<>();
    lanes.add(
        Lane.of(relations, "Diplomatic relations", history, relations, "state", false, links));
    String level = "representation";
    lanes.add(Lane.of(level, "Representation", history, level, "level", false, links));
    for (String kind : List.of("cooperations", "sanctions")) {
      Map<String, JsonNode> each = new LinkedHashMap<>();
      history.forEach(
          stretch ->
              stretch
                  .path(kind)
                  .forEach(one -> each.put(one.path(FieldWords.idOf(kind)).asString(""), one)));
      each.values().forEach(one -> lanes.add(lane(one, kind, reader)));
    }
    ValueReader own = ValueReader.of(agreements, reader.links());
    agreements.path("items").forEach(one -> lanes.add(lane(one, "agreements", own)));
    if (!meetings.path("items").isEmpty()) {
      lanes.add(Lane.ofMeetings("Meetings", meetings.path("items"), reader.links()));
    }
    return lanes;
  }

  /** The same as known at an earlier point; none where the ledger did not know both then. */
  private static List<Lane> before(Asked earlier, String a, String b, ValueReader reader) {
    return earlier.answer().has("diplomaticRelations")
        ? lanes(Between.of(earlier, a, b, ""), reader)
        : List.of();
  }

  private static String point(Asked earlier) {
    return "at position %d%s"
        .formatted(
            earlier.position(), earlier.point().isEmpty() ? "" : " (" + earlier.point() + ")");
  }

  private @Nullable Asked earlier(Asked asked, String at, String a, String b) {
    if (at.isEmpty()) {
      return null;
    }
    List<PageParameter> point =
        List.of(new PageParameter("on", asked.on().toString()), new PageParameter("knownAt", at));
    Asked journal = questions.of(Questions.path("journal"), point);
    try {
      return questions.of(Questions.path("relationships", a, b), point);
    } catch (ProblemException unknownThen) {
      return journal;
    }
  }

  private static Lane lane(JsonNode one, String kind, ValueReader reader) {
    return Lane.of(
        kind + "/" + one.path(FieldWords.idOf(kind)).asString(""),
        new ConceptTitle(one, reader).of(kind),
        one.path("history"),
        "",
        "state",
        kind.equals("sanctions"),
        reader.links());
  }

  private static Grid history(JsonNode history, ValueReader reader) {
    List<List<Shown>> rows = new ArrayList<>();
    for (JsonNode each : history) {
      rows.add(
          List.of(
              edge(each, "from", "always", reader),
              edge(each, "to", "no end known", reader),
              reader.value(each, "status"),
              told(each.path("diplomaticRelations"), "state", reader),
              told(each.path("representation"), "level", reader),
              ties(each, reader)));
    }
    return new Grid(
        "How they stood to each other over time",
        List.of("From", "Until", "Status", "Diplomatic relations", "Representation", "What else"),
        rows);
  }

  /** A state and the entries behind it. */
  private static Shown told(JsonNode part, String state, ValueReader reader) {
    return new Beside(
        reader.value(part, state), reader.links().cited(Asked.positions(part.path("entries"))));
  }

  private static Shown ties(JsonNode stretch, ValueReader reader) {
    List<Shown> ties = new ArrayList<>();
    for (JsonNode each : stretch.path("cooperations")) {
      ties.add(named(ConceptTitle.cooperation(each.path("field").asString("")), each, reader));
    }
    for (JsonNode each : stretch.path("sanctions")) {
      ties.add(named(new ConceptTitle(each, reader).of("sanctions"), each, reader));
    }
    return new Stacked(ties);
  }

  private static Shown named(String name, JsonNode tie, ValueReader reader) {
    return new Beside(new Text(name), told(tie, "state", reader));
  }

  private static Shown edge(JsonNode stretch, String field, String none, ValueReader reader) {
    return stretch.path(field).isString()
        ? reader.value(field, stretch.path(field))
        : new Text(none, Tone.QUIET);
  }
}
