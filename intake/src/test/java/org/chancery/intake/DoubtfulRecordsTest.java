package org.chancery.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chancery.intake.TravelFixture.BONN;
import static org.chancery.intake.TravelFixture.file;
import static org.chancery.intake.TravelFixture.leg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chancery.command.CommandReader;
import org.chancery.command.reference.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records that may be true and that a careful archivist would question: kept, and flagged. */
@Timeout(20)
@Tag("slow")
class DoubtfulRecordsTest {
  private static final String TILLERSON = "tillerson-rex-w.xml";
  private static final String PARIS =
      leg(2, "2018-01-01", "2018-01-01", "france", "Paris", "Met with officials.");
  private static final String BEGUN =
      "cuba-02,cuba,Cuba,relations_established,1902-05-27,day,false,high,prose,cuba.xml,2,Begun.";
  private static final String SEVERED =
      "cuba-04,cuba,Cuba,relations_severed,1961-01-03,day,false,high,prose,cuba.xml,4,Severed.";
  private static final String UNLISTED = "atlantis is in no list of countries";

  @TempDir Path folder = Path.of("");
  private final TakenIn ledger = new TakenIn();

  @AfterEach
  void close() {
    ledger.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          >Germany<     | >France<     | leg 1 names germany France, the name of france
          >Germany<     | >Atlantis<   | leg 1 names germany Atlantis, a name it is not known by
          "germany"     | "france"     | leg 1 names france Germany, the name of germany
          "germany"     | "atlantis"   | atlantis is in no list of countries
          who="tillerson-rex-w" | who="rice-susan" | leg 1 is of rice-susan, in the file tillerson-
          "secretary"   | "president"  | leg 1 is of a president, in the folder secretary-travels
          <id>1<        | <id>2<       | leg 2 shares its id with another record
          """)
  void aLegThatDisagreesWithItselfOrWithWhatIsKnownIsFlagged(
      String sound, String odd, String flag) {
    String doubtful = BONN.replace(sound, odd);
    if (odd.equals("\"president\"")) {
      doubtful = doubtful.replace("<role>secretary", "<role>president");
    }
    Readings read = travels(doubtful, PARIS);
    assertThat(read.malformed()).isEmpty();
    assertThat(read.flags(flag)).hasSizeBetween(1, 2);
    assertThat(travels(BONN, PARIS).facts()).allMatch(fact -> fact.flags().isEmpty());
  }

  @Test
  void namesOfTheTimeAndOtherSpellingsAreNoDoubt() {
    for (String name : List.of("Germany, Federal Republic of", "GERMANY", "Germany (Berlin)")) {
      assertThat(travels(BONN.replace(">Germany<", ">" + name + "<")).flags("names")).isEmpty();
    }
  }

  @Test
  void twoRecordsUnderOneIdInTwoFilesAreFlaggedOnBothOnce() {
    String lima = leg(1, "2001-09-11", "2001-09-11", "peru", "Lima", "Met with officials.");
    Readings read =
        new TravelFixture(folder)
            .with(TILLERSON, file(BONN, PARIS))
            .with("powell.xml", file(lima.replace("tillerson-rex-w", "powell")))
            .read();
    assertThat(read.flags("shares its id"))
        .containsExactlyInAnyOrder(
            "leg 1 shares its id with another record: secretary-travels/tillerson-rex-w.xml, line"
                + " 2",
            "leg 1 shares its id with another record: secretary-travels/powell.xml, line 2");
  }

  @Test
  void aFactUnderAnIdThatAnotherHasIsRefusedAndTheOtherFlagged() throws IOException {
    Readings read = relations(BEGUN, SEVERED, BEGUN.replace("1902", "1903"));
    assertThat(read.reasons()).containsExactly("id 'cuba-02' stands already in r.csv, line 2");
    assertThat(read.flags("stands again"))
        .containsExactly("id 'cuba-02' stands again, with other content, in r.csv, line 4");
    assertThat(relations(BEGUN, BEGUN).flags("stands again")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ,Cuba,  | ,France,         | names cuba France, the name of france
          ,cuba,  | ,atlantis,       | atlantis is in no list of countries
          Begun.  | Be\u202Egun.     | has characters in its source_head that do not show
          ,Cuba,  | ,Cu\u200Bba,     | has characters in its country_name that do not show
          """)
  void aFactThatDisagreesWithWhatIsKnownIsFlagged(String sound, String odd, String flag)
      throws IOException {
    Readings read = relations(BEGUN.replace(sound, odd));
    assertThat(read.malformed()).isEmpty();
    assertThat(read.facts().getFirst().flags()).anyMatch(told -> told.startsWith(flag));
    assertThat(relations(BEGUN).facts().getFirst().flags()).isEmpty();
  }

  @Test
  void charactersOfACommandThatDoNotShowAreFlagged() throws IOException {
    String line =
        "{\"command\":\"RegisterOfficial\",\"official\":\"o\",\"name\":\"A\\u202E B\","
            + "\"provenance\":{\"sources\":[{\"title\":\"a\\u0007 roll\"}]}}\n";
    List<ParsedRecord> read = new ArrayList<>();
    new CommandsReader(new CommandReader(new Directory()))
        .read(Files.writeString(folder.resolve("c.ndjson"), line), read::add);
    assertThat(new Readings(read).facts().getFirst().flags())
        .containsExactly(
            "has characters in its name that do not show",
            "has characters in its title that do not show");
  }

  @Test
  void aFileWithoutAnyCommandIsOfAnotherKind() throws IOException {
    CommandsReader reader = new CommandsReader(new CommandReader(new Directory()));
    for (String text : List.of("", BEGUN + "\n" + SEVERED, "no\n".repeat(101) + "{}")) {
      Path file = Files.writeString(folder.resolve("r.csv"), text);
      assertThatThrownBy(() -> reader.read(file, _ -> {})).isInstanceOf(OtherKind.class);
    }
  }

  @Test
  void theSameFactsAgainAreReportedWithTheSameDoubts() throws IOException {
    Path file = write(SEVERED, BEGUN.replace(",Cuba,", ",France,"), SEVERED.replace("-04", "-05"));
    List<String> first = ledger.withRelations(file).report();
    long flagged = ledger.summary().flagged();
    assertThat(first).hasSize(2).anyMatch(told -> told.contains("kept as a discrepancy: "));
    List<String> again = ledger.withRelations(file).report();
    assertThat(again)
        .containsExactlyInAnyOrderElementsOf(
            first.stream().map(DoubtfulRecordsTest::unchanged).toList());
    assertThat(ledger.summary()).isEqualTo(new Summary(3, 0, 0, 0, 3, flagged, 0));
  }

  @Test
  void theSameTravelsAgainAreReportedWithTheSameDoubts() throws IOException {
    travels(BONN.replace("\"germany\"", "\"atlantis\"").replace(">Germany<", ">France<"), PARIS);
    List<String> first = ledger.with(folder).report();
    assertThat(first).hasSize(2).anyMatch(told -> told.contains(UNLISTED));
    List<String> again = ledger.with(folder).report();
    assertThat(again).isEqualTo(first.stream().map(DoubtfulRecordsTest::unchanged).toList());
  }

  @Test
  void aCountryThatIsRegisteredIsKnown() throws IOException {
    travels(BONN.replace("germany", "atlantis").replace("Germany", "Atlantis"));
    assertThat(ledger.registering("atlantis").with(folder).report()).isEmpty();
    assertThat(ledger.with(folder).report()).isEmpty();
  }

  private static String unchanged(String told) {
    return told.replace(" new: ", " unchanged: ");
  }

  private Readings travels(String... legs) {
    return new TravelFixture(folder).with(TILLERSON, file(legs)).read();
  }

  private Readings relations(String... rows) throws IOException {
    return Readings.of(new RelationsReader(), write(rows));
  }

  private Path write(String... rows) throws IOException {
    return Files.writeString(
        folder.resolve("r.csv"),
        String.join(",", RelationsRow.HEADER) + "\n" + String.join("\n", rows) + "\n");
  }
}
