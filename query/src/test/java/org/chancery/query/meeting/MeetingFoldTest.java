package org.chancery.query.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.chancery.query.meeting.MeetingView.MeetingStatus;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.readmodel.TestHistory;
import org.chancery.readmodel.Version;
import org.chancery.shared.PartyId;
import org.chancery.shared.meeting.MeetingEvent;
import org.chancery.shared.meeting.MeetingEvent.MeetingCancelled;
import org.chancery.shared.meeting.MeetingEvent.MeetingHeld;
import org.chancery.shared.meeting.MeetingEvent.MeetingRescheduled;
import org.chancery.shared.meeting.MeetingEvent.MeetingScheduled;
import org.chancery.shared.meeting.MeetingEvent.PartyExcluded;
import org.chancery.shared.meeting.MeetingFormat;
import org.chancery.shared.meeting.MeetingId;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeetingFoldTest {
  private static final MeetingId G8 = new MeetingId("g8-sochi");
  private static final PartyId RUSSIA = new PartyId("russia");
  private static final List<PartyId> PARTIES =
      List.of(new PartyId("france"), new PartyId("japan"), RUSSIA);

  @ParameterizedTest
  @CsvSource({"2014-03-02,SCHEDULED", "2014-03-24,CANCELLED"})
  void itIsScheduledUntilItIsCalledOff(String day, MeetingStatus status) {
    MeetingCancelled cancelled = new MeetingCancelled(G8, EdtfDate.parse("2014-03-24"), "Crimea");

    assertThat(status(TestHistory.of(scheduled("2014-06-04"), cancelled), day)).contains(status);
  }

  @ParameterizedTest
  @CsvSource({
    "2014-06-04,            2014-06-04, SCHEDULED",
    "2014-06-04,            2014-06-05, OVERDUE",
    "2014-06,               2014-06-30, SCHEDULED",
    "2014-06,               2014-07-01, OVERDUE",
    "2014-06-04/2014-06-05, 2014-06-06, OVERDUE",
    "2014-06-04/2015,       2015-12-31, SCHEDULED",
    "2014-06-04/..,         2026-01-01, SCHEDULED",
    "2014-06-04/,           2026-01-01, SCHEDULED",
    "9999-12-31,            9999-12-31, SCHEDULED"
  })
  void whatWasScheduledAndHasNoOutcomeIsOverdueOnceItsLastPossibleDayHasPassed(
      String dates, String day, MeetingStatus status) {
    assertThat(status(TestHistory.of(scheduled(dates)), day)).contains(status);
    assertThat(status(TestHistory.of(scheduled("2013"), moved(dates)), day)).contains(status);
  }

  @Test
  void whatHasAnOutcomeOnRecordIsNeverOverdue() {
    MeetingCancelled cancelled = new MeetingCancelled(G8, EdtfDate.parse("2014-06-10"), "Crimea");

    assertThat(status(TestHistory.of(scheduled("2014-06-04"), cancelled), "2014-06-09"))
        .contains(MeetingStatus.SCHEDULED);
    assertThat(status(TestHistory.of(scheduled("2014-06-04"), held("2014-06-10")), "2014-06-09"))
        .contains(MeetingStatus.SCHEDULED);
  }

  private static MeetingRescheduled moved(String dates) {
    return new MeetingRescheduled(G8, EdtfSpan.parse(dates));
  }

  @Test
  void untilItWasHeldItReadsAsItWasScheduled() {
    MeetingHeld held =
        new MeetingHeld(
            G8,
            EdtfSpan.parse("2014-06-05"),
            MeetingFormat.BILATERAL,
            PARTIES.subList(0, 2),
            List.of(),
            null,
            List.of());
    List<Version<MeetingView>> versions =
        MeetingFold.versions(TestHistory.of(scheduled("2014-06-04"), held));

    assertThat(TestHistory.on("2014-06-04", versions).orElseThrow().format())
        .isEqualTo(MeetingFormat.PLENARY);
    assertThat(TestHistory.on("2014-06-04", versions).orElseThrow().parties()).isEqualTo(PARTIES);
    assertThat(TestHistory.on("2014-06-05", versions).orElseThrow().parties()).hasSize(2);
  }

  @Test
  void aMeetingThatWasOnlyEverHeldIsUnknownBeforeAndOpenWhileItMayHaveBeen() {
    List<Recorded<MeetingEvent>> history = TestHistory.of(held("2014-06"));

    assertThat(status(history, "2014-05-31")).isEmpty();
    assertThat(status(history, "2014-06-15")).contains(MeetingStatus.INDETERMINATE);
    assertThat(status(history, "2014-06-30")).contains(MeetingStatus.HELD);
  }

  @Test
  void aMeetingWhoseBeginningIsOpenHasAlwaysBeenHeld() {
    assertThat(status(TestHistory.of(held("../2014")), "1900-01-01")).contains(MeetingStatus.HELD);
  }

  @Test
  void whatNothingTellsOfIsNotHeld() {
    assertThat(MeetingFold.versions(TestHistory.of(new PartyExcluded(G8, RUSSIA, "Crimea"))))
        .isEmpty();
  }

  @Test
  void whoIsExcludedTakesNoPart() {
    List<Recorded<MeetingEvent>> history =
        TestHistory.of(scheduled("2014-06-04"), new PartyExcluded(G8, RUSSIA, "Crimea"));

    MeetingView view = TestHistory.on("2014-06-01", MeetingFold.versions(history)).orElseThrow();

    assertThat(view.parties()).doesNotContain(RUSSIA).hasSize(2);
    assertThat(view.excluded()).hasSize(1);
  }

  private static Optional<MeetingStatus> status(List<Recorded<MeetingEvent>> history, String day) {
    return TestHistory.on(day, MeetingFold.versions(history)).map(MeetingView::status);
  }

  private static MeetingScheduled scheduled(String dates) {
    return new MeetingScheduled(
        G8, MeetingFormat.PLENARY, PARTIES, List.of(), null, EdtfSpan.parse(dates), List.of());
  }

  private static MeetingHeld held(String dates) {
    return new MeetingHeld(
        G8, EdtfSpan.parse(dates), MeetingFormat.PLENARY, PARTIES, List.of(), null, List.of());
  }
}
