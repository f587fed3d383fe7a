package org.chancery.shared.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.LongFunction;
import org.chancery.shared.entry.EffectiveHistory.Account;
import org.chancery.shared.entry.EffectiveHistory.EffectiveEvent;
import org.chancery.shared.entry.EntryEvent.AccountPreferred;
import org.chancery.shared.entry.EntryEvent.AccountRecorded;
import org.chancery.shared.entry.EntryEvent.EntryCorrected;
import org.chancery.shared.entry.EntryEvent.EntryRetracted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** However often an entry is corrected, neither the stack nor anyone's patience is used up. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EffectiveHistoryTest {
  private static final int OFTEN = 20_000;

  @Test
  void anEntryIsCorrectedTwentyThousandTimes() {
    EffectiveHistory<Said> amended = often(EffectiveHistoryTest::corrected);

    assertThat(amended.standing())
        .containsExactly(new EffectiveEvent<>(0, OFTEN, new Said("w" + OFTEN)));
    assertThat(amended.placeOf(OFTEN)).isZero();
    assertThat(amended.superseded()).hasSize(OFTEN).containsEntry(0L, 1L);
    assertThat(amended.superseded()).containsEntry(OFTEN - 1L, (long) OFTEN);
    amended.requireInForce(OFTEN);
  }

  /** Each but the first gives back, or takes again, what the one before took or gave back. */
  @Test
  void aRetractionIsRetractedTwentyThousandTimes() {
    EffectiveHistory<Said> amended = often(EffectiveHistoryTest::retracted);

    assertThat(amended.standing()).containsExactly(new EffectiveEvent<>(0, 0, new Said("w0")));
    assertThat(amended.with(OFTEN + 1, retracted(OFTEN + 1)).standing()).isEmpty();
    assertThat(amended.superseded()).hasSize(OFTEN - 1).containsEntry(1L, 2L);
    assertThat(amended.reinstatedBy(OFTEN + 1, retracted(OFTEN + 1))).isEmpty();
  }

  @Test
  void twoThatWereToldTheSameAreEqual() {
    EffectiveHistory<Said> one = often(EffectiveHistoryTest::corrected);
    EffectiveHistory<Said> other = often(EffectiveHistoryTest::corrected);

    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    assertThat(one).isNotEqualTo(other.with(OFTEN + 1, corrected(OFTEN + 1)));
    assertThat(often(EffectiveHistoryTest::retracted))
        .isEqualTo(often(EffectiveHistoryTest::retracted));
  }

  @Test
  void whatWasSaidBeforeTellsThemApart() {
    assertThat(firstSaid("this")).isNotEqualTo(firstSaid("that")).isEqualTo(firstSaid("this"));
    EffectiveHistory<Said> ofTheCorrection = firstSaid("this").with(2, retracted(2));
    EffectiveHistory<Said> ofTheEntry =
        firstSaid("this").with(2, new EntryRetracted(Said.SUBJECT, 0, 0, "another case"));
    assertThat(ofTheCorrection).isNotEqualTo(ofTheEntry);
  }

  @Test
  void whatIsToldStandsWhetherOrNotItIsFollowed() {
    EffectiveHistory<Said> two = told("w0", "w1");
    assertThat(two.standing()).extracting(EffectiveEvent::entry).containsExactly(0L);
    assertThat(two.told()).extracting(EffectiveEvent::entry).containsExactly(0L, 1L);
    EffectiveHistory<Said> one = two.with(2, new EntryRetracted(Said.SUBJECT, 1, 1, "a forgery"));
    assertThat(one.told()).extracting(EffectiveEvent::entry).containsExactly(0L);
    assertThat(one.reinstatedBy(3, new EntryRetracted(Said.SUBJECT, 2, 2, "none")))
        .extracting(EffectiveEvent::entry)
        .containsExactly(1L);
  }

  @Test
  void whatIsPreferredIsFollowedAnew() {
    assertThat(
            told("w0", "w1").reinstatedBy(2, new AccountPreferred(Said.SUBJECT, 0, 0, 1, 1, "so")))
        .extracting(EffectiveEvent::entry)
        .containsExactly(1L);
  }

  @Test
  void whoeverTellsAFactTwiceIsFound() {
    EffectiveHistory<Said> two = told("w0", "w1");
    assertThat(two.toldTwiceBy(_ -> true)).extracting(Account::entry).containsExactly(0L, 1L);
    assertThat(two.toldTwiceBy(entry -> entry == 1)).isEmpty();
  }

  private static EffectiveHistory<Said> told(String word, String other) {
    return EffectiveHistory.byVersion(Said.class)
        .with(0, new Said(word))
        .with(1, new AccountRecorded(Said.SUBJECT, 0, 0, new Said(other)));
  }

  private static EffectiveHistory<Said> firstSaid(String word) {
    return EffectiveHistory.byVersion(Said.class).with(0, new Said(word)).with(1, corrected(1));
  }

  private static EffectiveHistory<Said> often(LongFunction<EntryEvent> amending) {
    EffectiveHistory<Said> amended = EffectiveHistory.byVersion(Said.class).with(0, new Said("w0"));
    for (long entry = 1; entry <= OFTEN; entry++) {
      amended = amended.with(entry, amending.apply(entry));
    }
    return amended;
  }

  private static EntryEvent corrected(long entry) {
    return new EntryCorrected(Said.SUBJECT, entry - 1, entry - 1, new Said("w" + entry), "so");
  }

  private static EntryEvent retracted(long entry) {
    return new EntryRetracted(Said.SUBJECT, entry - 1, entry - 1, "another case");
  }
}
