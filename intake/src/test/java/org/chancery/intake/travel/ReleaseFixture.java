package org.chancery.intake.travel;

import static org.chancery.intake.travel.TravelFixture.file;
import static org.chancery.intake.travel.TravelFixture.leg;

import java.nio.file.Path;

/**
 * The travels of two Secretaries as a release has them.
 *
 * @param day of its last change
 */
public record ReleaseFixture(Path directory, String day) {
  static final String BONN =
      of("tillerson-rex-w", 1, "2017-02-15", "2017-02-17", "germany", "Bonn");
  static final String PARIS =
      of("tillerson-rex-w", 2, "2017-05-01", "2017-05-02", "france", "Paris");
  static final String ROME = of("tillerson-rex-w", 3, "2017-05-03", "2017-05-04", "italy", "Rome");
  static final String CAIRO =
      of("tillerson-rex-w", 4, "2017-05-05", "2017-05-06", "egypt", "Cairo");
  static final String TOKYO =
      of("tillerson-rex-w", 5, "2017-09-01", "2017-09-02", "japan", "Tokyo");
  static final String LIMA =
      of("powell-colin-luther", 6, "2001-09-11", "2001-09-11", "peru", "Lima");
  static final String SEOUL =
      of("powell-colin-luther", 7, "2002-11-11", "2002-11-12", "korea-south", "Seoul");

  static String of(String who, int id, String start, String end, String country, String place) {
    return leg(id, start, end, country, place, "Met with officials.")
        .replace("tillerson-rex-w", who);
  }

  /** Three trips of the one, the second with three stops, and two of the other. */
  public ReleaseFixture whole() {
    return tillerson(BONN, PARIS, ROME, CAIRO, TOKYO).powell(LIMA, SEOUL);
  }

  ReleaseFixture tillerson(String... legs) {
    return with("tillerson-rex-w.xml", file(legs));
  }

  ReleaseFixture powell(String... legs) {
    return with("powell-colin-luther.xml", file(legs));
  }

  ReleaseFixture with(String name, String text) {
    String edited = "<last-modified-datetime>%sT09:00:00</last-modified-datetime>".formatted(day);
    new TravelFixture(directory).with(name, text.replace("<created-by>", edited + "<created-by>"));
    return this;
  }
}
