package org.chancery.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.command.Examples.RUSSIA;
import static org.chancery.command.Examples.US;
import static org.chancery.command.Examples.on;
import static org.chancery.command.Examples.span;
import static org.chancery.command.TestLedger.entries;
import static org.chancery.command.TestLedger.problem;

import java.util.List;
import org.chancery.command.Outcome.Recorded;
import org.chancery.journal.Sabotage;
import org.chancery.journal.Sabotage.Moment;
import org.chancery.journal.TestJournal;
import org.chancery.shared.meeting.MeetingCommand.CancelMeeting;
import org.chancery.shared.meeting.MeetingCommand.ScheduleMeeting;
import org.chancery.shared.meeting.MeetingFormat;
import org.chancery.shared.meeting.MeetingId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What callers are told when the journal's database is lost at a bad moment. */
class LostJournalTest {
  private static final MeetingId MEETING = new MeetingId("dinner");
  private static final CancelMeeting CANCEL = new CancelMeeting(MEETING, on("2017"), "fog");
  private static final ScheduleMeeting SCHEDULE =
      new ScheduleMeeting(
          MEETING,
          MeetingFormat.DINNER,
          List.of(US, RUSSIA),
          List.of(),
          null,
          span("2017"),
          List.of());

  private final Sabotage sabotage = new Sabotage();
  private final TestLedger ledger = new TestLedger(sabotage.around(TestJournal.memory()));

  @BeforeEach
  void registerParties() {
    List.of(US, RUSSIA).forEach(ledger::register);
  }

  @AfterEach
  void close() {
    sabotage.down(false);
    ledger.close();
  }

  @Test
  void aRefusalIsTakenForUnconfirmedWhereNobodyCanLookUpWhatIsInTheWay() {
    ledger.enter(SCHEDULE);
    sabotage.down(true);

    for (String key : new String[] {null, "key"}) {
      Outcome outcome = ledger.dispatcher().submit(ledger.submission(SCHEDULE, key, null));
      assertThat(problem(outcome).status()).isEqualTo(503);
      assertThat(problem(outcome).code()).isEqualTo("JOURNAL_UNAVAILABLE");
    }
  }

  @Test
  void whatStandsIsToldAsRecordedThoughItsAppendWasInDoubtAndItsKeyUnnamed() {
    sabotage.cutAndRefuse(Moment.AFTER_COMMIT);

    List<Outcome> outcomes = ledger.submitTogether(SCHEDULE, CANCEL);

    assertThat(outcomes).allMatch(Recorded.class::isInstance);
    assertThat(outcomes.stream().flatMap(outcome -> entries(outcome).stream())).hasSize(2);
    assertThat(ledger.position()).isEqualTo(4);
  }
}
