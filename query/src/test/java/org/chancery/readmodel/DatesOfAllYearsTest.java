package org.chancery.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.query.TestLedger;
import org.chancery.query.meeting.MeetingView;
import org.chancery.query.meeting.MeetingView.MeetingStatus;
import org.chancery.query.party.PartyView;
import org.chancery.query.party.PartyView.Extant;
import org.chancery.query.timeline.HappeningView;
import org.chancery.query.trip.StopView;
import org.chancery.query.trip.TripView;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.meeting.MeetingEvent.MeetingHeld;
import org.chancery.shared.meeting.MeetingFormat;
import org.chancery.shared.meeting.MeetingId;
import org.chancery.shared.party.PartyEvent.PartyRegistered;
import org.chancery.shared.party.PartyKind;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.chancery.shared.trip.Stop;
import org.chancery.shared.trip.TripEvent.TripPlanned;
import org.chancery.shared.trip.TripEvent.TripRecorded;
import org.chancery.shared.trip.TripId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("ledgers")
@Tag("slow")
class DatesOfAllYearsTest {
  private static final List<String> IN_ORDER =
      List.of(
          "Y-170000002",
          "Y-17000",
          "-0044-03-15",
          "0000",
          "0009",
          "194X",
          "1946-12-31",
          "1947-21",
          "1947-12-31",
          "9999-12-31",
          "Y17000",
          "Y170000002");
  private static final OfficialId KERRY = new OfficialId("kerry");

  private final TestLedger ledger;

  /** The class closes what it is given. */
  DatesOfAllYearsTest(TestLedger ledger) {
    this.ledger = ledger;
  }

  static Stream<Arguments> ledgers() {
    return Stream.of(
        argumentSet("H2", told(new TestLedger(TestDatabases.h2()))),
        argumentSet("PostgreSQL", told(new TestLedger(TestDatabases.postgres()))));
  }

  private static TestLedger told(TestLedger ledger) {
    List<String> shuffled = new ArrayList<>(IN_ORDER);
    Collections.reverse(shuffled);
    shuffled.forEach(date -> ledger.record(held(date)));
    ledger.record(party("atlantis", "Y-17000/-0370"));
    ledger.record(party("republic", "1904-06-01/"));
    ledger.record(party("kingdom", "/1904-06-01"));
    ledger.record(party("state", "1904-06-01/.."));
    ledger.record(
        new TripPlanned(new TripId("begun"), KERRY, null, null, List.of(stop("../1904-06-01"))));
    ledger.record(
        new TripRecorded(new TripId("begun"), KERRY, null, null, List.of(stop("/1904-06-01"))));
    ledger.record(
        new TripRecorded(
            new TripId("unfinished"),
            KERRY,
            null,
            null,
            List.of(stop("1904-06-01/"), stop("1904-05-30"))));
    ledger.settle();
    return ledger;
  }

  @Test
  void listsAreInTheOrderOfTheirFirstDays() {
    assertThat(held(null, null)).containsExactlyElementsOf(IN_ORDER);
  }

  @ParameterizedTest
  @CsvSource({
    "Y-17000,     -0044,      Y-17000:-0044-03-15",
    "-0044-03-16, 0000,       0000",
    "0001,        1946,       0009:194X:1946-12-31",
    "1947-03-01,  1947-12-30, 194X:1947-21",
    "Y16999,      Y17001,     Y17000",
    "Y17001,      ,           Y170000002",
    ",            Y-17001,    Y-170000002"
  })
  void aListKeepsWhatOverlapsASpan(@Nullable String from, @Nullable String to, String kept) {
    assertThat(
            held(
                from == null ? null : EdtfDate.parse(from).earliest(),
                to == null ? null : EdtfDate.parse(to).latest()))
        .containsExactly(kept.split(":"));
  }

  @ParameterizedTest
  @CsvSource({
    "-0044-03-14, SCHEDULED",
    "-0044-03-15, HELD",
  })
  void aMeetingBeforeOurEraWasHeldFromItsDayOn(LocalDate on, MeetingStatus status) {
    assertThat(
            ledger
                .model(MeetingView.class)
                .at("meetings/m" + IN_ORDER.indexOf("-0044-03-15"), asOf(on))
                .map(MeetingView::status))
        .isEqualTo(status == MeetingStatus.HELD ? Optional.of(status) : Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "atlantis, -0370-12-31, INDETERMINATE",
    "atlantis, -0369-01-01, NO",
    "atlantis, -0400-01-01, YES",
    "republic, 1904-05-31,  NO",
    "republic, 1904-06-01,  YES",
    "republic, 1904-06-02,  INDETERMINATE",
    "republic, 2026-06-02,  INDETERMINATE",
    "kingdom,  1850-01-01,  INDETERMINATE",
    "kingdom,  1904-06-01,  YES",
    "kingdom,  1904-06-02,  NO",
    "state,    2026-06-02,  YES"
  })
  void aPartyOfWhichNoEndIsToldIsNotTakenToExist(String party, LocalDate on, Extant extant) {
    assertThat(
            ledger.model(PartyView.class).at("parties/" + party, asOf(on)).map(PartyView::extant))
        .contains(extant);
  }

  @Test
  void whatHasAnUnknownEndReadsBackAndHasNoLastDay() {
    assertThat(ledger.model(TripView.class).at("trips/unfinished", asOf(LocalDate.of(2026, 1, 1))))
        .hasValueSatisfying(
            trip -> {
              assertThat(trip.from()).isEqualTo("1904-05-30");
              assertThat(trip.to()).isNull();
              assertThat(trip.stops().getFirst().to()).isNull();
              assertThat(trip.stops().getFirst().days()).isNull();
            });
    assertThat(items(HappeningView.class))
        .filteredOn(item -> item.subject().endsWith("unfinished"))
        .extracting(item -> item.date().text(), HappeningView::to)
        .containsExactly(tuple("1904-05-30/", null));
    assertThat(items(StopView.class)).hasSize(3);
  }

  private List<String> held(@Nullable LocalDate from, @Nullable LocalDate to) {
    return ledger
        .model(MeetingView.class)
        .list(
            new Selection(
                Set.of(FilterAttribute.of("status", MeetingStatus.HELD)), from, to, true, 99, null),
            asOf(LocalDate.of(2026, 1, 1)))
        .items()
        .stream()
        .map(meeting -> meeting.date().text())
        .toList();
  }

  private <V> List<V> items(Class<V> view) {
    return ledger
        .model(view)
        .list(Selection.anyDay(Set.of()), asOf(LocalDate.of(2026, 1, 1)))
        .items();
  }

  private AsOf asOf(LocalDate on) {
    return new AsOf(on, null, ledger.settle());
  }

  private static MeetingHeld held(String date) {
    return new MeetingHeld(
        new MeetingId("m" + IN_ORDER.indexOf(date)),
        EdtfSpan.parse(date),
        MeetingFormat.BILATERAL,
        List.of(),
        List.of(),
        null,
        List.of());
  }

  private static PartyRegistered party(String id, String existed) {
    return new PartyRegistered(
        new PartyId(id), id, PartyKind.STATE, List.of(), EdtfSpan.parse(existed), List.of());
  }

  private static Stop stop(String dates) {
    return new Stop(new PartyId("france"), null, List.of(), EdtfSpan.parse(dates), null);
  }
}
