package org.chancery.intake.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.intake.travel.ReleaseFixture.BONN;
import static org.chancery.intake.travel.ReleaseFixture.CAIRO;
import static org.chancery.intake.travel.ReleaseFixture.LIMA;
import static org.chancery.intake.travel.ReleaseFixture.PARIS;
import static org.chancery.intake.travel.ReleaseFixture.ROME;
import static org.chancery.intake.travel.ReleaseFixture.TOKYO;
import static org.chancery.intake.travel.TravelFixture.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.chancery.intake.TakenIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release of which not all can be read, after one that was whole. */
@Tag("slow")
class DamagedReleasesTest {
  private static final String TILLERSON = "tillerson-rex-w.xml";
  private static final String LEFT =
      "not all that the release tells of tillerson-rex-w could be read "
          + "(secretary-travels/tillerson-rex-w.xml, line ";

  private final TakenIn ledger = new TakenIn();
  private ReleaseFixture later = new ReleaseFixture(Path.of(""), "");
  private List<String> before = List.of();

  @BeforeEach
  void takeTheWholeIn(@TempDir Path earlier, @TempDir Path latest) throws IOException {
    take(new ReleaseFixture(earlier, "2020-01-01").whole());
    before = stops();
    later = new ReleaseFixture(latest, "2025-03-06").whole();
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void aFileThatBreaksOffRetractsAndCorrectsNothing() throws IOException {
    take(later.with(TILLERSON, cut(file(BONN, PARIS, ROME, CAIRO, TOKYO), "Rome")));
    nothingIsEntered();
    assertThat(left())
        .containsExactly(
            "secretary-travels/tillerson-rex-w.xml, line 8, leg 2",
            "trips/tillerson-rex-w-2017-09-01");
    assertThat(ledger.summary().refused()).isOne();
  }

  @Test
  void aLegThatCannotBeReadRetractsNothing() throws IOException {
    take(later.tillerson(BONN, PARIS, ROME, CAIRO, TOKYO.replace("2017-09-02", "soon")));
    nothingIsEntered();
    assertThat(left()).containsExactly("trips/tillerson-rex-w-2017-09-01");
  }

  @Test
  void aLegThatCannotBeReadTakesNoStopOffItsTripAndMakesNoOtherTripOfTheRest() throws IOException {
    take(later.tillerson(BONN, PARIS, ROME.replace("2017-05-04", "soon"), CAIRO, TOKYO));
    nothingIsEntered();
    assertThat(left())
        .containsExactly(
            "secretary-travels/tillerson-rex-w.xml, line 8, leg 2",
            "secretary-travels/tillerson-rex-w.xml, line 20, leg 4");
  }

  @Test
  void aLegOfNobodyKnownHoldsAllOfItsFile() throws IOException {
    String nobody = TOKYO.replace("who=\"tillerson-rex-w\"", "");
    take(later.tillerson(BONN.replace("2017-02-17", "2017-02-16"), PARIS, ROME, CAIRO, nobody));
    nothingIsEntered();
    assertThat(left())
        .containsExactly(
            "secretary-travels/tillerson-rex-w.xml, line 2, leg 1",
            "trips/tillerson-rex-w-2017-09-01");
  }

  @Test
  void aFileThatCannotBeReadAtAllHoldsWhatItOnceSaid() throws IOException {
    take(later.with(TILLERSON, "Dear Sir,").with("others.xml", file(BONN)));
    nothingIsEntered();
    assertThat(left())
        .containsExactly("trips/tillerson-rex-w-2017-05-01", "trips/tillerson-rex-w-2017-09-01");
  }

  @Test
  void aTravellerOfWhomNoFileTellsKeepsAllTrips(@TempDir Path folder) throws IOException {
    take(new ReleaseFixture(folder, "2025-03-06").powell(LIMA));
    assertThat(ledger.names()).containsExactly("entry.retracted");
    assertThat(stops()).filteredOn(stop -> stop.startsWith("tillerson")).hasSize(5);
  }

  @Test
  void othersAreCorrectedAndRetractedNonetheless() throws IOException {
    String soon = TOKYO.replace("2017-09-02", "soon");
    String cuzco = LIMA.replace(">Lima<", ">Cuzco<");
    later.tillerson().powell();
    take(later.with("all.xml", file(BONN, soon, cuzco)));
    assertThat(ledger.names()).containsExactly("entry.corrected", "entry.retracted");
    assertThat(stops())
        .contains("powell-colin-luther 2001-09-11 [Cuzco]")
        .filteredOn(stop -> stop.startsWith("tillerson"))
        .hasSize(5);
  }

  @Test
  void aTripOnOtherDaysIsAddedNonetheless() throws IOException {
    String oslo =
        ReleaseFixture.of("tillerson-rex-w", 8, "2017-12-01", "2017-12-01", "norway", "Oslo");
    take(later.with(TILLERSON, cut(file(oslo, BONN, PARIS), "Paris")));
    assertThat(ledger.names()).containsExactly("party.registered", "trip.recorded");
  }

  @Test
  void aTravellerUnderAnotherIdIsNotTakenForSomebodyElse() throws IOException {
    String renamed =
        file(BONN, PARIS, ROME, CAIRO, TOKYO).replace("tillerson-rex-w", "tillerson-rex");
    take(later.tillerson().with("tillerson-rex.xml", cut(renamed, "Rome")));
    assertThat(ledger.names()).containsExactly("official.registered");
    assertThat(stops()).isEqualTo(before);
  }

  @Test
  void whatWasHeldIsTakenInOnceTheFileIsMended() throws IOException {
    String shorter = BONN.replace("2017-02-17", "2017-02-16");
    String whole = file(shorter, PARIS, ROME, CAIRO);
    take(later.with(TILLERSON, cut(whole, "Rome")));
    nothingIsEntered();
    take(later.with(TILLERSON, whole));
    assertThat(ledger.names()).containsExactly("entry.corrected", "entry.retracted");
  }

  private TakenIn take(ReleaseFixture release) throws IOException {
    return ledger.with(release.directory());
  }

  private static String cut(String text, String at) {
    return text.substring(0, text.indexOf(at));
  }

  private List<String> stops() {
    return StandingTravels.stops(ledger, Role.SECRETARY);
  }

  private void nothingIsEntered() {
    assertThat(ledger.names()).isEmpty();
    assertThat(stops()).isEqualTo(before);
  }

  /** What the report says is left as it was, for the release could not be read whole. */
  private List<String> left() {
    return ledger.report().stream()
        .filter(line -> line.contains(LEFT))
        .map(line -> line.replaceFirst(" unchanged: .*", ""))
        .toList();
  }
}
