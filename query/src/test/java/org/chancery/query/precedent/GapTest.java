package org.chancery.query.precedent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import org.chancery.query.meeting.Began;
import org.chancery.query.meeting.Encounter;
import org.chancery.query.meeting.HeldMeeting;
import org.junit.jupiter.api.Test;

class GapTest {
  private static final LocalDate ORIGIN = LocalDate.of(2014, 3, 1);
  private static final int TRIALS = 3_000;

  @Test
  void itIsWhatTheReadingsOfTheDatesAllowAndNoMore() {
    Random random = new Random(42);
    for (int trial = 0; trial < TRIALS; trial++) {
      Began after = began(random);
      List<Encounter> contacts = encounters(random);
      NavigableSet<Long> gaps = new TreeSet<>();
      after
          .earliest()
          .datesUntil(after.latest().plusDays(1))
          .forEach(day -> read(contacts, day, List.of(), gaps));
      Gap exact = gaps.isEmpty() ? null : new Gap(gaps.first(), gaps.last());
      assertThat(Gap.between(contacts, after)).as("%s, %s", after, contacts).isEqualTo(exact);
    }
  }

  /** On one day either may be the earlier; what is not sure may not have been at all. */
  private static void read(
      List<Encounter> rest, LocalDate day, List<LocalDate> earlier, NavigableSet<Long> gaps) {
    if (rest.isEmpty()) {
      earlier.stream()
          .max(LocalDate::compareTo)
          .ifPresent(last -> gaps.add(day.toEpochDay() - last.toEpochDay()));
      return;
    }
    Encounter next = rest.getFirst();
    List<Encounter> others = rest.subList(1, rest.size());
    if (!next.sure() || !next.began().latest().isBefore(day)) {
      read(others, day, earlier, gaps);
    }
    next.began()
        .earliest()
        .datesUntil(next.began().latest().plusDays(1))
        .filter(on -> !on.isAfter(day))
        .forEach(
            on -> {
              List<LocalDate> longer = new ArrayList<>(earlier);
              longer.add(on);
              read(others, day, longer, gaps);
            });
  }

  private static List<Encounter> encounters(Random random) {
    List<Encounter> all = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      all.add(new Encounter(HeldMeeting.of("m-" + i), began(random), random.nextInt(3) > 0));
    }
    return all;
  }

  private static Began began(Random random) {
    LocalDate earliest = ORIGIN.plusDays(random.nextInt(6));
    return new Began(earliest, earliest.plusDays(random.nextInt(4)));
  }
}
