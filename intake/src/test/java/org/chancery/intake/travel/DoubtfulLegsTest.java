package org.chancery.intake.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.intake.travel.TravelFixture.BONN;
import static org.chancery.intake.travel.TravelFixture.file;
import static org.chancery.intake.travel.TravelFixture.leg;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.chancery.intake.TakenIn;
import org.chancery.intake.source.Readings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Legs that may be true and that a careful archivist would question: kept, and flagged. */
@Timeout(20)
@Tag("slow")
class DoubtfulLegsTest {
  private static final String TILLERSON = "tillerson-rex-w.xml";
  private static final String PARIS =
      leg(2, "2018-01-01", "2018-01-01", "france", "Paris", "Met with officials.");
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
  void theSameTravelsAgainAreReportedWithTheSameDoubts() throws IOException {
    travels(BONN.replace("\"germany\"", "\"atlantis\"").replace(">Germany<", ">France<"), PARIS);
    List<String> first = ledger.with(folder).report();
    assertThat(first).hasSize(2).anyMatch(told -> told.contains(UNLISTED));
    List<String> again = ledger.with(folder).report();
    assertThat(again).isEqualTo(first.stream().map(DoubtfulLegsTest::unchanged).toList());
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
}
