package org.chancery.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.chancery.query.asof.TestHistory;
import org.chancery.query.asof.Version;
import org.chancery.shared.LedgerEvent;
import org.chancery.shared.cooperation.CooperationEvent.CooperationEstablished;
import org.chancery.shared.cooperation.CooperationEvent.CooperationTerminated;
import org.chancery.shared.cooperation.CooperationId;
import org.chancery.shared.meeting.MeetingEvent.MeetingCancelled;
import org.chancery.shared.meeting.MeetingEvent.MeetingHeld;
import org.chancery.shared.meeting.MeetingEvent.MeetingRescheduled;
import org.chancery.shared.meeting.MeetingEvent.MeetingScheduled;
import org.chancery.shared.meeting.MeetingFormat;
import org.chancery.shared.meeting.MeetingId;
import org.chancery.shared.meeting.Place;
import org.chancery.shared.official.OfficialId;
import org.chancery.shared.party.PartyId;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.chancery.shared.trip.Stop;
import org.chancery.shared.trip.TripEvent.TripCancelled;
import org.chancery.shared.trip.TripEvent.TripPlanned;
import org.chancery.shared.trip.TripId;
import org.junit.jupiter.api.Test;

class HappeningsTest {
  private static final PartyId US = new PartyId("united-states");
  private static final PartyId RUSSIA = new PartyId("russia");
  private static final MeetingId BONN = new MeetingId("bonn-2017");

  private static final MeetingScheduled SCHEDULED =
      new MeetingScheduled(
          BONN,
          MeetingFormat.BILATERAL,
          List.of(US, RUSSIA),
          List.of(),
          new Place(new PartyId("germany"), "Bonn"),
          EdtfSpan.parse("2017-02-16"),
          List.of());
  private static final MeetingHeld HELD =
      new MeetingHeld(
          BONN,
          EdtfSpan.parse("2017-02-17"),
          MeetingFormat.BILATERAL,
          List.of(US, RUSSIA),
          List.of(),
          null,
          List.of());

  @Test
  void aScheduledMeetingIsToBe() {
    HappeningView item = only(SCHEDULED);

    assertThat(item.name()).isEqualTo("meeting.scheduled");
    assertThat(item.subject()).isEqualTo("/api/meetings/bonn-2017");
    assertThat(item.summary())
        .isEqualTo(
            "{parties/united-states} and {parties/russia} are to meet in Bonn, {parties/germany}"
                + " (bilateral)");
    assertThat(item.parties()).containsExactly(US, RUSSIA);
  }

  @Test
  void aMeetingMovedOrHeldOrCalledOffIsNoLongerWhereItWasScheduled() {
    HappeningView moved =
        only(SCHEDULED, new MeetingRescheduled(BONN, EdtfSpan.parse("2017-02-20")));
    HappeningView held = only(SCHEDULED, HELD);
    HappeningView cancelled =
        only(SCHEDULED, new MeetingCancelled(BONN, EdtfDate.parse("2017-02-01"), "weather"));

    assertThat(moved.date().text()).isEqualTo("2017-02-20");
    assertThat(held.date().text()).isEqualTo("2017-02-17");
    assertThat(held.entries()).containsExactly(1L, 2L);
    assertThat(cancelled.date().text()).isEqualTo("2017-02-01");
    assertThat(cancelled.name()).isEqualTo("meeting.cancelled");
  }

  @Test
  void aTripStandsOnTheDaysOfItsStopsUntilItIsCalledOff() {
    TripPlanned planned =
        new TripPlanned(
            new TripId("t"),
            new OfficialId("tillerson-rex-w"),
            null,
            null,
            List.of(stop("germany", "2017-02-15/2017-02-17"), stop("france", "2017-02-18")));

    assertThat(only(planned).date().text()).isEqualTo("2017-02-15/2017-02-18");
    assertThat(only(planned).summary())
        .isEqualTo(
            "{officials/tillerson-rex-w} is to visit {parties/germany} and {parties/france}");
    assertThat(
            only(planned, new TripCancelled(new TripId("t"), EdtfDate.parse("2017-02-01"), "snow"))
                .date()
                .text())
        .isEqualTo("2017-02-01");
  }

  @Test
  void theEndOfACooperationNamesThePartiesThatItsEntryLeavesOut() {
    CooperationId id = new CooperationId("c");
    List<Version<HappeningView>> items =
        Happenings.versions(
            TestHistory.<LedgerEvent>of(
                new CooperationEstablished(
                    id, List.of(US, RUSSIA), "military", EdtfDate.parse("1994")),
                new CooperationTerminated(id, EdtfDate.parse("2014-03-03"), "Crimea")));

    assertThat(items).hasSize(2);
    assertThat(items.getLast().view().parties()).containsExactly(US, RUSSIA);
    assertThat(items.getLast().view().entries()).containsExactly(1L, 2L);
    assertThat(items.getFirst().order()).isLessThan(items.getLast().order());
  }

  private static Stop stop(String country, String dates) {
    return new Stop(new PartyId(country), null, List.of(), EdtfSpan.parse(dates), null);
  }

  private static HappeningView only(LedgerEvent... history) {
    List<Version<HappeningView>> items = Happenings.versions(TestHistory.of(history));
    assertThat(items).hasSize(1);
    return items.getFirst().view();
  }
}
