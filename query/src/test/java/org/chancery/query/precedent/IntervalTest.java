package org.chancery.query.precedent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import org.chancery.query.meeting.Began;
import org.chancery.query.meeting.CandidateMeeting;
import org.chancery.query.meeting.HeldMeeting;
import org.junit.jupiter.api.Test;

class IntervalTest {
  private static final LocalDate ORIGIN = LocalDate.of(2014, 3, 1);
  private static final int TRIALS = 3_000;

  @Test
  void itIsWhatTheReadingsOfTheDatesAllowAndNoMore() {
    Random random = new Random(42);
    for (int trial = 0; trial < TRIALS; trial++) {
      Began after = began(random);
      List<CandidateMeeting> contacts = candidates(random);
      NavigableSet<Long> gaps = new TreeSet<>();
      after
          .earliest()
          .datesUntil(after.latest().plusDays(1))
          .forEach(day -> read(contacts, day, List.of(), gaps));
      Interval exact = gaps.isEmpty() ? null : new Interval(gaps.first(), gaps.last());
      assertThat(Interval.between(contacts, after)).as("%s, %s", after, contacts).isEqualTo(exact);
    }
  }

  /** On one day either may be the earlier; what is not sure may not have been at all. */
  private static void read(
      List<CandidateMeeting> rest,
      LocalDate day,
      List<LocalDate> earlier,
      NavigableSet<Long> gaps) {
    if (rest.isEmpty()) {
      earlier.stream()
          .max(LocalDate::compareTo)
          .ifPresent(last -> gaps.add(day.toEpochDay() - last.toEpochDay()));
      return;
    }
    CandidateMeeting next = rest.getFirst();
    List<CandidateMeeting> others = rest.subList(1, rest.size());
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

  private static List<CandidateMeeting> candidates(Random random) {
    List<CandidateMeeting> all = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      all.add(new CandidateMeeting(HeldMeeting.of("m-" + i), began(random), random.nextInt(3) > 0));
    }
    return all;
  }

  private static Began began(Random random) {
    LocalDate earliest = ORIGIN.plusDays(random.nextInt(6));
    return new Began(earliest, earliest.plusDays(random.nextInt(4)));
  }
}
