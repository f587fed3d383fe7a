package org.chancery.query.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.chancery.readmodel.TestHistory;
import org.chancery.readmodel.Version;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.agreement.AgreementEvent.AgreementAdopted;
import org.chancery.shared.agreement.AgreementEvent.AgreementSigned;
import org.chancery.shared.agreement.AgreementEvent.ConsentToBeBoundExpressed;
import org.chancery.shared.agreement.AgreementEvent.OperationSuspended;
import org.chancery.shared.agreement.AgreementEvent.WithdrawalNotified;
import org.chancery.shared.agreement.AgreementId;
import org.chancery.shared.agreement.AgreementKind;
import org.chancery.shared.agreement.ConsentMeans;
import org.chancery.shared.agreement.Representative;
import org.chancery.shared.cooperation.CooperationEvent.CooperationEstablished;
import org.chancery.shared.cooperation.CooperationEvent.CooperationSuspended;
import org.chancery.shared.cooperation.CooperationEvent.CooperationTerminated;
import org.chancery.shared.cooperation.CooperationId;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.meeting.MeetingEvent.MeetingCancelled;
import org.chancery.shared.meeting.MeetingEvent.MeetingHeld;
import org.chancery.shared.meeting.MeetingEvent.MeetingRescheduled;
import org.chancery.shared.meeting.MeetingEvent.MeetingScheduled;
import org.chancery.shared.meeting.MeetingEvent.PartyExcluded;
import org.chancery.shared.meeting.MeetingFormat;
import org.chancery.shared.meeting.MeetingId;
import org.chancery.shared.meeting.Place;
import org.chancery.shared.official.OfficialEvent.AppointmentEnded;
import org.chancery.shared.official.OfficialEvent.OfficialAppointed;
import org.chancery.shared.relationship.Pair;
import org.chancery.shared.relationship.RelationshipEvent.DiscrepancyNoted;
import org.chancery.shared.relationship.RelationshipEvent.RelationsEstablished;
import org.chancery.shared.relationship.RelationshipEvent.RelationsInterrupted;
import org.chancery.shared.relationship.RelationshipEvent.RelationsSevered;
import org.chancery.shared.relationship.StatedChange;
import org.chancery.shared.sanction.DesignatedPerson;
import org.chancery.shared.sanction.Measure;
import org.chancery.shared.sanction.SanctionEvent.SanctionsEased;
import org.chancery.shared.sanction.SanctionEvent.SanctionsImposed;
import org.chancery.shared.sanction.SanctionEvent.SanctionsLifted;
import org.chancery.shared.sanction.SanctionId;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.chancery.shared.trip.Stop;
import org.chancery.shared.trip.TripEvent.TripCancelled;
import org.chancery.shared.trip.TripEvent.TripPlanned;
import org.chancery.shared.trip.TripId;
import org.junit.jupiter.api.Test;

class TimelineItemsTest {
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
  void aMeetingHeldOrCalledOffIsNoLongerWhereItWasScheduled() {
    HappeningView held = only(SCHEDULED, HELD);
    HappeningView cancelled =
        only(SCHEDULED, new MeetingCancelled(BONN, EdtfDate.parse("2017-02-01"), "weather"));

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
        TimelineItems.versions(
            TestHistory.<LedgerEvent>of(
                new CooperationEstablished(
                    id, List.of(US, RUSSIA), "military", EdtfDate.parse("1994")),
                new CooperationTerminated(id, EdtfDate.parse("2014-03-03"), "Crimea")));

    assertThat(items).hasSize(2);
    assertThat(items.getLast().view().parties()).containsExactly(US, RUSSIA);
    assertThat(items.getLast().view().entries()).containsExactly(1L, 2L);
    assertThat(items.getFirst().order()).isLessThan(items.getLast().order());
  }

  @Test
  void aMovedMeetingIsToldWhereItIsToBeAndWhereItWasToBe() {
    List<HappeningView> items =
        views(
            SCHEDULED,
            new MeetingRescheduled(BONN, EdtfSpan.parse("2017-02-20")),
            new MeetingRescheduled(BONN, EdtfSpan.parse("2017-02-16/2017-02-17")));

    assertThat(items)
        .extracting(item -> item.date().text())
        .containsExactly("2017-02-16", "2017-02-16/2017-02-17", "2017-02-20");
    assertThat(items.getFirst().summary())
        .isEqualTo(
            "{parties/united-states} and {parties/russia} were to meet in Bonn, {parties/germany}"
                + " (bilateral); moved from 2017-02-16 to 2017-02-20");
    assertThat(items.getFirst().name()).isEqualTo("meeting.rescheduled");
    assertThat(items.getFirst().entries()).containsExactly(1L, 2L);
    assertThat(items.getLast().summary())
        .contains("moved from 2017-02-20 to 2017-02-16/2017-02-17");
    assertThat(items.getLast().entries()).containsExactly(1L, 2L, 3L);
    assertThat(items.get(1).summary()).contains("are to meet");
  }

  @Test
  void whoIsLeftOutIsToldWithTheMeetingAndFoundUnderTheirName() {
    PartyId nato = new PartyId("nato");
    List<Version<HappeningView>> rows =
        TimelineItems.versions(
            TestHistory.<LedgerEvent>of(
                SCHEDULED, new PartyExcluded(BONN, nato, "of no concern to it"), HELD));

    assertThat(rows).hasSize(2);
    HappeningView out = rows.getLast().view();
    assertThat(out.name()).isEqualTo("meeting.party-excluded");
    assertThat(out.date().text()).isEqualTo("2017-02-17");
    assertThat(out.summary())
        .isEqualTo(
            "{parties/nato} is left out where {parties/united-states} and {parties/russia} meet"
                + " (bilateral): of no concern to it");
    assertThat(out.entries()).containsExactly(1L, 2L, 3L);
    assertThat(rows.getLast().attributes()).contains("|party=nato|");
    assertThat(rows.getFirst().attributes()).doesNotContain("|party=nato|");
  }

  @Test
  void whatCameToASubjectOnOneDayIsToldInTheOrderOfItsChronicle() {
    CooperationId id = new CooperationId("c");
    EdtfDate day = EdtfDate.parse("2014-03-03");
    List<HappeningView> items =
        views(
            new CooperationEstablished(id, List.of(US, RUSSIA), "military", EdtfDate.parse("1994")),
            new CooperationTerminated(id, day, "for good"),
            new CooperationSuspended(id, day, "for now"));

    assertThat(items)
        .extracting(HappeningView::name)
        .containsExactly(
            "cooperation.established", "cooperation.suspended", "cooperation.terminated");
  }

  @Test
  void aDateThatReachesBackDoesNotPutALaterStepFirst() {
    CooperationId id = new CooperationId("c");
    List<HappeningView> items =
        views(
            new CooperationEstablished(id, List.of(US, RUSSIA), "military", EdtfDate.parse("1994")),
            new CooperationSuspended(id, EdtfDate.parse("2014-03-03"), "for now"),
            new CooperationTerminated(id, EdtfDate.parse("2014"), "for good"));

    assertThat(items.getLast().name()).isEqualTo("cooperation.terminated");
    assertThat(items.getLast().from()).hasToString("2014-01-01");
  }

  @Test
  void anOfficeIsLeftBeforeItIsTakenUpAnewOnTheSameDay() {
    OfficialId kissinger = new OfficialId("kissinger");
    EdtfDate again = EdtfDate.parse("1975-11-03");
    List<HappeningView> items =
        views(
            new OfficialAppointed(kissinger, "Adviser", US, EdtfDate.parse("1969")),
            new AppointmentEnded(kissinger, "Adviser", US, again),
            new OfficialAppointed(kissinger, "Adviser", US, again));

    assertThat(items)
        .extracting(HappeningView::name)
        .containsExactly("official.appointed", "official.appointment-ended", "official.appointed");
  }

  @Test
  void relationsInterruptedAndSeveredOnOneDayAreToldInThatOrderHoweverRecorded() {
    Pair pair = new Pair(US, RUSSIA);
    EdtfDate day = EdtfDate.parse("1917-12-06");
    List<HappeningView> items =
        views(
            new RelationsEstablished(pair, EdtfDate.parse("1809")),
            new RelationsSevered(pair, day, "s"),
            new RelationsInterrupted(pair, day, "i"),
            new DiscrepancyNoted(pair, StatedChange.ESTABLISHMENT, day, "d"));

    assertThat(items)
        .extracting(HappeningView::name)
        .containsExactly(
            "relationship.established",
            "relationship.interrupted",
            "relationship.severed",
            "relationship.discrepancy-noted");
  }

  @Test
  void aWithdrawalIsToldWhenItTakesEffectAndItsNoticeBeforeIt() {
    AgreementId inf = new AgreementId("inf");
    OfficialId reagan = new OfficialId("reagan");
    List<HappeningView> items =
        views(
            new AgreementAdopted(
                inf, "INF", AgreementKind.TREATY, List.of(US, RUSSIA), "arms", on("1987-12-08")),
            new AgreementSigned(inf, US, new Representative(reagan, null), on("1987-12-08")),
            new ConsentToBeBoundExpressed(inf, US, ConsentMeans.RATIFICATION, on("1988-05")),
            new WithdrawalNotified(inf, US, on("2019-02-02"), on("2019-08-02"), "a breach"),
            new OperationSuspended(inf, on("2019-03-04"), "an answer"));

    assertThat(items)
        .extracting(HappeningView::summary)
        .containsExactly(
            "{parties/united-states} and {parties/russia} adopt INF (treaty, arms)",
            "{parties/united-states} signs INF, by {officials/reagan}",
            "{parties/united-states} consents to be bound by INF (ratification)",
            "{parties/united-states} gives notice that it withdraws from INF with effect from"
                + " 2019-08-02: a breach",
            "Operation of INF suspended: an answer",
            "{parties/united-states} withdraws from INF, by notice of 2019-02-02: a breach");
    assertThat(items.get(1).parties()).containsExactly(US);
    assertThat(items.get(1).officials()).containsExactly(reagan);
    assertThat(items.get(3).date().text()).isEqualTo("2019-02-02");
    assertThat(items.get(3).entries()).containsExactly(1L, 4L);
    assertThat(items.get(4).parties()).containsExactly(US, RUSSIA);
  }

  @Test
  void sanctionsAreToldOfWhoImposedThemAndOfAllWhomTheyName() {
    SanctionId id = new SanctionId("s");
    OfficialId lavrov = new OfficialId("lavrov");
    List<HappeningView> items =
        views(
            new SanctionsImposed(
                id,
                List.of(US),
                List.of(RUSSIA),
                List.of(new DesignatedPerson(lavrov, null, null)),
                List.of(Measure.ASSET_FREEZE, Measure.TRADE),
                null,
                on("2014-03-17"),
                "Crimea"),
            new SanctionsLifted(id, on("2020"), "settled"),
            new SanctionsEased(id, List.of(Measure.TRADE), on("2018"), "talks"));

    assertThat(items)
        .extracting(HappeningView::summary)
        .containsExactly(
            "{parties/united-states} imposes sanctions against {parties/russia} and"
                + " {officials/lavrov} (asset freeze and trade): Crimea",
            "Sanctions of {parties/united-states} against {parties/russia} and {officials/lavrov}"
                + " eased (trade): talks",
            "Sanctions of {parties/united-states} against {parties/russia} and {officials/lavrov}"
                + " lifted: settled");
    assertThat(items.getLast().parties()).containsExactly(US, RUSSIA);
    assertThat(items.getLast().officials()).containsExactly(lavrov);
    assertThat(items.getLast().entries()).containsExactly(1L, 2L);
  }

  private static EdtfDate on(String date) {
    return EdtfDate.parse(date);
  }

  /** What happened, in the order of the timeline. */
  private static List<HappeningView> views(LedgerEvent... history) {
    return TimelineItems.versions(TestHistory.of(history)).stream()
        .sorted(Comparator.comparing(Version<HappeningView>::order))
        .map(Version::view)
        .toList();
  }

  private static Stop stop(String country, String dates) {
    return new Stop(new PartyId(country), null, List.of(), EdtfSpan.parse(dates), null);
  }

  private static HappeningView only(LedgerEvent... history) {
    List<Version<HappeningView>> items = TimelineItems.versions(TestHistory.of(history));
    assertThat(items).hasSize(1);
    return items.getFirst().view();
  }
}
