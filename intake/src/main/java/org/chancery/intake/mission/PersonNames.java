package org.chancery.intake.mission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.chancery.intake.source.CsvFile;
import org.chancery.intake.source.Prose;
import org.chancery.shared.OfficialId;

/** What the persons and ranks are called that the appointments name by ids. */
final class PersonNames {
  private static final Map<String, String> RANKS =
      Map.of(
          "ambassador-e-p", "Ambassador Extraordinary and Plenipotentiary",
          "charge-daffaires", "Chargé d'Affaires",
          "charge-daffaires-ad-interim", "Chargé d'Affaires ad interim",
          "charge-daffaires-pro-tem", "Chargé d'Affaires pro tem",
          "envoy-extraordinary-minister-plenipotentiary",
              "Envoy Extraordinary and Minister Plenipotentiary");

  private final Map<String, String> persons;

  private PersonNames(Map<String, String> persons) {
    this.persons = persons;
  }

  /** Out of {@code people.csv}; nobody has a name where there is none. */
  static PersonNames in(Path directory) throws IOException {
    Path people = directory.resolve("people.csv");
    Map<String, String> persons = new HashMap<>();
    if (Files.isRegularFile(people)) {
      CsvFile.each(
          people,
          row -> {
            if (row.isSet("surname")) {
              persons.put(row.get("person_id"), name(row));
            }
          });
    }
    return new PersonNames(persons);
  }

  /** As a source tells them itself. */
  static PersonNames of(Map<String, String> persons) {
    return new PersonNames(Map.copyOf(persons));
  }

  /** The name that the person went by, where the source has it, and else the full one. */
  private static String name(CSVRecord row) {
    String known = cell(row, "alt_name");
    return known.isEmpty()
        ? Stream.of("forename", "surname", "gen_name")
            .map(part -> cell(row, part))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "))
        : known;
  }

  private static String cell(CSVRecord row, String name) {
    return row.isSet(name) ? Prose.collapsed(row.get(name)) : "";
  }

  boolean knows(OfficialId person) {
    return persons.containsKey(person.value());
  }

  /** The name, or the id where the source has none. */
  String of(OfficialId person) {
    return persons.getOrDefault(person.value(), person.value());
  }

  /** "Minister Resident" for {@code minister-resident}. */
  static String rank(String role) {
    return RANKS.getOrDefault(role, spelledOut(role));
  }

  private static String spelledOut(String id) {
    return Stream.of(id.split("-"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining(" "));
  }
}
