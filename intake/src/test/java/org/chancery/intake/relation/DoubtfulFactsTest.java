package org.chancery.intake.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chancery.intake.Summary;
import org.chancery.intake.TakenIn;
import org.chancery.intake.source.Readings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts that may be true and that a careful archivist would question: kept, and flagged. */
@Timeout(20)
@Tag("slow")
class DoubtfulFactsTest {
  private static final String BEGUN =
      "cuba-02,cuba,Cuba,relations_established,1902-05-27,day,false,high,prose,cuba.xml,2,Begun.";
  private static final String SEVERED =
      "cuba-04,cuba,Cuba,relations_severed,1961-01-03,day,false,high,prose,cuba.xml,4,Severed.";

  @TempDir Path folder = Path.of("");
  private final TakenIn ledger = new TakenIn();

  @AfterEach
  void close() {
    ledger.close();
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
  void theSameFactsAgainAreReportedWithTheSameDoubts() throws IOException {
    Path file = write(SEVERED, BEGUN.replace(",Cuba,", ",France,"), SEVERED.replace("-04", "-05"));
    List<String> first = ledger.withRelations(file).report();
    long flagged = ledger.summary().flagged();
    assertThat(first).hasSize(2).anyMatch(told -> told.contains("kept as a discrepancy: "));
    List<String> again = ledger.withRelations(file).report();
    assertThat(again)
        .containsExactlyInAnyOrderElementsOf(
            first.stream().map(DoubtfulFactsTest::unchanged).toList());
    assertThat(ledger.summary()).isEqualTo(new Summary(3, 0, 0, 0, 3, flagged, 0));
  }

  private static String unchanged(String told) {
    return told.replace(" new: ", " unchanged: ");
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
