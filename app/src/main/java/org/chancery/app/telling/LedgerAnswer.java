package org.chancery.app.telling;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * What the API answered.
 *
 * @param text as it came
 */
public record LedgerAnswer(String text, JsonNode json) {

  /** A ledger that is asked over its API. */
  public interface Source {
    /** Fails with a NotAnsweredException where the ledger answers with a problem. */
    LedgerAnswer get(LedgerAddress address);
  }

  /** Of a list. */
  Stream<JsonNode> items() {
    return each(json.path("items"));
  }

  /** The addresses of what sources give different accounts of. */
  Stream<String> disputed() {
    return Stream.concat(
            each(json.path("disputed")).map(each -> each.asString("")),
            each(json.path("accounts")).map(each -> text(each, "subject")))
        .distinct();
  }

  /** How many items of a list there are beyond these. */
  long more() {
    return json.path("total").asLong(0) - json.path("items").size();
  }

  /** What it calls a party or an official that it cites by id; the id where it does not say. */
  String name(String id) {
    for (String kind : List.of("parties", "officials")) {
      JsonNode name = json.path("names").path(kind).path(id);
      if (name.isString()) {
        return name.asString();
      }
    }
    return id;
  }

  /** The point in both times as of which it holds, and what it lacks. */
  List<CitedLine> asOf() {
    JsonNode asOf = json.path("asOf");
    if (!asOf.has("position")) {
      return List.of();
    }
    CitedLine point =
        CitedLine.of(
            "As of %s, as known at position %d (%s)."
                .formatted(
                    asOf.path("on").asString(""),
                    asOf.path("position").asLong(),
                    asOf.path("knownAt").asString("nothing is on record")));
    List<Long> behind = positions(asOf.path("behind"));
    return behind.isEmpty()
        ? List.of(point)
        : List.of(point, CitedLine.of("This answer lacks what could not be taken in yet:", behind));
  }

  static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.values().spliterator(), false);
  }

  static List<Long> positions(JsonNode array) {
    return each(array).map(position -> position.asLong(0)).toList();
  }

  static List<Long> entries(JsonNode fact) {
    return positions(fact.path("entries"));
  }

  /** The text of a field; empty where it has none. */
  static String text(JsonNode fact, String field) {
    return fact.path(field).asString("");
  }
}
