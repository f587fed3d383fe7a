package org.chancery.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.command.Examples.RUSSIA;
import static org.chancery.command.Examples.US;
import static org.chancery.command.Examples.on;
import static org.chancery.command.TestLedger.entries;
import static org.chancery.command.TestLedger.problem;

import java.util.List;
import org.chancery.command.Outcome.Recorded;
import org.chancery.journal.Entry;
import org.chancery.shared.cooperation.CooperationCommand.EstablishCooperation;
import org.chancery.shared.cooperation.CooperationId;
import org.chancery.shared.relationship.RelationshipCommand.NoteDiscrepancy;
import org.chancery.shared.relationship.StatedChange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A key is executed once, ever. */
class IdempotencyTest {
  private static final NoteDiscrepancy NOTE =
      new NoteDiscrepancy(
          List.of(US, RUSSIA), StatedChange.SEVERANCE, on("1918"), "a source says so");
  private static final EstablishCooperation OTHER =
      new EstablishCooperation(
          new CooperationId("military"), List.of(US, RUSSIA), "military", on("1992"));

  private final TestLedger ledger = new TestLedger();

  @BeforeEach
  void registerParties() {
    List.of(US, RUSSIA).forEach(ledger::register);
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void theSameContentUnderTheSameKeyGetsTheFirstAnswerAgain() {
    List<Entry> first = entries(submit("key"));

    assertThat(submit("key")).isEqualTo(new Recorded(first, true));
    assertThat(ledger.position()).isEqualTo(3);
  }

  @Test
  void theSameContentUnderTheSameKeyGetsTheFirstAnswerAgainInOneBatchToo() {
    Submission twice = ledger.submission(NOTE, "key", null);

    List<Outcome> outcomes = ledger.dispatcher().submit(List.of(twice, twice));

    assertThat(outcomes)
        .containsExactly(
            new Recorded(entries(outcomes.getFirst()), false),
            new Recorded(entries(outcomes.getFirst()), true));
  }

  @Test
  void otherContentUnderTheSameKeyIsRefusedAndNamesWhatTheKeyMade() {
    long position = entries(submit("key")).getFirst().position();

    assertThat(problem(ledger.dispatcher().submit(ledger.submission(OTHER, "key", null))))
        .satisfies(problem -> assertThat(problem.code()).isEqualTo("IDEMPOTENCY_MISMATCH"))
        .satisfies(problem -> assertThat(problem.status()).isEqualTo(409))
        .satisfies(problem -> assertThat(problem.entries()).containsExactly(position));
  }

  @Test
  void otherContentUnderTheSameKeyIsRefusedInOneBatchToo() {
    List<Outcome> outcomes =
        ledger
            .dispatcher()
            .submit(
                List.of(
                    ledger.submission(NOTE, "key", null), ledger.submission(OTHER, "key", null)));

    assertThat(entries(outcomes.getFirst())).hasSize(1);
    assertThat(problem(outcomes.getLast()).code()).isEqualTo("IDEMPOTENCY_MISMATCH");
  }

  @Test
  void aRefusedCommandDoesNotUseUpItsKey() {
    ledger.enter(OTHER);
    problem(ledger.dispatcher().submit(ledger.submission(OTHER, "key", null)));

    assertThat(entries(submit("key"))).hasSize(1);
  }

  @Test
  void aKeySentByManyAtOnceIsExecutedOnce() {
    List<Outcome> outcomes = AtOnce.run(8, _ -> submit("key"));

    assertThat(outcomes)
        .allSatisfy(outcome -> assertThat(entries(outcome)).hasSize(1))
        .filteredOn(outcome -> outcome instanceof Recorded(var _, var replayed) && !replayed)
        .hasSize(1);
    assertThat(ledger.position()).isEqualTo(3);
  }

  private Outcome submit(String key) {
    return ledger.dispatcher().submit(ledger.submission(NOTE, key, null));
  }
}
