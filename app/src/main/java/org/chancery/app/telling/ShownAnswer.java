package org.chancery.app.telling;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * An answer of the API as text for people, whatever concept it is of: a field is a line, who is
 * cited by id is named, and what is unknown or open is said in words.
 */
public final class ShownAnswer {
  /** Told elsewhere: of the whole answer, or with the fact that they belong to. */
  private static final Set<String> APART = Set.of("names", "asOf", "entries", "between", "next");

  /** Where these lack, nothing is lacking. */
  private static final Set<String> SPARE =
      Set.of("accounts", "discrepancies", "absences", "supersedes", "supersededBy");

  /** What sources and people wrote, in which an id is no id. */
  private static final Set<String> WRITTEN =
      Set.of(
          "name",
          "title",
          "topics",
          "note",
          "reason",
          "summary",
          "quote",
          "words",
          "places",
          "locality",
          "publisher",
          "rationale",
          "authority",
          "purpose",
          "text",
          "said",
          "value");

  private static final Set<String> STATES =
      Set.of("status", "state", "headed", "held", "extant", "level", "lasts", "certainty");
  private static final Pattern CAPITAL = Pattern.compile("(?<=[a-z])(?=[A-Z])");
  private static final int MOST_ENTRIES = 12;

  private final LedgerAnswer answer;
  private final List<CitedLine> lines = new ArrayList<>();

  private ShownAnswer(LedgerAnswer answer) {
    this.answer = answer;
  }

  /** The answer at an address, with the entries that it rests on as the ledger has them. */
  public static List<CitedLine> of(
      LedgerAddress address, LedgerAnswer answer, LedgerAnswer.Source ledger) {
    ShownAnswer shown = new ShownAnswer(answer);
    shown.lines.add(CitedLine.of(address.written()));
    if (answer.json().path("items").isArray()) {
      shown.list(address);
    } else if (answer.json().path("groups").isArray()) {
      shown.groups(address);
    } else {
      shown.fields(1, answer.json());
      shown.entries(ledger);
    }
    shown.lines.addAll(answer.asOf());
    return List.copyOf(shown.lines);
  }

  private void say(int depth, String text, List<Long> entries) {
    lines.add(new CitedLine(depth, text, entries));
  }

  private void list(LedgerAddress address) {
    long total = answer.json().path("total").asLong(0);
    say(
        1,
        total == 0
            ? "Nothing that fits is on record."
            : "%d of %d:".formatted(answer.json().path("items").size(), total),
        List.of());
    answer.items().forEach(item -> block(1, item));
    disputed();
    more(address);
  }

  private void disputed() {
    List<String> subjects = answer.disputed().toList();
    if (!subjects.isEmpty()) {
      say(
          1,
          "Sources differ about %s; preferred accounts are shown."
              .formatted(String.join(", ", subjects)),
          List.of());
    }
  }

  /** What is counted, a line for each group. */
  private void groups(LedgerAddress address) {
    JsonNode counted = answer.json();
    long ungrouped = counted.path("ungrouped").asLong(0);
    say(
        1,
        counted.path("total").asLong(0) == 0
            ? "Nothing that fits is on record."
            : "%d in all, in %d groups%s:"
                .formatted(
                    counted.path("total").asLong(0),
                    counted.path("count").asLong(0),
                    ungrouped == 0 ? "" : ", %d of them in none".formatted(ungrouped)),
        List.of());
    LedgerAnswer.each(counted.path("groups")).forEach(each -> say(1, group(each), List.of()));
    disputed();
    more(address);
  }

  private String group(JsonNode group) {
    String key =
        LedgerAnswer.each(group.path("key"))
            .map(value -> answer.name(value.asString("")))
            .collect(Collectors.joining(", "));
    String days =
        Stream.of("first", "last")
            .map(end -> LedgerAnswer.text(group, end))
            .map(day -> day.isEmpty() ? "an open date" : day)
            .collect(Collectors.joining(" to "));
    long unknown = group.path("undetermined").asLong(0);
    return "- %s: %d (%s)%s"
        .formatted(
            key,
            group.path("value").asLong(0),
            days,
            unknown == 0 ? "" : "; how long %d more took is not known".formatted(unknown));
  }

  private void more(LedgerAddress address) {
    String next = LedgerAnswer.text(answer.json(), "next");
    if (!next.isEmpty()) {
      say(
          1,
          "There are more: chancery show '%s'".formatted(address.next(next).written()),
          List.of());
    }
  }

  private void fields(int depth, JsonNode object) {
    fields(depth, object, 0);
  }

  /** All fields but so many, which are told already. */
  private void fields(int depth, JsonNode object, int told) {
    List<String> lacking = new ArrayList<>();
    object.properties().stream()
        .skip(told)
        .forEach(
            field -> {
              if (isLacking(field.getValue())) {
                lacking.add(field.getKey());
              } else if (!APART.contains(field.getKey())) {
                field(depth, object, field.getKey(), field.getValue());
              }
            });
    String unknown =
        lacking.stream()
            .filter(name -> !APART.contains(name) && !SPARE.contains(name))
            .filter(name -> !name.startsWith("possible"))
            .map(ShownAnswer::words)
            .collect(Collectors.joining(", "));
    if (!unknown.isEmpty()) {
      say(depth, "Not on record: " + unknown, List.of());
    }
  }

  private static boolean isLacking(JsonNode value) {
    return value.isNull() || ((value.isArray() || value.isObject()) && value.isEmpty());
  }

  private void field(int depth, JsonNode object, String name, JsonNode value) {
    String label = capital(words(name));
    if (value.isObject() && !isPlain(value)) {
      say(depth, label + ":", List.of());
      fields(depth + 1, value);
    } else if (value.isArray() && LedgerAnswer.each(value).anyMatch(JsonNode::isContainer)) {
      say(depth, label + ":", List.of());
      LedgerAnswer.each(value).forEach(each -> block(depth + 1, each));
    } else {
      say(depth, label + ": " + told(object, name, value), LedgerAnswer.entries(value));
    }
  }

  /** One of several. */
  private void block(int depth, JsonNode item) {
    if (!item.isObject() || isPlain(item)) {
      say(depth, "- " + inline(item), LedgerAnswer.entries(item));
      return;
    }
    String first = item.propertyNames().iterator().next();
    say(depth, "- " + part(item, first, item.path(first), true), LedgerAnswer.entries(item));
    fields(depth + 1, item, 1);
  }

  /** True of what can be told in one line. */
  private static boolean isPlain(JsonNode object) {
    return object.properties().stream()
        .filter(field -> !APART.contains(field.getKey()))
        .allMatch(field -> !field.getValue().isContainer() || isListOfWords(field.getValue()));
  }

  private static boolean isListOfWords(JsonNode value) {
    return value.isArray() && LedgerAnswer.each(value).noneMatch(JsonNode::isContainer);
  }

  private String told(JsonNode object, String name, JsonNode value) {
    if (value.isObject()) {
      return inline(value);
    }
    if (value.isArray()) {
      return LedgerAnswer.each(value)
          .map(each -> told(object, name, each))
          .collect(Collectors.joining(", "));
    }
    String text = value.asString(value.toString());
    return STATES.contains(name)
        ? state(text, object.path("between"))
        : WRITTEN.contains(name) ? text : answer.name(text);
  }

  /** A state in words: what is not known is not told as if it were a state. */
  static String state(String state, JsonNode between) {
    if (state.equals("unknown")) {
      return "unknown, for nothing on record tells";
    }
    if (state.equals("indeterminate")) {
      String several =
          LedgerAnswer.each(between)
              .map(each -> each.asString("").replace('-', ' '))
              .collect(Collectors.joining(" or "));
      return "open, for the record does not tell"
          + (several.isEmpty() ? "" : " whether " + several);
    }
    return state.replace('-', ' ');
  }

  private String inline(JsonNode value) {
    if (!value.isObject()) {
      return value.asString(value.toString());
    }
    if (value.has("locality") && value.has("country")) {
      return place(value);
    }
    List<String> parts = new ArrayList<>();
    value.properties().stream()
        .filter(field -> !APART.contains(field.getKey()) && !isLacking(field.getValue()))
        .forEach(
            field -> parts.add(part(value, field.getKey(), field.getValue(), parts.isEmpty())));
    return String.join(", ", parts);
  }

  /** A field within a line; a name that comes first needs no label. */
  private String part(JsonNode object, String name, JsonNode value, boolean first) {
    if (value.isBoolean()) {
      return value.asBoolean() ? words(name) : "not " + words(name);
    }
    String told = told(object, name, value);
    return first && value.isString() ? told : words(name) + " " + told;
  }

  /** "Baku, Azerbaijan", as far as it is told. */
  private String place(JsonNode place) {
    return place(answer, place);
  }

  static String place(LedgerAnswer answer, JsonNode place) {
    return Stream.of(
            LedgerAnswer.text(place, "locality"), answer.name(LedgerAnswer.text(place, "country")))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** What the answer rests on. */
  private void entries(LedgerAnswer.Source ledger) {
    JsonNode cited = answer.json().path("entries");
    if (!cited.isArray()) {
      return;
    }
    List<Long> entries = LedgerAnswer.positions(cited);
    say(
        1,
        entries.isEmpty() ? "It rests on no entry: nothing of it is on record." : "It rests on:",
        List.of());
    entries.stream().limit(MOST_ENTRIES).forEach(position -> entry(position, ledger));
    if (entries.size() > MOST_ENTRIES) {
      say(
          2,
          "and on %d more:".formatted(entries.size() - MOST_ENTRIES),
          entries.subList(MOST_ENTRIES, entries.size()));
    }
  }

  private void entry(long position, LedgerAnswer.Source ledger) {
    JsonNode entry = ledger.get(LedgerAddress.of("entries", String.valueOf(position))).json();
    String sources =
        Stream.concat(
                Stream.of(LedgerAnswer.text(entry, "authority"))
                    .filter(of -> !of.isEmpty())
                    .map(of -> "on the authority of " + of),
                LedgerAnswer.each(entry.path("sources")).map(ShownAnswer::source))
            .collect(Collectors.joining("; "));
    say(
        2,
        "%s, recorded %s by %s; %s"
            .formatted(
                LedgerAnswer.text(entry, "name"),
                LedgerAnswer.text(entry, "recordedAt").replaceFirst("T.*", ""),
                LedgerAnswer.text(entry, "recordedBy"),
                sources),
        List.of(position));
  }

  private static String source(JsonNode source) {
    String publisher = LedgerAnswer.text(source, "publisher");
    String published = LedgerAnswer.text(source, "published");
    return "%s\"%s\"%s"
        .formatted(
            publisher.isEmpty() ? "" : publisher + ", ",
            LedgerAnswer.text(source, "title"),
            published.isEmpty() ? "" : " (" + published + ")");
  }

  /** "scheduledFor" is scheduled for. */
  private static String words(String field) {
    return CAPITAL.matcher(field).replaceAll(" ").toLowerCase(Locale.ROOT);
  }

  private static String capital(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
