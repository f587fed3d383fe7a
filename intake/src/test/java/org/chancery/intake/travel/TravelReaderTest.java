package org.chancery.intake.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chancery.intake.travel.TravelFixture.BONN;
import static org.chancery.intake.travel.TravelFixture.file;
import static org.chancery.intake.travel.TravelFixture.leg;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import org.chancery.intake.gazetteer.Gazetteer;
import org.chancery.intake.source.OtherKind;
import org.chancery.intake.source.Readings;
import org.chancery.intake.source.RejectedRecord;
import org.chancery.shared.OfficialId;
import org.chancery.shared.official.OfficialCommand.AttestOffice;
import org.chancery.shared.official.OfficialCommand.RegisterOfficial;
import org.chancery.shared.party.PartyCommand.RegisterParty;
import org.chancery.shared.provenance.Source;
import org.chancery.shared.time.EdtfSpan;
import org.chancery.shared.trip.Stop;
import org.chancery.shared.trip.TripCommand.RecordTrip;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class TravelReaderTest {
  @TempDir Path directory;

  @Test
  void legsADayApartAreOneJourneyAndTwoDaysApartAreTwo() {
    Readings read =
        read(
            leg(3, "2017-02-20", "2017-02-20", "italy", "Rome", ""),
            leg(2, "2017-02-18", "2017-02-18", "france", "Paris", ""),
            BONN);
    assertThat(read.commands(RecordTrip.class))
        .extracting(trip -> trip.trip().value() + " " + trip.stops().size())
        .containsExactly("tillerson-rex-w-2017-02-15 2", "tillerson-rex-w-2017-02-20 1");
  }

  @Test
  void aLegInsideAnotherDoesNotEndTheJourney() {
    Readings read =
        read(
            leg(1, "1974-05-02", "1974-05-31", "israel", "Jerusalem", ""),
            leg(2, "1974-05-03", "1974-05-04", "syria", "Damascus", ""),
            leg(3, "1974-06-01", "1974-06-01", "egypt", "Cairo", ""));
    assertThat(read.stops()).hasSize(3);
    assertThat(read.facts()).hasSize(1);
    assertThat(read.flags("overlap")).containsExactly("legs 1 and 2 overlap by 2 days");
  }

  @Test
  void whatIsNamedIsRegisteredFirstAndOnce() {
    Readings read = read(BONN, leg(2, "2018-01-01", "2018-01-01", "germany", "Berlin", ""));
    assertThat(read.drafts())
        .extracting(draft -> draft.command().getClass().getSimpleName())
        .endsWith("RegisterParty", "RegisterOfficial", "RecordTrip", "RecordTrip", "AttestOffice")
        .containsOnlyOnce("RegisterOfficial");
    assertThat(read.commands(RegisterParty.class))
        .extracting(party -> party.party().value())
        .doesNotHaveDuplicates()
        .contains("united-states")
        .endsWith("germany");
    assertThat(read.commands(RegisterOfficial.class).getFirst().name())
        .isEqualTo("Rex W. Tillerson");
  }

  @Test
  void spacesOfEveryKindAreOneSpace() {
    Readings read =
        read(
            leg(
                1,
                "2018-01-01",
                "2018-01-02",
                "france",
                "Paris,\u00a0 Paris , Caen",
                "A\u202f\n   B\u2003C"));
    Stop stop = read.stops().getFirst();
    assertThat(stop.places()).containsExactly("Paris", "Caen");
    assertThat(stop.note()).isEqualTo("A B C");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          <id>1</id>                   | <id>x</id>                | id 'x' is no whole number
          <id>1</id>                   | ``                        | id is missing
          <id>1</id>                   | <id>1</id><id>2</id>      | id stands twice
          who="tillerson-rex-w"        | ``                        | who is missing
          who="tillerson-rex-w"        | who="../etc"              | '../etc' is not an id
          role="secretary"             | role="king"               | role 'king' is neither
          role="secretary"             | role="president"          | statements of its role differ
          2017-02-15                   | 2017-02-30                | start-date '2017-02-30' is not a day
          2017-02-17                   | 2017-02-01                | ends before it begins
          2017-02-17                   | soon                      | end-date 'soon' is not a day
          id="germany"                 | id="Sierra Leone"         | 'Sierra Leone' is not an id
          id="germany"                 | ``                        | country/@id is missing
          >Germany<                    | `><`                        | country is missing
          Rex W. Tillerson             | ``                        | name is missing
          2017-02-17                   | 2617-02-17                | no stay lasts from 2017-02-15 to
          """)
  void aFaultRefusesItsLegAlone(String sound, String faulty, String reason) {
    String broken = BONN.replace(sound, faulty);
    Readings read = read(broken, leg(2, "2018-01-01", "2018-01-01", "france", "Paris", ""));
    assertThat(read.malformed()).hasSize(1).first().extracting(RejectedRecord::line).isEqualTo(2);
    assertThat(read.reasons().getFirst()).contains(reason);
    assertThat(read.commands(RecordTrip.class)).hasSize(1);
  }

  @Test
  void longStaysOtherNamesAndSharedIdsAreFlagged() {
    String other = leg(1, "1918-12-14", "1919-07-14", "france", "Paris", "").replace("Rex", "R.");
    Readings read = read(leg(1, "1918-12-01", "1918-12-13", "france", "Brest", ""), other);
    assertThat(read.facts().getFirst().flags())
        .containsExactlyInAnyOrder(
            "leg 1 lasts 213 days",
            "two legs share the id 1",
            "leg 1 names the traveller R. W. Tillerson, earlier Rex W. Tillerson");
  }

  @Test
  void aChangedRemarkGivesAnotherKey() {
    assertThat(read(BONN).facts().getLast().key())
        .isNotEqualTo(read(BONN.replace("G-20.", "G-7.")).facts().getLast().key())
        .startsWith("trip:tillerson-rex-w-2017-02-15:");
  }

  @Test
  void aJourneyOfMoreStopsThanATripHoldsIsRefusedByItself() {
    String leg = leg(1, "2018-01-01", "2018-01-01", "france", "Paris", "");
    Readings read = read(leg.repeat(501), BONN);
    assertThat(read.reasons()).containsExactly("stops: at most 500");
    assertThat(read.commands(RecordTrip.class)).hasSize(1);
  }

  @Test
  void theSameInOtherLettersAndSpacesHasTheSameKeys() {
    String composed = BONN.replace("Bonn", "Königs  winter").replace("Rex W.", "René");
    String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD).replace("  ", "\u00a0");
    assertThat(decomposed).isNotEqualTo(composed);
    assertThat(read(decomposed).keys()).isEqualTo(read(composed).keys());
    assertThat(read(decomposed).stops().getFirst().places())
        .containsExactly(Normalizer.normalize("Königs winter", Normalizer.Form.NFD));
  }

  @Test
  void theDaysOfTravelAttestTheOfficeAndThoseOfAPresidentElectDoNot() {
    String elect =
        leg(4, "2018-02-01", "2018-02-02", "peru", "Lima", "[Visit made as President-elect.]");
    Readings read =
        read(
            leg(2, "2017-02-18", "2017-02-18", "france", "Paris", ""),
            leg(3, "2017-02-20", "2017-02-20", "italy", "Rome", ""),
            elect,
            BONN);
    assertThat(read.commands(AttestOffice.class))
        .containsExactly(
            new AttestOffice(
                new OfficialId("tillerson-rex-w"),
                "Secretary of State",
                Gazetteer.UNITED_STATES,
                List.of(EdtfSpan.parse("2017-02-15/2017-02-18"), EdtfSpan.parse("2017-02-20"))));
    assertThat(read.drafts().getLast().provenance().sources())
        .extracting(Source::locator)
        .containsExactly("secretary-travels/tillerson-rex-w.xml");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <id>1</id>     | <id>1</id><mood>good</mood>    | has an element <mood>, which
          <id>           | <id lang="en">                 | has an attribute lang at <id>
          <trip          | <trip secret="yes"             | has an attribute secret at <trip>
          <country id    | <country iso="DE" id           | has an attribute iso at <country>
          <trip          | <trip xmlns="urn:other"        | has the namespace urn:other
          Rex W.         | Rex&#x202E; W.                 | has characters in its name that do not
          G-20.          | G&#x200B;-20.                  | has characters in its remarks that do
          """)
  void whatTheFormatDoesNotHaveIsFlaggedAndKept(String sound, String odd, String flag) {
    Readings read = read(BONN.replace(sound, odd));
    assertThat(read.malformed()).isEmpty();
    assertThat(read.facts().getFirst().flags()).anyMatch(told -> told.startsWith("leg 1 " + flag));
    assertThat(read(BONN).facts().getFirst().flags()).isEmpty();
  }

  @Test
  void aLongNameStillGivesAnId() {
    String who = "a".repeat(64);
    assertThat(read(BONN.replace("tillerson-rex-w", who)).commands(RecordTrip.class))
        .singleElement()
        .satisfies(trip -> assertThat(trip.trip().value()).hasSizeLessThanOrEqualTo(64));
  }

  @Test
  void theSameJourneyInTwoFilesIsTwoTripsWithKeysOfTheirOwn() {
    Readings read =
        new TravelFixture(directory).with("a.xml", file(BONN)).with("b.xml", file(BONN)).read();
    assertThat(read.keys()).doesNotHaveDuplicates();
    assertThat(read.commands(RecordTrip.class))
        .extracting(trip -> trip.trip().value())
        .isEqualTo(List.of("tillerson-rex-w-2017-02-15", "tillerson-rex-w-2017-02-15-2"));
  }

  @Test
  void aDirectoryWithoutTravelsIsNoSource() {
    assertThatThrownBy(() -> new TravelReader().read(directory, _ -> {}))
        .isInstanceOf(OtherKind.class)
        .hasMessageContaining("neither secretary-travels nor president-travels");
  }

  private Readings read(String... legs) {
    return new TravelFixture(directory).with("tillerson-rex-w.xml", file(legs)).read();
  }
}
