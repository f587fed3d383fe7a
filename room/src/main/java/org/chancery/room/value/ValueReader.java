package org.chancery.room.value;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.chancery.room.question.Asked;
import org.chancery.room.value.Shown.Beside;
import org.chancery.room.value.Shown.Dated;
import org.chancery.room.value.Shown.Field;
import org.chancery.room.value.Shown.Grid;
import org.chancery.room.value.Shown.Link;
import org.chancery.room.value.Shown.Parts;
import org.chancery.room.value.Shown.Several;
import org.chancery.room.value.Shown.Stacked;
import org.chancery.room.value.Shown.Text;
import org.chancery.room.value.Shown.Tone;
import tools.jackson.databind.JsonNode;

/**
 * Reads the fields of an answer or an entry into what a page shows.
 *
 * @param names what the answer calls those whom it cites by id
 */
public record ValueReader(JsonNode names, Links links) {
  private static final Set<String> NO_ANSWER = Set.of("asOf", "names", "accounts");
  private static final String ENTRIES = "entries";
  private static final int BRIEF = 3;
  private static final Set<String> OPEN = Set.of("indeterminate");
  private static final Set<String> UNKNOWN = Set.of("unknown", "overdue");

  /** For an answer, with the names that it gives. */
  public static ValueReader of(JsonNode answer, Links links) {
    return new ValueReader(answer.path("names"), links);
  }

  /** What a party is called; the id where it has no name then. */
  public String party(String id) {
    return names.path("parties").path(id).asString(id);
  }

  /** What an official is called; the id where nobody is registered by it. */
  public String official(String id) {
    return names.path("officials").path(id).asString(id);
  }

  /** All that the answer says, in its order, but for the fields left out. */
  public List<Field> fields(JsonNode thing, Set<String> leftOut) {
    List<Field> fields = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : thing.properties()) {
      boolean open = !(isNothing(each.getValue()) && each.getKey().startsWith("possible"));
      if (open && !leftOut.contains(each.getKey()) && !NO_ANSWER.contains(each.getKey())) {
        fields.add(new Field(FieldWords.label(each.getKey()), value(thing, each.getKey())));
      }
    }
    return fields;
  }

  /** A field of something, with what its neighbours tell of it. */
  public Shown value(JsonNode thing, String field) {
    if (FieldWords.STATES.contains(field) && thing.path(field).isString()) {
      return state(thing.path(field).asString(), thing.path("between"));
    }
    return value(field, thing.path(field));
  }

  /** A state on a day; where that is open, what it may be. */
  public Shown state(String state, JsonNode between) {
    String words = FieldWords.choice(state);
    if (!OPEN.contains(state)) {
      return new Text(words, UNKNOWN.contains(state) ? Tone.UNKNOWN : Tone.STATE);
    }
    List<String> possible = texts(between).map(FieldWords::choice).toList();
    return new Text(
        possible.isEmpty() ? words : words + ": " + String.join(" or ", possible), Tone.OPEN);
  }

  /** What stands under a field of that name. */
  public Shown value(String field, JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return new Text("not on record", Tone.UNKNOWN);
    }
    if (FieldWords.ENTRIES.contains(field)) {
      return links.cited(value.isArray() ? Asked.positions(value) : List.of(value.asLong()));
    }
    if (value.isArray()) {
      return many(field, value);
    }
    return value.isObject() ? object(field, value) : one(field, value.asString());
  }

  private Shown many(String field, JsonNode values) {
    if (values.isEmpty()) {
      return new Text("none on record", Tone.QUIET);
    }
    boolean inline = StreamSupport.stream(values.spliterator(), false).allMatch(this::isShort);
    if (!inline) {
      return grid(field, values);
    }
    List<Shown> shown = new ArrayList<>();
    values.forEach(each -> shown.add(value(field, each)));
    boolean sentences =
        StreamSupport.stream(values.spliterator(), false)
            .anyMatch(each -> each.isObject() || each.asString("").indexOf(' ') > 0);
    return sentences ? new Stacked(shown) : new Several(shown);
  }

  private boolean isShort(JsonNode value) {
    return !value.isObject() || isPerson(value) || (isBrief(value) && value.has(ENTRIES));
  }

  /** True of what reads well on one line: a few plain values, and the entries behind them. */
  private static boolean isBrief(JsonNode value) {
    long plain =
        value.properties().stream()
            .filter(part -> !part.getKey().equals(ENTRIES) && !isNothing(part.getValue()))
            .count();
    return plain <= BRIEF
        && !value.has("state")
        && value.properties().stream()
            .allMatch(
                part ->
                    part.getKey().equals(ENTRIES)
                        || isNothing(part.getValue())
                        || part.getValue().isValueNode()
                        || (part.getValue().isObject() && isPerson(part.getValue())));
  }

  /** "ratification, 28 January 2011", and the entries. */
  private Shown brief(JsonNode value) {
    List<Shown> parts = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : value.properties()) {
      if (!each.getKey().equals(ENTRIES) && !isNothing(each.getValue())) {
        parts.add(value(value, each.getKey()));
      }
    }
    Shown cited = links.cited(Asked.positions(value.path(ENTRIES)));
    return new Beside(new Several(parts), cited);
  }

  private static boolean isPerson(JsonNode value) {
    Set<String> known = Set.of("official", "name", "title", "party", "role", "as");
    return (value.has("official") || value.has("name") || value.has("role") || value.has("party"))
        && StreamSupport.stream(value.propertyNames().spliterator(), false)
            .allMatch(known::contains);
  }

  /** A row for each, a column for each field that one of them has. */
  public Grid grid(String field, JsonNode values) {
    Set<String> columns = new LinkedHashSet<>();
    for (JsonNode each : values) {
      each.properties().stream()
          .filter(part -> !isNothing(part.getValue()))
          .map(Map.Entry::getKey)
          .filter(name -> !name.equals("between"))
          .forEach(columns::add);
    }
    if (columns.remove("entries")) {
      columns.add("entries");
    }
    List<List<Shown>> rows = new ArrayList<>();
    for (JsonNode each : values) {
      rows.add(columns.stream().map(column -> cell(each, column)).toList());
    }
    boolean stretches = field.equals("history");
    return new Grid(
        FieldWords.label(field),
        columns.stream()
            .map(each -> stretches && each.equals("to") ? "Until" : FieldWords.label(each))
            .toList(),
        rows);
  }

  /** Of stretches, an end that is not there says something. */
  private Shown cell(JsonNode row, String column) {
    if (!isNothing(row.path(column))) {
      return value(row, column);
    }
    boolean stretch = row.has("state") && row.has("from") && row.has("to");
    String words =
        !stretch
            ? ""
            : column.equals("to") ? "no end known" : column.equals("from") ? "always" : "";
    return new Text(words, Tone.QUIET);
  }

  private static boolean isNothing(JsonNode value) {
    return value.isMissingNode() || value.isNull() || (value.isArray() && value.isEmpty());
  }

  private Shown object(String field, JsonNode value) {
    if (field.equals("place")) {
      return place(value);
    }
    if (isPerson(value)) {
      return person(value);
    }
    if (isBrief(value) && value.has(ENTRIES)) {
      return brief(value);
    }
    List<Field> parts = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : value.properties()) {
      if (!isNothing(each.getValue()) && !each.getKey().equals("between")) {
        parts.add(new Field(FieldWords.label(each.getKey()), value(value, each.getKey())));
      }
    }
    return new Parts(parts);
  }

  /** "Baku, Azerbaijan". */
  private Shown place(JsonNode place) {
    List<Shown> parts = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : place.properties()) {
      if (!each.getKey().equals("country") && !isNothing(each.getValue())) {
        parts.add(new Text(each.getValue().asString()));
      }
    }
    if (!isNothing(place.path("country"))) {
      parts.add(value("country", place.path("country")));
    }
    return new Several(parts);
  }

  /** "Joseph Dunford, United States". */
  public Shown person(JsonNode person) {
    List<Shown> parts = new ArrayList<>();
    for (String field : List.of("official", "name", "role", "title", "party", "as")) {
      if (!isNothing(person.path(field))) {
        parts.add(value(field, person.path(field)));
      }
    }
    return new Several(parts);
  }

  private Shown one(String field, String text) {
    if (FieldWords.PARTIES.contains(field) && names.path("parties").has(text)) {
      return new Link(links.to("parties", text), party(text));
    }
    if (FieldWords.OFFICIALS.contains(field) && names.path("officials").has(text)) {
      return new Link(links.to("officials", text), official(text));
    }
    String concept = FieldWords.SUBJECTS.get(field);
    if (concept != null) {
      return new Link(links.to(concept, text), text);
    }
    if (text.startsWith("/api/")) {
      return new Link(links.ofAddress(text), text.substring("/api/".length()));
    }
    if (field.equals("url") && text.matches("https?://[^\\s]+")) {
      return new Link(text, text, true);
    }
    if (field.equals("name") && text.matches("[a-z]+\\.[a-z-]+")) {
      return new Text(FieldWords.event(text));
    }
    if (FieldWords.CHOICES.contains(field) && text.matches("[a-z]+([-_][a-z]+)*")) {
      return new Text(FieldWords.choice(text));
    }
    return DateWords.isDate(text) && !field.equals("term")
        ? new Dated(text, DateWords.of(text))
        : new Text(text);
  }

  private static Stream<String> texts(JsonNode values) {
    return StreamSupport.stream(values.spliterator(), false).map(each -> each.asString(""));
  }
}
