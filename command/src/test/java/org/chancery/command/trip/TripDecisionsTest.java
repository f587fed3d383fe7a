package org.chancery.command.trip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.chancery.command.Examples.GERMANY;
import static org.chancery.command.Examples.TILLERSON;
import static org.chancery.command.Examples.US;
import static org.chancery.command.Examples.on;
import static org.chancery.command.Examples.span;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.command.DecisionTable;
import org.chancery.command.Scenario;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.NamedPerson;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.cause.CitedCause;
import org.chancery.shared.precondition.Reference;
import org.chancery.shared.trip.Stop;
import org.chancery.shared.trip.TripCommand;
import org.chancery.shared.trip.TripCommand.AddStop;
import org.chancery.shared.trip.TripCommand.CancelTrip;
import org.chancery.shared.trip.TripCommand.CorroborateTrip;
import org.chancery.shared.trip.TripCommand.PlanTrip;
import org.chancery.shared.trip.TripCommand.RecordTrip;
import org.chancery.shared.trip.TripEvent;
import org.chancery.shared.trip.TripEvent.StopAdded;
import org.chancery.shared.trip.TripEvent.TripCancelled;
import org.chancery.shared.trip.TripEvent.TripPlanned;
import org.chancery.shared.trip.TripEvent.TripRecorded;
import org.chancery.shared.trip.TripId;
import org.chancery.shared.trip.VisitKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TripDecisionsTest {
  private static final String TABLE =
      """
                      | Unknown         | Planned          | Took place       | Cancelled
      PlanTrip        | TripPlanned     | ALREADY_EXISTS   | ALREADY_EXISTS   | ALREADY_EXISTS
      RecordTrip      | TripRecorded    | TripRecorded     | TRIP_TOOK_PLACE  | TRIP_CANCELLED
      AddStop         | UNKNOWN_SUBJECT | StopAdded        | StopAdded        | TRIP_CANCELLED
      CancelTrip      | UNKNOWN_SUBJECT | TripCancelled    | TRIP_TOOK_PLACE  | TRIP_CANCELLED
      CorroborateTrip | UNKNOWN_SUBJECT | TripCorroborated | TripCorroborated | TripCorroborated
      """;

  private static final TripId TRIP = new TripId("bonn-2017");
  private static final String OFFICE = "Secretary of State";
  private static final PartyId BELGIUM = new PartyId("belgium");
  private static final String PURPOSE = "G20";
  private static final Stop BONN =
      new Stop(GERMANY, "Germany", List.of("Bonn"), span("2017-02-15/2017-02-17"), null);
  private static final Stop BRUSSELS =
      new Stop(BELGIUM, "Belgium", List.of("Brussels"), span("2017-02-18"), null);
  private static final TripPlanned PLANNED =
      new TripPlanned(TRIP, TILLERSON, OFFICE, PURPOSE, List.of());
  private static final StopAdded ADDED = new StopAdded(TRIP, BONN);
  private static final TripRecorded RECORDED =
      new TripRecorded(TRIP, TILLERSON, OFFICE, PURPOSE, List.of(BONN));
  private static final TripCancelled CANCELLED = new TripCancelled(TRIP, on("2017"), "illness");
  private static final RecordTrip RECORD =
      new RecordTrip(TRIP, TILLERSON, OFFICE, PURPOSE, List.of(BONN), GERMANY, VisitKind.WORKING);

  private static final DecisionTable<Trip> DECISIONS =
      new DecisionTable<>(Trip.class)
          .state("Unknown")
          .state("Planned", PLANNED)
          .state("Took place", PLANNED, RECORDED)
          .state("Cancelled", PLANNED, CANCELLED)
          .command(
              new PlanTrip(
                  TRIP, TILLERSON, OFFICE, PURPOSE, List.of(BONN), GERMANY, VisitKind.WORKING))
          .command(RECORD)
          .command(new AddStop(TRIP, BRUSSELS))
          .command(
              new CancelTrip(TRIP, on("2017-02-10"), "illness", List.of(US), new CitedCause(7L)))
          .command(new CorroborateTrip(TRIP));

  static Stream<Arguments> cells() {
    return DECISIONS.cells(TripCommand.class, TABLE);
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @MethodSource("cells")
  void everyStateAnswersEveryCommand(String state, String command, String outcome) {
    DECISIONS.check(state, command, outcome);
  }

  @Test
  void aPersonKnownByNameAloneTravelsAndNeedsNoRegistration() {
    NamedPerson merkel = new NamedPerson("Angela Merkel", "Chancellor", GERMANY);
    RecordTrip visit = new RecordTrip(TRIP, merkel, null, null, List.of(BONN), US, VisitKind.STATE);

    assertThat(visit.references())
        .contains(new Reference.Known(GERMANY), new Reference.Known(US))
        .noneMatch(Reference.KnownOfficial.class::isInstance);
    given()
        .when(visit)
        .enters(new TripRecorded(TRIP, merkel, null, null, List.of(BONN), US, VisitKind.STATE));
    given(PLANNED).when(visit).isRefused(RefusalCode.ALREADY_EXISTS, 0);
  }

  @Test
  void theKindOfAVisitIsToldWithItsHost() {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(
            () -> new PlanTrip(TRIP, TILLERSON, null, null, List.of(), null, VisitKind.STATE))
        .satisfies(fault -> assertThat(fault.code()).isEqualTo(RefusalCode.INVALID_FIELDS));
  }

  @Test
  void aTripIsPlannedBeforeItsStopsAreKnown() {
    given().when(new PlanTrip(TRIP, TILLERSON, OFFICE, PURPOSE, List.of())).enters(PLANNED);
  }

  @Test
  void aTripThatTookPlaceHasAStop() {
    given(PLANNED, ADDED)
        .when(new RecordTrip(TRIP, TILLERSON, OFFICE, PURPOSE, List.of()))
        .isRefused(RefusalCode.INVALID_FIELDS);
  }

  @Test
  void aJourneyOfAnotherIsAnotherTrip() {
    OfficialId other = new OfficialId("kerry-john-forbes");
    given(PLANNED, ADDED)
        .when(new RecordTrip(TRIP, other, OFFICE, PURPOSE, List.of(BONN)))
        .isRefused(RefusalCode.ALREADY_EXISTS, 0);
  }

  @Test
  void aStopThatIsThereAlreadyIsNotAddedWhateverIsRemarkedOnIt() {
    Stop remarked =
        new Stop(GERMANY, null, List.of("Bonn"), span("2017-02-15/2017-02-17~"), "by train");
    AddStop again = new AddStop(TRIP, remarked);

    given(PLANNED, ADDED).when(again).isRefused(RefusalCode.ALREADY_EXISTS, 1);
    given(PLANNED, RECORDED).when(again).isRefused(RefusalCode.ALREADY_EXISTS, 1);
    given(RECORDED, new StopAdded(TRIP, BRUSSELS))
        .when(new AddStop(TRIP, BRUSSELS))
        .isRefused(RefusalCode.ALREADY_EXISTS, 1);
  }

  @Test
  void aStopElsewhereInTheCountryOrOnOtherDaysIsAnother() {
    for (Stop other :
        List.of(
            new Stop(GERMANY, "Germany", List.of("Cologne"), BONN.dates(), null),
            new Stop(GERMANY, "Germany", List.of("Bonn"), span("2017-02-15"), null))) {
      given(RECORDED).when(new AddStop(TRIP, other)).enters(new StopAdded(TRIP, other));
    }
  }

  @Test
  void aStopThatWasPlannedAndNotMadeMayBeAdded() {
    given(PLANNED, new StopAdded(TRIP, BRUSSELS), RECORDED)
        .when(new AddStop(TRIP, BRUSSELS))
        .enters(new StopAdded(TRIP, BRUSSELS));
  }

  @Test
  void whoTravelsInAnOfficeHoldsItAtTheStopTooAndWhatTookPlaceHasBegun() {
    Reference office = new Reference.InOffice(TILLERSON, OFFICE, BRUSSELS.dates());

    given(PLANNED).when(new AddStop(TRIP, BRUSSELS)).takesForGranted(office);
    given(RECORDED)
        .when(new AddStop(TRIP, BRUSSELS))
        .takesForGranted(office, new Reference.Begun(BRUSSELS.dates()));
    given(new TripRecorded(TRIP, TILLERSON, null, null, List.of(BONN)))
        .when(new AddStop(TRIP, BRUSSELS))
        .takesForGranted(new Reference.Begun(BRUSSELS.dates()));
  }

  @Test
  void aRefusalNamesTheEntryThatStandsInTheWay() {
    given(PLANNED, ADDED, RECORDED).when(RECORD).isRefused(RefusalCode.TRIP_TOOK_PLACE, 2);
    given(PLANNED, ADDED, CANCELLED).when(RECORD).isRefused(RefusalCode.TRIP_CANCELLED, 2);
    given(RECORDED)
        .when(new PlanTrip(TRIP, TILLERSON, OFFICE, PURPOSE, List.of()))
        .isRefused(RefusalCode.ALREADY_EXISTS, 0);
  }

  private static Scenario<Trip> given(TripEvent... history) {
    return Scenario.of(Trip.class, history);
  }
}
