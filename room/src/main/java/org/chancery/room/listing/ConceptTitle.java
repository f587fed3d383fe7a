package org.chancery.room.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.chancery.room.value.DateWords;
import org.chancery.room.value.FieldWords;
import org.chancery.room.value.ValueReader;
import tools.jackson.databind.JsonNode;

/** What one of a concept is called on its page, by what is held of it. */
public record ConceptTitle(JsonNode thing, ValueReader reader) {
  private static final int TOLD = 3;

  /** The same where the date stands beside it. */
  String inRow(String concept) {
    return switch (concept) {
      case "meetings" -> meeting();
      case "statements" -> "Statement of " + person("speaker");
      default -> of(concept);
    };
  }

  /** The title of one of the concept so named in paths. */
  public String of(String concept) {
    return switch (concept) {
      case "meetings" -> meeting() + date(isHeld() ? "heldOn" : "scheduledFor");
      case "conferences" -> thing.path("name").asString("");
      case "agreements" -> thing.path("title").asString("");
      case "trips" -> "Trip of " + person("traveller") + during("from", "to");
      case "visits" ->
          "Visit of %s to %s".formatted(person("visitor"), party("host")) + date("dates");
      case "statements" -> "Statement of " + person("speaker") + date("on");
      case "cooperations" ->
          FieldWords.sentence(cooperation(thing.path("field").asString("")))
              + " of "
              + parties("parties");
      case "sanctions" -> sanctions();
      case "missions" -> "Mission of %s to %s".formatted(party("sending"), party("receiving"));
      case "relationships" -> parties("parties");
      case "parties" -> reader.party(thing.path("party").asString(""));
      case "officials" -> thing.path("name").asString("");
      default -> concept;
    };
  }

  /** Joint work in a field, in words; some fields are called so themselves. */
  public static String cooperation(String field) {
    return field.toLowerCase(Locale.ROOT).endsWith("cooperation") ? field : field + " cooperation";
  }

  private String meeting() {
    String place = thing.at("/place/locality").asString("");
    String country = thing.at("/place/country").asString("");
    String where = place.isEmpty() && !country.isEmpty() ? reader.party(country) : place;
    return FieldWords.sentence(FieldWords.choice(thing.path("format").asString("")))
        + " meeting of "
        + parties("parties")
        + (where.isEmpty() ? "" : ", " + where);
  }

  private boolean isHeld() {
    return thing.path("heldOn").isString();
  }

  private String sanctions() {
    String against = thing.path("against").isEmpty() ? "persons" : parties("against");
    return "Sanctions of %s against %s".formatted(parties("by"), against);
  }

  private String party(String field) {
    return reader.party(thing.path(field).asString(""));
  }

  private String parties(String field) {
    List<String> names =
        StreamSupport.stream(thing.path(field).spliterator(), false)
            .map(each -> reader.party(each.asString("")))
            .toList();
    if (names.size() > TOLD) {
      return names.size() + " parties";
    }
    return names.size() < 2
        ? String.join("", names)
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }

  private String person(String field) {
    JsonNode person = thing.path(field);
    if (person.isString()) {
      return reader.official(person.asString());
    }
    List<String> words = new ArrayList<>();
    if (person.has("official")) {
      words.add(reader.official(person.path("official").asString("")));
    }
    for (String each : List.of("name", "role")) {
      if (person.path(each).isString()) {
        words.add(person.path(each).asString());
      }
    }
    return words.isEmpty() ? party(field) : String.join(", ", words);
  }

  private String date(String field) {
    return thing.path(field).isString() ? ", " + DateWords.of(thing.path(field).asString()) : "";
  }

  private String during(String from, String to) {
    return thing.path(from).isString() && thing.path(to).isString()
        ? ", " + DateWords.of(thing.path(from).asString() + "/" + thing.path(to).asString())
        : date(from);
  }
}
