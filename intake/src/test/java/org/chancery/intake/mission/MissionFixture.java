package org.chancery.intake.mission;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A small release of the chiefs of mission. */
final class MissionFixture {
  static final String HARRIMAN =
      of("ru-1943-harr-01", "harriman-w", "1943-10-07", "1943-10-23", "1946-01-24", "Left post on");

  static final String SMITH =
      of("ru-1946-smit-01", "smith-w", "1946-03-22", "1946-04-03", "1948-12-25", "Left post on");

  private final Path directory;
  private final String release;

  MissionFixture(Path directory, String release) throws IOException {
    this.directory = directory;
    this.release = release;
    Files.writeString(
        directory.resolve("people.csv"),
        """
        person_id,forename,surname,gen_name,alt_name,birth_year,death_year,career_type,residence_state
        harriman-w,William Averell,Harriman,,W. Averell Harriman,1891,1986,non-career,ny
        smith-w,Walter Bedell,Smith,,,1895,1961,non-career,dc
        """);
  }

  Path directory() {
    return directory;
  }

  /** A chief; an empty date is not told. */
  static String of(
      String id, String person, String appointed, String started, String ended, String note) {
    return """
    <chief><id>%s</id><person-id>%s</person-id>
    <role-title-id>ambassador-e-p</role-title-id>
    <contemporary-territory-id>russia</contemporary-territory-id>
    <appointed><date>%s</date><note/></appointed>
    <arrived><date/><note/></arrived>
    <started><date>%s</date><note/></started>
    <ended><date>%s</date><note>%s</note></ended><note/>
    <created-by>x</created-by><created-date>2010-05-20</created-date>
    <last-modified-by>x</last-modified-by>
    <last-modified-date>RELEASE</last-modified-date></chief>
    """
        .formatted(id, person, appointed, started, ended, note);
  }

  /** Those who served in Moscow. */
  MissionFixture moscow(String... chiefs) throws IOException {
    return moscow(List.of(chiefs), List.of());
  }

  MissionFixture moscow(List<String> chiefs, List<String> nominees) throws IOException {
    return file(
        "missions-countries/russia.xml",
        "<country-mission><territory-id>russia</territory-id><chiefs>%s</chiefs>"
                .formatted(joined(chiefs))
            + "<other-nominees>%s</other-nominees></country-mission>".formatted(joined(nominees)));
  }

  /** Secretaries of State. */
  MissionFixture secretaries(String... principals) throws IOException {
    return file(
        "positions-principals/secretary.xml",
        "<principal-position><id>secretary</id><names><singular>Secretary of State</singular>"
            + "</names><principals>%s</principals></principal-position>"
                .formatted(
                    joined(List.of(principals))
                        .replace("<chief>", "<principal>")
                        .replace("</chief>", "</principal>")));
  }

  MissionFixture file(String name, String content) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content.replace("RELEASE", release));
    return this;
  }

  private static String joined(List<String> chiefs) {
    return chiefs.stream().collect(Collectors.joining());
  }
}
