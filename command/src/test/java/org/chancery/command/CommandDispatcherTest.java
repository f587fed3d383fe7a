package org.chancery.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.command.Examples.GERMANY;
import static org.chancery.command.Examples.RUSSIA;
import static org.chancery.command.Examples.US;
import static org.chancery.command.Examples.on;
import static org.chancery.command.Examples.span;
import static org.chancery.command.TestLedger.entries;
import static org.chancery.command.TestLedger.problem;

import java.util.List;
import org.chancery.command.Outcome.Recorded;
import org.chancery.command.Outcome.Refused;
import org.chancery.journal.Entry;
import org.chancery.shared.PartyId;
import org.chancery.shared.Problem;
import org.chancery.shared.meeting.MeetingCommand.CancelMeeting;
import org.chancery.shared.meeting.MeetingCommand.RescheduleMeeting;
import org.chancery.shared.meeting.MeetingCommand.ScheduleMeeting;
import org.chancery.shared.meeting.MeetingFormat;
import org.chancery.shared.meeting.MeetingId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommandDispatcherTest {
  private static final MeetingId BONN = new MeetingId("bonn");
  private static final MeetingId BAKU = new MeetingId("baku");

  private final TestLedger ledger = new TestLedger();

  @BeforeEach
  void registerParties() {
    List.of(US, RUSSIA, GERMANY).forEach(ledger::register);
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void anAcceptedCommandIsAnsweredWithItsEntries() {
    assertThat(ledger.enter(schedule(BONN)))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.name()).isEqualTo("meeting.scheduled");
              assertThat(entry.version()).isEqualTo(1);
              assertThat(entry.position()).isEqualTo(ledger.position());
              assertThat(entry.attribution().recordedBy()).isEqualTo("tester");
            });
  }

  @Test
  void aRefusedCommandLeavesNothingAndDoesNotStopTheRest() {
    long before = ledger.position();

    List<Outcome> outcomes =
        ledger.submitTogether(schedule(BONN), schedule(BONN), cancel("rome"), schedule(BAKU));

    assertThat(outcomes.get(1)).isInstanceOf(Refused.class);
    assertThat(outcomes.get(2)).isInstanceOf(Refused.class);
    assertThat(entries(outcomes.getFirst()))
        .extracting(Entry::position)
        .containsExactly(before + 1);
    assertThat(entries(outcomes.getLast())).extracting(Entry::position).containsExactly(before + 2);
    assertThat(ledger.position()).isEqualTo(before + 2);
  }

  @Test
  void outcomesAreCountedByTheCommandsOwnName() {
    ledger.submitTogether(schedule(BONN), schedule(BONN), cancel("rome"));
    ledger.enter(schedule(BAKU));

    assertThat(ledger.count("ScheduleMeeting", "recorded")).isEqualTo(2);
    assertThat(ledger.count("ScheduleMeeting", "refused")).isEqualTo(1);
    assertThat(ledger.count("CancelMeeting", "refused")).isEqualTo(1);
  }

  @Test
  void commandsSubmittedTogetherShareOneAppend() {
    long before = ledger.appends();

    ledger.submitTogether(schedule(BONN), move(BONN, "2018"), schedule(BAKU));

    assertThat(ledger.appends()).isEqualTo(before + 1);
  }

  @Test
  void commandsOnOneSubjectFollowEachOtherInOneBatch() {
    assertThat(
            ledger.submitTogether(
                schedule(BONN), move(BONN, "2018"), schedule(BONN), move(BONN, "2019")))
        .extracting(outcome -> outcome instanceof Recorded(var made, var _) ? version(made) : 0)
        .containsExactly(1L, 2L, 0L, 3L);
  }

  @Test
  void aSubjectRefusedItsBeginningMayBeginInTheSameBatch() {
    List<Outcome> outcomes = ledger.submitTogether(schedule(BONN, US), schedule(BONN));

    assertThat(problem(outcomes.getFirst()).code()).isEqualTo("TOO_FEW_PARTIES");
    assertThat(version(entries(outcomes.getLast()))).isEqualTo(1);
  }

  @Test
  void aRefusalNamesTheEntryThatItsOwnBatchMade() {
    List<Outcome> outcomes = ledger.submitTogether(schedule(BONN), schedule(BONN));

    assertThat(problem(outcomes.getLast()).entries())
        .containsExactly(entries(outcomes.getFirst()).getFirst().position());
  }

  @Test
  void aRefusalNamesThePositionsThatStandInTheWay() {
    ledger.enter(schedule(BONN));
    long cancelled = ledger.enter(cancel("bonn")).getFirst().position();

    assertThat(ledger.refuse(move(BONN, "2018")))
        .satisfies(problem -> assertThat(problem.code()).isEqualTo("MEETING_CANCELLED"))
        .satisfies(problem -> assertThat(problem.status()).isEqualTo(409))
        .satisfies(problem -> assertThat(problem.entries()).containsExactly(cancelled));
  }

  @Test
  void aSubjectThatNoMemoryHoldsIsNotBegunAgain() {
    long begun = ledger.enter(schedule(BONN)).getFirst().position();
    ledger.cache().removeAll();

    Problem alone = ledger.refuse(schedule(BONN));
    ledger.cache().removeAll();
    List<Outcome> together = ledger.submitTogether(schedule(BAKU), schedule(BONN));

    assertThat(List.of(alone, problem(together.getLast())))
        .allSatisfy(problem -> assertThat(problem.code()).isEqualTo("ALREADY_EXISTS"))
        .allSatisfy(problem -> assertThat(problem.entries()).containsExactly(begun));
    assertThat(ledger.position()).isEqualTo(begun + 1);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThat(ledger.refuse(cancel("rome")).status()).isEqualTo(404);
  }

  private static ScheduleMeeting schedule(MeetingId meeting, PartyId... parties) {
    return new ScheduleMeeting(
        meeting,
        MeetingFormat.DINNER,
        parties.length == 0 ? List.of(US, RUSSIA) : List.of(parties),
        List.of(),
        null,
        span("2017-02"),
        List.of());
  }

  private static RescheduleMeeting move(MeetingId meeting, String to) {
    return new RescheduleMeeting(meeting, span(to));
  }

  private static CancelMeeting cancel(String meeting) {
    return new CancelMeeting(new MeetingId(meeting), on("2017"), "illness");
  }

  private static long version(List<Entry> made) {
    return made.getLast().version();
  }
}
