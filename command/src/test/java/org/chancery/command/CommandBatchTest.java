package org.chancery.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.command.Examples.RUSSIA;
import static org.chancery.command.Examples.US;
import static org.chancery.command.Examples.on;
import static org.chancery.command.Examples.span;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.chancery.command.Outcome.Recorded;
import org.chancery.command.Outcome.Refused;
import org.chancery.journal.Entry;
import org.chancery.shared.PartyId;
import org.chancery.shared.Problem;
import org.chancery.shared.RequestCode;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.meeting.MeetingCommand.CancelMeeting;
import org.chancery.shared.meeting.MeetingCommand.ScheduleMeeting;
import org.chancery.shared.meeting.MeetingFormat;
import org.chancery.shared.meeting.MeetingId;
import org.chancery.shared.party.PartyCommand.RegisterParty;
import org.chancery.shared.party.PartyKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class CommandBatchTest {
  private static final int MANY = 1_500;
  private static final int LATER = 100;
  private static final PartyId TONGA = new PartyId("tonga");

  private final TestLedger ledger = new TestLedger();
  private final List<Integer> answered = new ArrayList<>();
  private final List<Outcome> outcomes = new ArrayList<>();
  private final CommandBatch<Integer> batch =
      new CommandBatch<>(
          ledger.dispatcher(),
          (number, outcome) -> {
            answered.add(number);
            outcomes.add(outcome);
          });

  @BeforeEach
  void registerParties() {
    List.of(US, RUSSIA).forEach(ledger::register);
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void everyOutcomeComesInItsPlaceAndPositionsFollowTheOrderOfSubmission() {
    long before = ledger.position();

    addAll(number -> number % 7 == 0 ? cancel(MANY + number) : schedule(number));
    batch.flush();

    assertThat(answered).containsExactlyElementsOf(IntStream.range(0, MANY).boxed().toList());
    assertThat(positions())
        .containsExactlyElementsOf(
            IntStream.range(1, 1 + (int) entered()).mapToObj(n -> before + n).toList());
    assertThat(entered()).isEqualTo(MANY - (MANY + 6) / 7);
  }

  @Test
  void whatOneBatchEntersTheNextMayAskFor() {
    for (int number = 0; number < MANY; number++) {
      add(number, schedule(number));
      ledger.cache().removeAll(); // what is remembered would tell, but need not be
      if (number >= LATER) {
        add(number, cancel(number - LATER));
      }
    }
    batch.flush();

    assertThat(outcomes).hasSize(2 * MANY - LATER).allMatch(Recorded.class::isInstance);
  }

  @Test
  void aKeyUsedInOneBatchIsAnsweredAgainInTheNext() {
    addAll(CommandBatchTest::schedule);
    addAll(CommandBatchTest::schedule);
    batch.flush();

    assertThat(outcomes.subList(MANY, 2 * MANY))
        .allMatch(outcome -> outcome instanceof Recorded recorded && recorded.replayed());
    assertThat(positions().subList(MANY, 2 * MANY)).isEqualTo(positions().subList(0, MANY));
  }

  @Test
  void whatIsRegisteredTheNextSubmissionMayName() {
    add(0, schedule(0, TONGA));
    add(1, new RegisterParty(TONGA, "Tonga", PartyKind.STATE, List.of(), null, List.of()));
    add(2, schedule(2, TONGA));
    batch.flush();

    assertThat(outcomes.getFirst()).isInstanceOf(Refused.class);
    assertThat(outcomes.subList(1, 3)).allMatch(Recorded.class::isInstance);
  }

  @Test
  void aBatchIsFullByItsSizeAsByItsNumber() {
    for (int number = 0; number < LATER; number++) {
      batch.add(number, ledger.submission(schedule(number)), 1_000_000);
    }

    assertThat(answered).hasSizeBetween(LATER - 12, LATER - 1);
    batch.flush();
    assertThat(entered()).isEqualTo(LATER);
  }

  @Test
  void refusalsDoNotPileUpEither() {
    Problem refused = Problem.of(RequestCode.UNREADABLE, "not JSON");
    for (int number = 0; number < MANY; number++) {
      batch.add(number, refused);
    }

    assertThat(answered).hasSizeGreaterThan(MANY / 2);
    batch.flush();
    assertThat(answered).containsExactlyElementsOf(IntStream.range(0, MANY).boxed().toList());
  }

  private void addAll(IntFunction<LedgerCommand> commands) {
    IntStream.range(0, MANY).forEach(number -> add(number, commands.apply(number)));
  }

  /** The same command always comes under the same key. */
  private void add(int number, LedgerCommand command) {
    String key = "%s-%d".formatted(command.getClass().getSimpleName(), number);
    batch.add(number, ledger.submission(command, key, null));
  }

  private long entered() {
    return outcomes.stream().filter(Recorded.class::isInstance).count();
  }

  private List<Long> positions() {
    return outcomes.stream()
        .filter(Recorded.class::isInstance)
        .flatMap(outcome -> TestLedger.entries(outcome).stream())
        .map(Entry::position)
        .toList();
  }

  private static LedgerCommand schedule(int number) {
    return schedule(number, RUSSIA);
  }

  private static LedgerCommand schedule(int number, PartyId with) {
    return new ScheduleMeeting(
        meeting(number),
        MeetingFormat.DINNER,
        List.of(US, with),
        List.of(),
        null,
        span("2017"),
        List.of());
  }

  private static LedgerCommand cancel(int number) {
    return new CancelMeeting(meeting(number), on("2017"), "fog");
  }

  private static MeetingId meeting(int number) {
    return new MeetingId("meeting-" + number);
  }
}
