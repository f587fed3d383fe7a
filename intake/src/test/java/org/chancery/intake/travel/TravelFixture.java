package org.chancery.intake.travel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chancery.intake.gazetteer.Gazetteer;
import org.chancery.intake.source.Readings;
import org.chancery.shared.PartyId;

/** A small directory of travels. */
record TravelFixture(Path directory) {
  static final String BONN = leg(1, "2017-02-15", "2017-02-17", "germany", "Bonn", "G-20.");

  static String leg(
      int id, String start, String end, String country, String locale, String remarks) {
    return """
    <trip role="secretary" who="tillerson-rex-w">
      <id>%d</id><role>secretary</role><name>Rex W. Tillerson</name>
      <start-date>%s</start-date><end-date>%s</end-date>
      <country id="%s">%s</country><locale>%s</locale>
      <remarks>%s</remarks><created-by>nobody</created-by>
    </trip>
    """
        .formatted(id, start, end, country, named(country), locale, remarks);
  }

  private static String named(String country) {
    return Gazetteer.entry(new PartyId(country)).name();
  }

  static String file(String... legs) {
    return "<trips>\n" + String.join("", legs) + "</trips>\n";
  }

  TravelFixture with(String name, String text) {
    return with(name, text.getBytes(UTF_8));
  }

  TravelFixture with(String name, byte[] text) {
    try {
      Path folder = Files.createDirectories(directory.resolve("secretary-travels"));
      Files.write(folder.resolve(name), text);
      return this;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  Readings read() {
    return Readings.of(new TravelReader(), directory);
  }
}
