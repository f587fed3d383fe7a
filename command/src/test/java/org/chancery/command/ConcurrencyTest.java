package org.chancery.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.command.Examples.GERMANY;
import static org.chancery.command.Examples.RUSSIA;
import static org.chancery.command.Examples.US;
import static org.chancery.command.Examples.on;
import static org.chancery.command.TestLedger.entries;
import static org.chancery.command.TestLedger.problem;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.chancery.command.Outcome.Recorded;
import org.chancery.command.Outcome.Refused;
import org.chancery.journal.Entry;
import org.chancery.journal.TestJournal;
import org.chancery.shared.PartyId;
import org.chancery.shared.party.PartyCommand.RegisterParty;
import org.chancery.shared.party.PartyKind;
import org.chancery.shared.relationship.Pair;
import org.chancery.shared.relationship.RelationshipCommand.NoteDiscrepancy;
import org.chancery.shared.relationship.RelationshipEvent.DiscrepancyNoted;
import org.chancery.shared.relationship.StatedChange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of commands that meet. */
@Tag("slow")
class ConcurrencyTest {
  private static final Pair PAIR = new Pair(US, RUSSIA);
  private static final NoteDiscrepancy NOTE = note(US, RUSSIA);
  private static final NoteDiscrepancy BEFORE = note(US, GERMANY);
  private static final NoteDiscrepancy AFTER = note(GERMANY, RUSSIA);

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
  void aVersionThatDiffersIsRefusedAndTheRightOneAccepted() {
    ledger.enter(NOTE);

    assertThat(problem(submit(0L)))
        .satisfies(problem -> assertThat(problem.code()).isEqualTo("VERSION_CONFLICT"))
        .satisfies(problem -> assertThat(problem.status()).isEqualTo(412));
    assertThat(entries(submit(1L))).extracting(Entry::version).containsExactly(2L);
  }

  @Test
  void aVersionMayBeTheOneThatTheSameBatchLeadsTo() {
    List<Outcome> outcomes =
        ledger
            .dispatcher()
            .submit(
                Stream.of(0L, 1L, 1L, 2L)
                    .map(version -> ledger.submission(NOTE, null, version))
                    .toList());

    assertThat(outcomes.stream().map(outcome -> outcome instanceof Recorded))
        .containsExactly(true, true, false, true);
    assertThat(problem(outcomes.get(2)).code()).isEqualTo("VERSION_CONFLICT");
  }

  @Test
  void ofManyThatSawTheSameVersionOneIsAccepted() {
    List<Outcome> outcomes = AtOnce.run(8, _ -> submit(0L));

    assertThat(outcomes).filteredOn(Recorded.class::isInstance).hasSize(1);
    assertThat(outcomes)
        .filteredOn(Refused.class::isInstance)
        .allSatisfy(outcome -> assertThat(problem(outcome).code()).isEqualTo("VERSION_CONFLICT"));
  }

  @Test
  void manyThreadsOnOneSubjectMakeContiguousVersionsEachAnsweredOnce() {
    int threads = 8;
    int each = 20;

    List<List<Long>> versions =
        AtOnce.run(
            threads,
            _ ->
                Stream.generate(() -> ledger.enter(NOTE).getFirst().version())
                    .limit(each)
                    .toList());

    assertThat(versions.stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(
            LongStream.rangeClosed(1, (long) threads * each).boxed().toList());
  }

  @Test
  void batchesAndSingleCommandsOnTheSameSubjectsAreAllAnswered() {
    List<List<Outcome>> outcomes =
        AtOnce.run(
            8,
            thread ->
                thread % 2 == 0
                    ? ledger.submitTogether(NOTE, AFTER, BEFORE, NOTE)
                    : Stream.of(BEFORE, NOTE, AFTER)
                        .map(note -> ledger.dispatcher().submit(ledger.submission(note)))
                        .toList());

    assertThat(outcomes.stream().flatMap(List::stream))
        .allSatisfy(outcome -> assertThat(entries(outcome)).hasSize(1));
    assertThat(ledger.parts().journal().versionOf(PAIR.subject())).isEqualTo(12);
  }

  @Test
  void aConflictInTheMiddleOfABatchCostsTheOthersNothing() {
    ledger.enter(NOTE);
    Object cached = ledger.cache().get(PAIR.subject().toString());
    appendBehindTheCache();
    long before = ledger.appends();

    List<Outcome> outcomes = ledger.submitTogether(BEFORE, NOTE, AFTER);

    assertThat(cached).isNotNull();
    assertThat(outcomes.stream().flatMap(outcome -> entries(outcome).stream()))
        .extracting(Entry::version)
        .containsExactly(1L, 4L, 1L);
    assertThat(ledger.appends()).as("one that failed, and three").isGreaterThan(before + 2);
  }

  @Test
  void whoNamesNoVersionIsDecidedAgainWhereAnotherProcessRecordedBehindTheCache() {
    ledger.enter(NOTE);
    Object cached = ledger.cache().get(PAIR.subject().toString());
    appendBehindTheCache();

    assertThat(cached).isNotNull();
    assertThat(ledger.enter(NOTE)).extracting(Entry::version).containsExactly(4L);
    assertThat(ledger.enter(NOTE)).extracting(Entry::version).containsExactly(5L);
  }

  @Test
  void aCodeClaimedByManyAtOnceGoesToOne() {
    List<Outcome> outcomes =
        AtOnce.run(
            8, thread -> ledger.dispatcher().submit(ledger.submission(claim("party-" + thread))));

    assertThat(outcomes).filteredOn(Recorded.class::isInstance).hasSize(1);
  }

  private Outcome submit(Long ifMatch) {
    return ledger.dispatcher().submit(ledger.submission(NOTE, null, ifMatch));
  }

  /** As another process on the same journal would do it; twice, so that no version fits by luck. */
  private void appendBehindTheCache() {
    DiscrepancyNoted noted =
        new DiscrepancyNoted(PAIR, StatedChange.SEVERANCE, on("1918"), "another");
    ledger.parts().engine().appendEvents(TestJournal.event(1, noted), TestJournal.event(2, noted));
  }

  private static NoteDiscrepancy note(PartyId one, PartyId other) {
    return new NoteDiscrepancy(
        List.of(one, other), StatedChange.SEVERANCE, on("1918"), "a source says so");
  }

  private static RegisterParty claim(String party) {
    return new RegisterParty(
        new PartyId(party), party, PartyKind.STATE, List.of("XX"), null, List.of());
  }
}
