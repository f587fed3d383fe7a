package org.chancery.intake.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.intake.travel.ReleaseFixture.BONN;
import static org.chancery.intake.travel.ReleaseFixture.CAIRO;
import static org.chancery.intake.travel.ReleaseFixture.LIMA;
import static org.chancery.intake.travel.ReleaseFixture.PARIS;
import static org.chancery.intake.travel.ReleaseFixture.ROME;
import static org.chancery.intake.travel.ReleaseFixture.SEOUL;
import static org.chancery.intake.travel.ReleaseFixture.TOKYO;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.intake.Summary;
import org.chancery.intake.TakenIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The travels as published in 2020, and then as published in 2025. */
@Tag("slow")
class ReleasesTest {
  private final TakenIn ledger = new TakenIn();
  private ReleaseFixture later = new ReleaseFixture(Path.of(""), "");

  @BeforeEach
  void takeTheEarlierIn(@TempDir Path earlier, @TempDir Path latest) throws IOException {
    ledger.with(new ReleaseFixture(earlier, "2020-01-01").whole().directory());
    later = new ReleaseFixture(latest, "2025-03-06").whole();
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void whatIsToldAsBeforeIsNotEnteredAgain() throws IOException {
    assertThat(take(later).entered()).isEmpty();
    assertThat(ledger.summary()).isEqualTo(new Summary(5, 0, 0, 0, 5, 0, 0));
    assertThat(ledger.report()).isEmpty();
  }

  @Test
  void aStopThatIsToldOtherwiseIsACorrection() throws IOException {
    String shorter = CAIRO.replace("2017-05-06", "2017-05-05");
    take(later.tillerson(BONN, PARIS, ROME, shorter, TOKYO));
    assertThat(ledger.names()).containsExactly("entry.corrected");
    assertThat(ledger.reasons())
        .containsExactly(
            "The release of 2025-03-06 has it otherwise: egypt, 2017-05-05/2017-05-06: "
                + "dates \"2017-05-05\", not \"2017-05-05/2017-05-06\"");
    assertThat(stops()).hasSize(7).contains("tillerson-rex-w 2017-05-05 [Cairo]");
  }

  @Test
  void aTripThatIsToldNoLongerIsRetracted() throws IOException {
    take(later.tillerson(BONN, PARIS, ROME, CAIRO));
    assertThat(ledger.names()).containsExactly("entry.retracted");
    assertThat(ledger.reasons())
        .containsExactly("The release of 2025-03-06 no longer has this trip");
    assertThat(stops()).hasSize(6).noneMatch(stop -> stop.contains("Tokyo"));
  }

  @Test
  void aTripThatWasNotToldBeforeIsAnAddition() throws IOException {
    String kyoto =
        ReleaseFixture.of("powell-colin-luther", 8, "2003-02-02", "2003-02-03", "japan", "Kyoto");
    assertThat(take(later.powell(LIMA, SEOUL, kyoto)).names()).containsExactly("trip.recorded");
    assertThat(stops()).hasSize(8).contains("powell-colin-luther 2003-02-02/2003-02-03 [Kyoto]");
  }

  @Test
  void aLegThatIsGivenTheNumberOfAnotherTravellersStaysItsOwn() throws IOException {
    List<String> before = stops();
    later.tillerson(BONN.replace("<id>1<", "<id>6<"), PARIS, ROME, CAIRO, TOKYO);
    later.powell(LIMA.replace("<id>6<", "<id>1<"), SEOUL);
    assertThat(take(later).entered()).isEmpty();
    assertThat(stops()).isEqualTo(before);
  }

  @Test
  void anEarlierReleaseHasNoWordInWhatALaterOneSaid(@TempDir Path earlier) throws IOException {
    take(later.tillerson(BONN, PARIS, ROME));
    take(new ReleaseFixture(earlier, "2020-01-01").whole());
    assertThat(ledger.entered()).isEmpty();
    assertThat(ledger.report())
        .singleElement()
        .asString()
        .contains("it was entered by hand or from a later release");
  }

  @Test
  void aTravellerWhoIsNamedOtherwiseIsACorrection(@TempDir Path earlier) throws IOException {
    String[] legs = {BONN, PARIS, ROME, CAIRO, TOKYO};
    later.tillerson(
        Stream.of(legs)
            .map(leg -> leg.replaceFirst("<name>[^<]*<", "<name>Rex T.<"))
            .toArray(String[]::new));
    take(later);
    assertThat(ledger.names()).containsExactly("entry.corrected");
    assertThat(ledger.reasons())
        .singleElement()
        .asString()
        .startsWith("The release of 2025-03-06 names the official Rex T., not ");
    assertThat(take(later).entered()).isEmpty();
    assertThat(take(new ReleaseFixture(earlier, "2020-01-01").whole()).entered()).isEmpty();
  }

  @Test
  void aTripWhoseStopsStandInAnotherIsRetractedForThat() throws IOException {
    String between =
        ReleaseFixture.of("tillerson-rex-w", 9, "2017-05-05", "2017-08-31", "spain", "Madrid");
    take(later.tillerson(BONN, PARIS, ROME, CAIRO, between, TOKYO));
    assertThat(ledger.names()).contains("entry.corrected", "entry.retracted");
    assertThat(ledger.reasons())
        .contains("The release of 2025-03-06 has the stops of this trip in another");
  }

  @Test
  void aReleaseInOtherLettersChangesNothing(@TempDir Path other) throws IOException {
    String kyoto =
        ReleaseFixture.of("powell-colin-luther", 8, "2003-02-02", "2003-02-03", "japan", "Kyōto")
            .replaceAll("<name>[^<]*", "<name>Ça and là");
    take(later.powell(kyoto));
    new ReleaseFixture(other, "2025-03-06").whole().powell(kyoto);
    try (Stream<Path> files = Files.list(other.resolve("secretary-travels"))) {
      for (Path file : files.toList()) {
        String decomposed =
            Normalizer.normalize(Files.readString(file), Normalizer.Form.NFD)
                .replace(" and ", "\u00a0and ");
        Files.writeString(file, decomposed);
      }
    }
    ledger.with(other);
    assertThat(ledger.all()).isEmpty();
    assertThat(ledger.report()).isEmpty();
  }

  @Test
  void eachLegIsCitedByItsNumberInEachReleaseThatTellsIt() throws IOException {
    later.powell(LIMA.replace("<id>6<", "<id>61<"), SEOUL.replace("<id>7<", "<id>6<"));
    take(later);
    assertThat(ledger.all())
        .filteredOn(entry -> entry.name().equals("trip.corroborated"))
        .extracting(entry -> entry.subject() + " " + entry.attribution().sources())
        .anyMatch(told -> told.matches("trips/powell-colin-luther-2001.*2025-03-06.*leg 61\".*"))
        .anyMatch(told -> told.matches("trips/powell-colin-luther-2002.*2025-03-06.*leg 6\".*"));
    assertThat(take(later).all()).isEmpty();
  }

  @Test
  void anOfficeIsAttestedOnTheDaysOfTheLatestRelease() throws IOException {
    assertThat(StandingTravels.inOffice(ledger))
        .contains(
            "powell-colin-luther Secretary of State [2001-09-11, 2002-11-11/2002-11-12]",
            "tillerson-rex-w Secretary of State "
                + "[2017-02-15/2017-02-17, 2017-05-01/2017-05-06, 2017-09-01/2017-09-02]");
    take(later.powell(LIMA));
    assertThat(StandingTravels.inOffice(ledger))
        .contains("powell-colin-luther Secretary of State [2001-09-11]");
    assertThat(take(later).all()).isEmpty();
  }

  @Test
  void whoGoesByAnotherIdIsAttestedUnderThatAlone() throws IOException {
    take(
        later.powell(
            LIMA.replace("powell-colin-luther", "powell-colin-l"),
            SEOUL.replace("powell-colin-luther", "powell-colin-l")));
    assertThat(StandingTravels.inOffice(ledger))
        .anyMatch(attested -> attested.startsWith("powell-colin-l "))
        .noneMatch(attested -> attested.startsWith("powell-colin-luther "));
    assertThat(ledger.all())
        .filteredOn(entry -> entry.name().equals("entry.retracted"))
        .extracting(entry -> entry.subject().toString())
        .containsExactly("officials/powell-colin-luther");
    assertThat(take(later).all()).isEmpty();
  }

  @Test
  void aFileThatCannotBeReadIsRefusedAndNotRead() throws IOException {
    take(later.with("mail.xml", "<html>"));
    assertThat(ledger.summary()).isEqualTo(new Summary(5, 0, 0, 0, 5, 0, 1));
    assertThat(ledger.report()).anyMatch(told -> told.startsWith("secretary-travels/mail.xml"));
  }

  @Test
  void whatIsRefusedIsNamedByItsNumber() throws IOException {
    take(later.powell(LIMA, SEOUL.replace("2002-11-12", "2002-11-31")));
    assertThat(ledger.report())
        .anyMatch(
            told -> told.matches("secretary-travels/powell.*xml, line \\d+, leg 7 refused.*"));
  }

  private TakenIn take(ReleaseFixture release) throws IOException {
    return ledger.with(release.directory());
  }

  private List<String> stops() {
    return StandingTravels.stops(ledger, Role.SECRETARY);
  }
}
