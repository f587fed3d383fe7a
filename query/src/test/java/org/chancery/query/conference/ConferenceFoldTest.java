package org.chancery.query.conference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.chancery.query.conference.ConferenceView.ConferenceStatus;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.readmodel.TestHistory;
import org.chancery.shared.ConferenceId;
import org.chancery.shared.PartyId;
import org.chancery.shared.conference.Attendee.UnnamedDelegates;
import org.chancery.shared.conference.Capacity;
import org.chancery.shared.conference.ConferenceEvent;
import org.chancery.shared.conference.ConferenceEvent.ConferenceCancelled;
import org.chancery.shared.conference.ConferenceEvent.ConferenceConvened;
import org.chancery.shared.conference.ConferenceEvent.ConferenceHeld;
import org.chancery.shared.conference.ConferenceEvent.ConferencePostponed;
import org.chancery.shared.conference.ConferenceEvent.PartyInvited;
import org.chancery.shared.conference.ConferenceKind;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConferenceFoldTest {
  private static final ConferenceId G8 = new ConferenceId("g8-2014");
  private static final PartyId RUSSIA = new PartyId("russia");

  @ParameterizedTest
  @CsvSource({
    "2014-06-04, SCHEDULED",
    "2014-06-05, OVERDUE",
  })
  void whatWasConvenedAndHasNoOutcomeIsOverdueOnceItsLastDayHasPassed(
      String day, ConferenceStatus status) {
    assertThat(status(TestHistory.of(convened("2014-06-04")), day)).contains(status);
  }

  @ParameterizedTest
  @CsvSource({"2014-03-02, SCHEDULED", "2014-03-24, CANCELLED"})
  void itIsScheduledUntilItIsCalledOff(String day, ConferenceStatus status) {
    ConferenceCancelled cancelled =
        new ConferenceCancelled(G8, EdtfDate.parse("2014-03-24"), "Crimea");
    assertThat(status(TestHistory.of(convened("2014-06-04"), cancelled), day)).contains(status);
  }

  @Test
  void whatIsPutOffWithoutAnotherDateIsNeverOverdueAndHasNone() {
    List<Recorded<ConferenceEvent>> history =
        TestHistory.of(convened("2014-06-04"), new ConferencePostponed(G8, null));
    assertThat(status(history, "2026-01-01")).contains(ConferenceStatus.POSTPONED);
    assertThat(view(history, "2026-01-01").orElseThrow().date()).isNull();
  }

  @Test
  void whatIsPutOffToAnotherDateIsScheduledForIt() {
    List<Recorded<ConferenceEvent>> history =
        TestHistory.of(
            convened("2014-06-04"),
            new ConferencePostponed(G8, null),
            new ConferencePostponed(G8, EdtfSpan.parse("2015-06-07")));
    assertThat(status(history, "2015-06-07")).contains(ConferenceStatus.SCHEDULED);
    assertThat(status(history, "2015-06-08")).contains(ConferenceStatus.OVERDUE);
  }

  @Test
  void whatWasPutOffAndThenHeldWasPutOffUntilThen() {
    List<Recorded<ConferenceEvent>> history =
        TestHistory.of(convened("2014-06-04"), new ConferencePostponed(G8, null), held("2015-06"));
    assertThat(status(history, "2015-05-31")).contains(ConferenceStatus.POSTPONED);
    assertThat(view(history, "2015-06-15").orElseThrow().between())
        .containsExactly(ConferenceStatus.POSTPONED, ConferenceStatus.HELD);
    assertThat(status(history, "2015-06-30")).contains(ConferenceStatus.HELD);
  }

  @Test
  void untilItWasHeldItReadsAsItWasConvened() {
    List<Recorded<ConferenceEvent>> history =
        TestHistory.of(convened("2014-06-04"), held("2014-06-05"));
    assertThat(view(history, "2014-06-04").orElseThrow().participants()).hasSize(1);
    assertThat(view(history, "2014-06-05").orElseThrow().participants()).isEmpty();
  }

  @Test
  void oneThatWasOnlyEverHeldIsUnknownBefore() {
    List<Recorded<ConferenceEvent>> history = TestHistory.of(held("2014-06"));
    assertThat(status(history, "2014-05-31")).isEmpty();
    assertThat(status(history, "2014-06-15")).contains(ConferenceStatus.INDETERMINATE);
    assertThat(status(history, "2014-06-30")).contains(ConferenceStatus.HELD);
  }

  @Test
  void whoWasInvitedIsCitedByTheEntryThatSaysSo() {
    List<Recorded<ConferenceEvent>> history =
        TestHistory.of(convened("2014-06-04"), new PartyInvited(G8, RUSSIA, Capacity.GUEST));
    assertThat(view(history, "2014-06-01").orElseThrow().invited())
        .singleElement()
        .satisfies(invited -> assertThat(invited.entries()).containsExactly(2L));
  }

  @Test
  void anInvitationAloneTellsOfNoConference() {
    List<Recorded<ConferenceEvent>> history =
        TestHistory.of(new PartyInvited(G8, RUSSIA, Capacity.GUEST));
    assertThat(ConferenceFold.versions(history)).isEmpty();
  }

  private static Optional<ConferenceView> view(
      List<Recorded<ConferenceEvent>> history, String day) {
    return TestHistory.on(day, ConferenceFold.versions(history));
  }

  private static Optional<ConferenceStatus> status(
      List<Recorded<ConferenceEvent>> history, String day) {
    return view(history, day).map(ConferenceView::status);
  }

  private static ConferenceConvened convened(String dates) {
    return new ConferenceConvened(
        G8,
        "G-8 summit",
        ConferenceKind.SUMMIT,
        RUSSIA,
        RUSSIA,
        null,
        EdtfSpan.parse(dates),
        List.of(new UnnamedDelegates(8, "heads of government")),
        List.of("energy"),
        null,
        "g8");
  }

  private static ConferenceHeld held(String dates) {
    return new ConferenceHeld(
        G8,
        EdtfSpan.parse(dates),
        "G-7 summit",
        ConferenceKind.SUMMIT,
        null,
        null,
        null,
        List.of(),
        List.of(),
        null,
        "g7");
  }
}
