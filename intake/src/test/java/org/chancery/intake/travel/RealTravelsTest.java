package org.chancery.intake.travel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chancery.intake.RealData;
import org.chancery.intake.source.Draft;
import org.chancery.intake.source.Prose;
import org.chancery.intake.source.Readings;
import org.chancery.shared.PartyId;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.official.OfficialCommand.RegisterOfficial;
import org.chancery.shared.party.PartyCommand.RegisterParty;
import org.chancery.shared.precondition.Reference;
import org.chancery.shared.provenance.Source;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.trip.Stop;
import org.chancery.shared.trip.TripCommand.RecordTrip;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The travels of 1866 to 2025, whole. */
@EnabledIf(value = RealData.IS_AT_HAND, disabledReason = RealData.ABSENT)
@Tag("slow")
class RealTravelsTest {
  private static Readings travels = new Readings(List.of());

  @BeforeAll
  static void read() {
    travels = Readings.of(new TravelReader(), RealData.at("travels"));
  }

  @Test
  void everyLegIsAStopOfAJourney() {
    assertThat(travels.malformed()).isEmpty();
    assertThat(travels.commands(RecordTrip.class)).hasSize(1_463);
    assertThat(stopsBy("Secretary of State")).isEqualTo(3_439);
    assertThat(stopsBy("President")).isEqualTo(832);
    assertThat(travels.commands(RegisterOfficial.class)).hasSize(55);
  }

  @Test
  void theLongestJourneyHasSixteenLegs() {
    assertThat(travels.commands(RecordTrip.class))
        .extracting(trip -> trip.stops().size())
        .contains(16)
        .allMatch(size -> size <= 16);
  }

  @Test
  void tillersonStoppedInBonn() {
    Draft draft = travels.named("trips/tillerson-rex-w-2017-02-15");
    Stop bonn = ((RecordTrip) draft.command()).stops().getFirst();
    assertThat(bonn.country()).isEqualTo(new PartyId("germany"));
    assertThat(bonn.places()).containsExactly("Bonn");
    assertThat(bonn.dates().text()).isEqualTo("2017-02-15/2017-02-17");
    assertThat(bonn.note()).isEqualTo("Attended a G-20 Foreign Ministers’ Meeting.");
    assertThat(draft.origin()).isEqualTo("secretary-travels/tillerson-rex-w.xml, line 3, leg 3913");
    assertThat(draft.provenance().sources())
        .containsExactly(
            new Source(
                "Travels of the Secretary of State",
                "U.S. Department of State, Office of the Historian",
                EdtfDate.parse("2025-03-06"),
                "secretary-travels/tillerson-rex-w.xml, leg 3913",
                null,
                null));
  }

  @Test
  void placesAreToldApart() {
    assertThat(travels.stops()).filteredOn(stop -> stop.places().contains("Bonn")).hasSize(69);
    assertThat(travels.stops())
        .filteredOn(stop -> stop.places().contains("Mexico, D.F."))
        .hasSize(31);
    assertThat(travels.stops())
        .flatExtracting(Stop::places)
        .doesNotContain("D.F.", "Sussex", "West Indies", "Fasano")
        .allMatch(place -> place.equals(Prose.collapsed(place)));
  }

  @Test
  void renamedCountriesKeepOneIdAndTheirNameOfTheTime() {
    assertThat(travels.stops())
        .filteredOn(stop -> stop.country().value().equals("turkey"))
        .extracting(Stop::countryName)
        .contains("Turkey", "Türkiye");
    assertThat(travels.commands(RegisterParty.class))
        .extracting(party -> party.party().value())
        .doesNotContain("turkiye", "czechia", "north-macedonia", "congo-kinshasa", "west-bank");
  }

  @Test
  void whatACarefulReaderChecksIsFlaggedAndKept() {
    assertThat(travels.flags("overlap")).hasSize(42);
    assertThat(travels.flags("entered twice"))
        .containsExactlyInAnyOrder(
            "legs 3992 and 4019 look like one entered twice",
            "legs 3993 and 4020 look like one entered twice",
            "legs 3994 and 4021 look like one entered twice",
            "legs 2121 and 2123 look like one entered twice",
            "legs 4118 and 4119 look like one entered twice");
    assertThat(travels.flags("the format does not")).isEmpty();
    assertThat(travels.flags("list of countries")).isEmpty();
    assertThat(travels.flags("names ").filter(flag -> !flag.contains("the traveller"))).isEmpty();
    assertThat(travels.flags("in the f")).isEmpty();
    assertThat(travels.flags("shares its id")).isEmpty();
    assertThat(travels.flags("do not show")).isEmpty();
    assertThat(travels.flags("President-elect")).hasSize(17);
    assertThat(travels.flags("lasts"))
        .contains("leg 1206 lasts 213 days", "leg 2664 lasts 97 days")
        .hasSize(4);
  }

  @Test
  void whatATripNamesIsRegisteredBeforeIt() {
    Set<Object> registered = new HashSet<>();
    for (Draft draft : travels.drafts()) {
      LedgerCommand command = draft.command();
      for (Reference reference : command.references()) {
        switch (reference) {
          case Reference.Known(var party) -> assertThat(registered).contains(party);
          case Reference.KnownOfficial(var official) -> assertThat(registered).contains(official);
          default -> {}
        }
      }
      switch (command) {
        case RegisterParty party -> registered.add(party.party());
        case RegisterOfficial official -> registered.add(official.official());
        default -> {}
      }
    }
    assertThat(registered).contains(new PartyId("united-states"));
  }

  @Test
  void theSameFilesGiveTheSameKeysAndNoKeyTwice() {
    Readings again = Readings.of(new TravelReader(), RealData.at("travels"));
    assertThat(again.keys()).isEqualTo(travels.keys());
    assertThat(travels.keys())
        .doesNotHaveDuplicates()
        .allMatch(key -> key.matches("[A-Za-z0-9:._/-]{1,128}"));
  }

  @Test
  void theReleaseOf2020IsReadToo() {
    Readings older = Readings.of(new TravelReader(), RealData.at("travels-2020-11-19"));
    assertThat(older.malformed()).isEmpty();
    assertThat(older.stops()).hasSize(3_928);
    assertThat(older.commands(RecordTrip.class)).hasSize(1_335);
    assertThat(older.commands(RegisterOfficial.class)).hasSize(53);
    assertThat(older.flags("list of countries")).isEmpty();
    assertThat(older.flags("names ").filter(flag -> !flag.contains("the traveller"))).isEmpty();
    assertThat(older.flags("in the f"))
        .hasSize(9)
        .allMatch(flag -> flag.endsWith("reilley, in the file stettinius-edward-reilly.xml"));
  }

  private static long stopsBy(String office) {
    return travels.commands(RecordTrip.class).stream()
        .filter(trip -> office.equals(trip.office()))
        .mapToLong(trip -> trip.stops().size())
        .sum();
  }
}
