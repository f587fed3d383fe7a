package org.chancery.query.trip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.journal.json.LedgerJson;
import org.chancery.readmodel.Selection;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.readmodel.TestHistory;
import org.chancery.readmodel.Version;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.time.Days;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.chancery.shared.trip.Stop;
import org.chancery.shared.trip.TripEvent;
import org.chancery.shared.trip.TripEvent.StopAdded;
import org.chancery.shared.trip.TripEvent.TripCancelled;
import org.chancery.shared.trip.TripEvent.TripPlanned;
import org.chancery.shared.trip.TripEvent.TripRecorded;
import org.chancery.shared.trip.TripId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class TripFoldTest {
  private static final JsonMapper JSON = LedgerJson.mapper();
  private static final TripId TRIP = new TripId("bonn-2017");
  private static final OfficialId TILLERSON = new OfficialId("tillerson-rex-w");
  private static final String OFFICE = "Secretary of State";

  private static final List<Recorded<TripEvent>> CANCELLED =
      TestHistory.of(
          planned(stop("germany", "2017-02-15/2017-02-17")),
          new TripCancelled(TRIP, EdtfDate.parse("2017-02-10"), "illness"));

  @ParameterizedTest
  @CsvSource({"1900-01-01,PLANNED", "2017-02-09,PLANNED", "2017-02-10,CANCELLED"})
  void aPlannedTripIsPlannedUntilItIsCalledOff(String day, TripStatus status) {
    assertThat(status(CANCELLED, day)).contains(status);
  }

  @ParameterizedTest
  @CsvSource({"2017-02-20,PLANNED", "2017-02-21,OVERDUE"})
  void aPlannedTripWithoutAnOutcomeIsOverdueOnceItsLastDayHasPassed(String day, TripStatus status) {
    TripPlanned plan =
        planned(stop("germany", "2017-02-15/2017-02-17"), stop("russia", "2017-02-18/2017-02-20"));

    assertThat(status(TestHistory.of(plan), day)).contains(status);
    assertThat(status(TestHistory.of(plan, new StopAdded(TRIP, stop("china", "2017-03"))), day))
        .contains(TripStatus.PLANNED);
    assertThat(status(TestHistory.of(planned(stop("germany", "2017-02-15/.."))), day))
        .contains(TripStatus.PLANNED);
    assertThat(status(TestHistory.of(planned()), day)).contains(TripStatus.PLANNED);
  }

  @Test
  void itTookPlaceFromItsFirstDayOn() {
    List<Recorded<TripEvent>> history =
        TestHistory.of(
            planned(stop("germany", "2017-02-15/2017-02-17")),
            recorded(stop("germany", "2017-02-16/2017-02-17")));

    assertThat(status(history, "2017-02-15")).contains(TripStatus.PLANNED);
    assertThat(status(history, "2017-02-16")).contains(TripStatus.TOOK_PLACE);
  }

  @Test
  void aTripWhoseFirstAndLastDayAreNotKnownIsLookedForOnAllDays() {
    List<Recorded<TripEvent>> history =
        TestHistory.of(
            recorded(
                stop("germany", "2007-04-21/2007-04-22"),
                stop("france", "../2005"),
                stop("russia", "2014-06-17/..")));

    assertThat(TripFold.versions(history))
        .isNotEmpty()
        .allSatisfy(
            version -> {
              assertThat(version.view().from()).isNull();
              assertThat(version.view().to()).isNull();
              assertThat(version.happens()).isEqualTo(new EdtfSpan("../..", null, null));
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2017-02-15/.. ../2005",
        "2017-02-15/.. /2005",
        "2017-02-15/ ../2005",
        "2017-02-15/ /2005",
        "2017-02-15/.. 2005",
        "/2017 2005"
      })
  void aVisitIsReadAsItWasWrittenWhicheverOfItsDaysAreKnown(String dates) {
    VisitView visit = VisitFold.versions(TestHistory.of(visit(stops(dates)))).getFirst().view();

    assertThat(JSON.readValue(JSON.writeValueAsBytes(visit), VisitView.class)).isEqualTo(visit);
  }

  @Test
  void aTripThatWasOnlyRecordedIsNotKnownBeforeItsFirstDay() {
    List<Recorded<TripEvent>> history = TestHistory.of(recorded(stop("germany", "2017-02")));

    assertThat(status(history, "2017-01-31")).isEmpty();
    assertThat(status(history, "2017-02-10")).contains(TripStatus.INDETERMINATE);
    assertThat(status(history, "2017-02-28")).contains(TripStatus.TOOK_PLACE);
  }

  @Test
  void whatTookPlaceReplacesThePlanAndALaterStopIsAdded() {
    List<Recorded<TripEvent>> history =
        TestHistory.of(
            planned(stop("france", "2017-02-15")),
            recorded(stop("germany", "2017-02-16")),
            new StopAdded(TRIP, stop("belgium", "2017-02-18")));

    TripView view = TestHistory.on("2018-01-01", TripFold.versions(history)).orElseThrow();

    assertThat(view.stops())
        .extracting(stay -> stay.country().value())
        .containsExactly("germany", "belgium");
    assertThat(view.stops().getLast().entries()).containsExactly(2L, 3L);
    assertThat(view.from()).isEqualTo(LocalDate.parse("2017-02-16"));
    assertThat(view.to()).isEqualTo(LocalDate.parse("2017-02-18"));
  }

  @Test
  void aStopHoldsOnTheDaysOfTheStay() {
    List<Version<StopView>> stops =
        StopFold.versions(TestHistory.of(recorded(stop("germany", "2017-02-15/2017-02-17"))));

    assertThat(TestHistory.on("2017-02-14", stops)).isEmpty();
    assertThat(TestHistory.on("2017-02-15", stops)).isPresent();
    assertThat(TestHistory.on("2017-02-17", stops)).isPresent();
    assertThat(TestHistory.on("2017-02-18", stops)).isEmpty();
    assertThat(stops.getFirst().attributes()).contains("|country=germany|", "|place=bonn|");
  }

  @ParameterizedTest
  @CsvSource({
    "2017-02-15/2017-02-17 2017-02-17/2017-02-18, 4",
    "2017-02-15/2017-02-20 2017-02-16 2017-02-18/2017-02-19, 6",
    "2017-02-15 2017-02-15, 1",
    "2017-02-18 2017-02-15/2017-02-16, 3",
    "2017-02-15 2017-03, ",
    "2017-02-15/, "
  })
  void aDayThatStopsShareIsOneDayOfTheTrip(String dates, Long days) {
    assertThat(
            TestHistory.on("2026-01-01", TripFold.versions(TestHistory.of(recorded(stops(dates)))))
                .orElseThrow()
                .days())
        .isEqualTo(days);
  }

  @ParameterizedTest
  @CsvSource({
    "2017-02-15/2017-02-17 2017-02-17/2017-02-18,,, 4, 4",
    "2017-02-15/2017-02-17 2017-02-17/2017-02-18, 2017-02-17, 2017-02-17, 1, 1",
    "2017-02-15 2017-02, , , 1, 28",
    "2017-02-15/2017-03, , , 15, 45",
    "2017-02-15/, , , 1, ",
    "2017-02-15/, , 2017-02-20, 1, 6",
    "2017-02-15/.., 2017-02-10, 2017-02-20, 6, 6",
    "2017-02-15, 2018-01-01, , 0, 0"
  })
  void aDayThatStopsShareIsOneDayOfThePerson(
      String dates, LocalDate from, LocalDate to, long atLeast, Long atMost) {
    List<StopView> stops =
        StopFold.versions(TestHistory.of(recorded(stops(dates)))).stream()
            .map(Version::view)
            .toList();

    TravelDaysView days =
        TravelDaysView.of(
            TILLERSON, stops, new Selection(Set.of(), from, to, true, Integer.MAX_VALUE, null));

    assertThat(days.atLeast()).isEqualTo(atLeast);
    assertThat(days.atMost()).isEqualTo(atMost);
  }

  @Test
  void theStopsOfACancelledTripAreNotListed() {
    assertThat(StopFold.versions(CANCELLED)).isEmpty();
    assertThat(StopFold.versions(CANCELLED.subList(0, 1))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "2017-02-15/2017-02-17,3",
    "2017-02-15,1",
    "2017-02-28~/2017-03-01,2",
    "2017-02/2017-03-01,",
    "2017-02-15/..,"
  })
  void aStayIsAsLongAsItsDaysBothIncluded(String dates, Long days) {
    assertThat(Days.count(EdtfSpan.parse(dates))).isEqualTo(days);
  }

  private static Optional<TripStatus> status(List<Recorded<TripEvent>> history, String day) {
    return TestHistory.on(day, TripFold.versions(history)).map(TripView::status);
  }

  private static TripPlanned planned(Stop... stops) {
    return new TripPlanned(TRIP, TILLERSON, OFFICE, null, List.of(stops));
  }

  private static TripRecorded recorded(Stop... stops) {
    return new TripRecorded(TRIP, TILLERSON, OFFICE, null, List.of(stops));
  }

  private static TripRecorded visit(Stop... stops) {
    return new TripRecorded(
        TRIP, TILLERSON, OFFICE, null, List.of(stops), new PartyId("germany"), null);
  }

  private static Stop[] stops(String dates) {
    return Stream.of(dates.split(" ")).map(each -> stop("germany", each)).toArray(Stop[]::new);
  }

  private static Stop stop(String country, String dates) {
    return new Stop(
        new PartyId(country), null, List.of("Bonn", "Berlin"), EdtfSpan.parse(dates), null);
  }
}
