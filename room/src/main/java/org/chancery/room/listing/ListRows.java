package org.chancery.room.listing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.chancery.room.question.Asked;
import org.chancery.room.value.DateWords;
import org.chancery.room.value.FieldWords;
import org.chancery.room.value.Shown;
import org.chancery.room.value.Shown.Grid;
import org.chancery.room.value.Shown.Link;
import org.chancery.room.value.Shown.Several;
import org.chancery.room.value.Shown.Stacked;
import org.chancery.room.value.Shown.Text;
import org.chancery.room.value.Shown.Tone;
import org.chancery.room.value.ValueReader;
import tools.jackson.databind.JsonNode;

/** How one of each concept reads in a row of a table. */
public record ListRows(ValueReader reader) {

  private record Column(String head, Function<JsonNode, Shown> cell) {}

  /** A table of those that an answer lists. */
  public Grid of(String concept, String caption, Iterable<JsonNode> items) {
    List<Column> columns = columns(concept);
    List<List<Shown>> rows = new ArrayList<>();
    for (JsonNode item : items) {
      rows.add(columns.stream().map(column -> column.cell().apply(item)).toList());
    }
    return new Grid(caption, columns.stream().map(Column::head).toList(), rows);
  }

  /** The same with a number before each, from one on, of things that hold them in that field. */
  public Grid numbered(String concept, String caption, List<JsonNode> holding, String field) {
    Grid plain = of(concept, caption, holding.stream().map(each -> each.path(field)).toList());
    List<String> heads = new ArrayList<>(List.of("No."));
    heads.addAll(plain.heads());
    List<List<Shown>> rows = new ArrayList<>();
    for (List<Shown> each : plain.rows()) {
      List<Shown> row = new ArrayList<>(List.of(new Text(Integer.toString(rows.size() + 1))));
      row.addAll(each);
      rows.add(row);
    }
    return new Grid(caption, heads, rows);
  }

  private List<Column> columns(String concept) {
    return switch (concept) {
      case "meetings" -> meetings();
      case "conferences" -> conferences();
      case "trips" -> trips();
      case "stops" -> stops();
      case "visits" -> visits();
      case "statements" -> statements();
      case "cooperations" -> List.of(titled(concept), field("state"), field("since"), entries());
      case "agreements" -> agreements();
      case "sanctions" ->
          List.of(titled(concept), field("measures"), field("state"), field("since"), entries());
      case "missions" -> missions();
      case "parties" -> parties();
      case "officials" -> officials();
      case "relationships" -> relationships();
      case "heads" -> heads(new Column("Head", this::head));
      case "terms" -> heads(titled("missions"));
      case "timeline" -> timeline();
      case "entries" -> journal();
      default -> throw new IllegalArgumentException("no list of " + concept);
    };
  }

  private List<Column> meetings() {
    return List.of(
        new Column("When", this::date),
        titled("meetings"),
        field("status"),
        new Column("Left out", item -> parties(item.path("excluded"))),
        entries());
  }

  private List<Column> conferences() {
    return List.of(
        new Column("When", this::date),
        titled("conferences"),
        field("kind"),
        field("place"),
        field("status"),
        entries());
  }

  private List<Column> trips() {
    return List.of(
        new Column("When", item -> span(item, linkTo("trips", item.path("trip").asString("")))),
        new Column("Traveller", item -> reader.value("traveller", item.path("traveller"))),
        field("office"),
        new Column("Countries", item -> countries(item.path("stops"))),
        field("days"),
        field("status"),
        entries());
  }

  private List<Column> stops() {
    return List.of(
        new Column("When", item -> span(item, linkTo("trips", item.path("trip").asString("")))),
        field("country"),
        field("places"),
        field("days"),
        new Column("Remarks", item -> optional("note", item)),
        entries());
  }

  private List<Column> visits() {
    return List.of(
        new Column("When", item -> span(item, linkTo("visits", item.path("trip").asString("")))),
        new Column("Visitor", item -> reader.value("visitor", item.path("visitor"))),
        new Column("From", item -> reader.value("country", item.path("country"))),
        field("host"),
        field("kind"),
        field("places"),
        field("status"),
        entries());
  }

  private List<Column> statements() {
    return List.of(
        new Column("When", item -> reader.value("on", item.path("on"))),
        titled("statements"),
        new Column("In substance", item -> optional("summary", item)),
        new Column("Stance", item -> optional("stance", item.path("position"))),
        field("status"),
        entries());
  }

  private List<Column> agreements() {
    return List.of(
        titled("agreements"),
        field("kind"),
        field("field"),
        new Column("Parties", item -> parties(item.path("parties"))),
        field("state"),
        field("since"),
        entries());
  }

  private List<Column> missions() {
    return List.of(
        titled("missions"),
        new Column("Headed by", item -> people(item.path("heads"))),
        new Column("Designated", item -> people(item.path("designated"))),
        field("headed"),
        entries());
  }

  /** Terms at the head of missions, told apart by who served or by where. */
  private List<Column> heads(Column told) {
    return List.of(
        told,
        field("rank"),
        new Column("Steps", item -> steps(item.path("steps"))),
        field("manner"),
        new Column("On the day", item -> optional("held", item)),
        entries());
  }

  private Shown head(JsonNode term) {
    return term.path("official").isString()
        ? reader.value("official", term.path("official"))
        : new Text(term.path("name").asString(""));
  }

  private Shown steps(JsonNode steps) {
    List<Shown> all = new ArrayList<>();
    for (JsonNode step : steps) {
      all.add(
          new Several(
              List.of(
                  reader.value("step", step.path("step")), reader.value("on", step.path("on")))));
    }
    return new Stacked(all);
  }

  private List<Column> parties() {
    return List.of(
        titled("parties"),
        field("kind"),
        field("codes"),
        field("existed"),
        field("extant"),
        entries());
  }

  private List<Column> officials() {
    return List.of(
        titled("officials"),
        new Column("Offices held on the day", item -> offices(item.path("holds"))),
        new Column(
            "Terms on record",
            item -> new Text(Integer.toString(item.path("appointments").size()))),
        entries());
  }

  private List<Column> relationships() {
    return List.of(
        new Column("Of", this::pair),
        field("status"),
        new Column(
            "Diplomatic relations",
            item -> reader.value(item.path("diplomaticRelations"), "state")),
        new Column("Representation", item -> reader.value(item.path("representation"), "level")),
        new Column("Last contact", this::lastContact),
        entries());
  }

  private List<Column> timeline() {
    return List.of(
        new Column("When", item -> reader.value("date", item.path("date"))),
        new Column(
            "What",
            item ->
                new Link(
                    reader.links().ofAddress(item.path("subject").asString("")),
                    item.path("summary").asString(""))),
        new Column(
            "Outcome",
            item ->
                item.path("expected").asBoolean()
                    ? new Text("no outcome on record", Tone.UNKNOWN)
                    : new Text("", Tone.QUIET)),
        entries());
  }

  private List<Column> journal() {
    return List.of(
        new Column("Entry", item -> reader.value("entry", item.path("position"))),
        new Column("Event", item -> reader.value("name", item.path("name"))),
        new Column("Of", item -> reader.value("subject", item.path("subject"))),
        new Column(
            "Recorded",
            item -> new Text(instant(item) + ", " + item.path("recordedBy").asString(""))),
        new Column("Source", ListRows::source),
        new Column("Superseded by", item -> optional("supersededBy", item)));
  }

  private static String instant(JsonNode entry) {
    return DateWords.of(Instant.parse(entry.path("recordedAt").asString("")));
  }

  private static Shown source(JsonNode entry) {
    JsonNode first = entry.at("/sources/0");
    String text =
        first.isObject()
            ? first.path("publisher").asString("") + " " + first.path("title").asString("")
            : entry.path("authority").asString("");
    int more = entry.path("sources").size() - 1;
    return new Text(text.strip() + (more > 0 ? " and %d more".formatted(more) : ""));
  }

  private Column titled(String concept) {
    String id = FieldWords.idOf(concept);
    return new Column(
        FieldWords.sentence(id),
        item ->
            new Link(
                linkTo(concept, item.path(id).asString("")),
                new ConceptTitle(item, reader).inRow(concept)));
  }

  private Column field(String name) {
    return new Column(FieldWords.label(name), item -> optional(name, item));
  }

  private Column entries() {
    return new Column(
        "Entries", item -> reader.links().cited(Asked.positions(item.path("entries"))));
  }

  /** Nothing is said of what has none. */
  private Shown optional(String name, JsonNode item) {
    JsonNode value = item.path(name);
    return value.isNull() || value.isMissingNode() || (value.isArray() && value.isEmpty())
        ? new Text("", Tone.QUIET)
        : reader.value(item, name);
  }

  private String linkTo(String concept, String id) {
    return reader.links().to(concept, id);
  }

  private Shown date(JsonNode item) {
    String field = item.path("heldOn").isString() ? "heldOn" : "scheduledFor";
    return optional(field, item);
  }

  private Shown span(JsonNode item, String href) {
    String from = item.path("from").asString("");
    String to = item.path("to").asString("");
    String dates = item.path("dates").asString(from + "/" + to);
    return new Link(href, dates.equals("/") ? "no date on record" : DateWords.of(dates));
  }

  private Shown countries(JsonNode stops) {
    Map<String, Shown> countries = new LinkedHashMap<>();
    stops.forEach(
        stop ->
            countries.putIfAbsent(
                stop.path("country").asString(""), reader.value("country", stop.path("country"))));
    return new Several(List.copyOf(countries.values()));
  }

  private Shown parties(JsonNode having) {
    List<Shown> parties = new ArrayList<>();
    having.forEach(each -> parties.add(reader.value("party", each.path("party"))));
    return new Several(parties);
  }

  private Shown people(JsonNode terms) {
    List<Shown> people = new ArrayList<>();
    terms.forEach(term -> people.add(head(term)));
    return new Several(people);
  }

  private Shown offices(JsonNode holds) {
    List<Shown> offices = new ArrayList<>();
    for (JsonNode held : holds) {
      List<Shown> office =
          new ArrayList<>(
              List.of(
                  new Text(held.path("office").asString("")),
                  reader.value("party", held.path("party"))));
      if (!held.path("held").asString("").equals("yes")) {
        office.add(reader.value(held, "held"));
      }
      offices.add(new Several(office));
    }
    return new Stacked(offices);
  }

  private Shown pair(JsonNode relationship) {
    String one = relationship.at("/parties/0").asString("");
    String other = relationship.at("/parties/1").asString("");
    return new Link(
        reader.links().to("relationships", one, other),
        reader.party(one) + " and " + reader.party(other));
  }

  private Shown lastContact(JsonNode relationship) {
    JsonNode contact = relationship.path("lastContact");
    if (contact.isObject()) {
      return new Several(
          List.of(
              reader.value("date", contact.path("date")),
              reader.value("meeting", contact.path("meeting"))));
    }
    return relationship.path("possibleContacts").isEmpty()
        ? new Text("none on record", Tone.QUIET)
        : new Text("indeterminate", Tone.OPEN);
  }
}
