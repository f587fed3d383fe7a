package org.chancery.shared.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.chancery.shared.Refusal;
import org.chancery.shared.entry.EffectiveHistory.EffectiveEvent;
import org.chancery.shared.entry.EntryEvent.EntryCorrected;
import org.chancery.shared.entry.EntryEvent.EntryRetracted;

/** What stands is what the journal would say had it been written right at once. */
class EffectiveHistoryProperties {
  @Property
  void whatStandsIsWhatWouldHaveBeenWrittenAtOnce(
      @ForAll @IntRange(max = 25) int length, @ForAll Random random) {
    List<LedgerEvent> history = history(length, random);

    assertThat(words(amended(history))).isEqualTo(writtenAtOnce(history));
  }

  @Property
  void allOtherEntriesAreSupersededByOneThatIsNamed(
      @ForAll @IntRange(max = 25) int length, @ForAll Random random) {
    EffectiveHistory<Said> amended = amended(history(length, random));
    Set<Long> standing =
        amended.standing().stream().map(EffectiveEvent::entry).collect(Collectors.toSet());

    assertThat(amended.superseded().keySet()).noneMatch(standing::contains);
    for (long entry = 0; entry < length; entry++) {
      Long by = amended.superseded().get(entry);
      assertThat(by != null || standing.contains(entry) || amended.retracts(entry))
          .as("%d stands, retracts, or is superseded", entry)
          .isTrue();
      if (by != null) {
        long superseded = entry;
        assertThat(by).isGreaterThan(entry);
        assertThatThrownBy(() -> amended.requireInForce(superseded)).isInstanceOf(Refusal.class);
      }
    }
  }

  /** Each correction names an entry in force at random: of what was said, or of what retracted. */
  private static List<LedgerEvent> history(int length, Random random) {
    List<LedgerEvent> history = new ArrayList<>();
    for (int entry = 0; entry < length; entry++) {
      List<Long> inForce = inForce(amended(history), history.size());
      if (inForce.isEmpty() || random.nextInt(3) == 0) {
        history.add(new Said("w" + entry));
      } else {
        long target = inForce.get(random.nextInt(inForce.size()));
        boolean retract =
            history.get((int) target) instanceof EntryRetracted || random.nextBoolean();
        history.add(
            retract
                ? new EntryRetracted(Said.SUBJECT, target, target, "no")
                : new EntryCorrected(Said.SUBJECT, target, target, new Said("c" + entry), "so"));
      }
    }
    return history;
  }

  private static List<Long> inForce(EffectiveHistory<Said> amended, int length) {
    List<Long> inForce = new ArrayList<>();
    for (long entry = 0; entry < length; entry++) {
      try {
        amended.requireInForce(entry);
        inForce.add(entry);
      } catch (Refusal superseded) {
        assertThat(superseded.versions()).isNotEmpty();
      }
    }
    return inForce;
  }

  private static EffectiveHistory<Said> amended(List<LedgerEvent> history) {
    EffectiveHistory<Said> amended = EffectiveHistory.byVersion(Said.class);
    for (int entry = 0; entry < history.size(); entry++) {
      amended = amended.with(entry, history.get(entry));
    }
    return amended;
  }

  private static Map<Long, String> words(EffectiveHistory<Said> amended) {
    Map<Long, String> words = new LinkedHashMap<>();
    amended.standing().forEach(standing -> words.put(standing.entry(), standing.event().word()));
    return words;
  }

  /**
   * By another way: the last retraction takes itself and its target out of the journal, until none
   * is left; then each correction takes the place of its target.
   */
  private static Map<Long, String> writtenAtOnce(List<LedgerEvent> history) {
    List<Long> left = new ArrayList<>();
    for (long entry = 0; entry < history.size(); entry++) {
      left.add(entry);
    }
    for (int at = left.size() - 1; at >= 0; at--) {
      if (at < left.size()
          && history.get(left.get(at).intValue()) instanceof EntryRetracted retraction) {
        left.remove(at);
        left.remove(retraction.version());
      }
    }
    List<Long> places = new ArrayList<>();
    for (long entry : left) {
      switch (history.get((int) entry)) {
        case EntryCorrected correction -> places.set(places.indexOf(correction.version()), entry);
        default -> places.add(entry);
      }
    }
    Map<Long, String> words = new LinkedHashMap<>();
    places.forEach(entry -> words.put(entry, word(history.get(entry.intValue()))));
    return words;
  }

  private static String word(LedgerEvent event) {
    return ((Said) (event instanceof EntryCorrected corrected ? corrected.as() : event)).word();
  }
}
