package org.chancery.intake.mission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.intake.mission.MissionFixture.HARRIMAN;
import static org.chancery.intake.mission.MissionFixture.SMITH;

import java.io.IOException;
import java.nio.file.Path;
import org.chancery.intake.Summary;
import org.chancery.intake.TakenIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A later release of the appointments, taken in after an earlier one. */
class MissionReleasesTest {
  private final TakenIn ledger = new TakenIn();
  @TempDir Path folder = Path.of("");

  @BeforeEach
  void takeTheEarlierIn(@TempDir Path earlier) throws IOException {
    ledger.withMissions(release(earlier, "2020-01-01").moscow(HARRIMAN, SMITH).directory());
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private static MissionFixture release(Path folder, String day) throws IOException {
    return new MissionFixture(folder, day);
  }

  private void take(String... chiefs) throws IOException {
    ledger.withMissions(release(folder, "2025-01-15").moscow(chiefs).directory());
  }

  @Test
  void whatIsToldAsBeforeIsNotEnteredAgain() throws IOException {
    take(HARRIMAN, SMITH);

    assertThat(ledger.all()).isEmpty();
    assertThat(ledger.summary()).isEqualTo(new Summary(6, 0, 0, 0, 6, 0, 0));
  }

  /** A land's file tells of the time before it arose, as does that of the land before it. */
  @Test
  void whatTwoFilesTellOfOnePersonInOnePostIsNotEnteredAgain() throws IOException {
    MissionFixture both =
        release(folder, "2025-01-15")
            .moscow(HARRIMAN, SMITH)
            .file(
                "missions-countries/soviet-union.xml",
                "<country-mission><territory-id>russia</territory-id><chiefs>%s</chiefs></country-mission>"
                    .formatted(
                        MissionFixture.of(
                            "su-1948-smit-02",
                            "smith-w",
                            "1949-01-05",
                            "1949-02-03",
                            "1949-03-25",
                            "Left post on")));
    ledger.withMissions(both.directory());
    assertThat(ledger.names()).hasSize(3);
    ledger.withMissions(both.directory());

    assertThat(ledger.all()).isEmpty();
  }

  @Test
  void idsDriftSoThatTheTurnsDecideWhichTermItIs() throws IOException {
    take(HARRIMAN.replace("ru-1943-harr-01", "ru-1943-harr-99"), SMITH);

    assertThat(ledger.all()).isEmpty();
  }

  @Test
  void aDateThatIsToldOtherwiseIsACorrection() throws IOException {
    take(HARRIMAN.replace("1943-10-23", "1943-10-24"), SMITH);

    assertThat(ledger.names()).containsExactly("entry.corrected");
    assertThat(ledger.reasons())
        .containsExactly(
            "The release of 2025-01-15 has credentials presented on 1943-10-24, not 1943-10-23");
    take(HARRIMAN.replace("1943-10-23", "1943-10-24"), SMITH);
    assertThat(ledger.all()).isEmpty();
  }

  @Test
  void aTurnThatWasNotToldBeforeIsAdded() throws IOException {
    take(HARRIMAN.replace("<arrived><date/>", "<arrived><date>1943-10-18</date>"), SMITH);

    assertThat(ledger.names()).containsExactly("mission.head-arrived");
  }

  @Test
  void whatIsNoLongerToldIsRetractedTheLastTurnFirst() throws IOException {
    take(HARRIMAN);

    assertThat(ledger.names())
        .containsExactly("entry.retracted", "entry.retracted", "entry.retracted");
    assertThat(ledger.summary().refused()).isZero();
  }

  @Test
  void nothingIsRetractedForWhatCouldNotBeRead() throws IOException {
    take(HARRIMAN, SMITH.replace("1946-03-22", "never"));

    assertThat(ledger.all()).isEmpty();
  }

  @Test
  void anEarlierReleaseHasNoWordInWhatALaterOneSaid(@TempDir Path other) throws IOException {
    take(HARRIMAN.replace("1943-10-23", "1943-10-24"), SMITH);
    ledger.withMissions(release(other, "2020-01-01").moscow(HARRIMAN, SMITH).directory());

    assertThat(ledger.all()).isEmpty();
    assertThat(ledger.report())
        .singleElement()
        .asString()
        .contains("it was entered by hand or from a later release");
  }

  @Test
  void turnsOutOfOrderAreKeptAsDiscrepanciesAndToldAgain(@TempDir Path other) throws IOException {
    String early =
        MissionFixture.of("x-1", "poe-ann", "1856-06-25", "1854-12-01", "1858-12-01", "");
    take(HARRIMAN, SMITH, early);

    assertThat(ledger.names())
        .contains("mission.head-appointed", "mission.functions-ended", "mission.discrepancy-noted");
    assertThat(ledger.summary().refused()).isZero();
    assertThat(ledger.summary().flagged()).isEqualTo(2);
    take(HARRIMAN, SMITH, early);
    assertThat(ledger.all()).isEmpty();
    assertThat(ledger.summary().flagged()).isEqualTo(2);

    String mended = early.replace("1854-12-01", "1856-12-01");
    ledger.withMissions(release(other, "2026-01-01").moscow(HARRIMAN, SMITH, mended).directory());
    assertThat(ledger.names()).containsExactly("entry.retracted", "mission.credentials-presented");
  }
}
