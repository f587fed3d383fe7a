package org.chancery.query.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CandidateMeetingTest {
  private static final LocalDate ORIGIN = LocalDate.of(2014, 3, 1);
  private static final int TRIALS = 2_000;
  private static final int ABSENT = -1;

  @Test
  void whatMayBeTheLastOrTheFirstIsWhatSomeReadingOfTheDatesMakesIt() {
    Random random = new Random(42);
    for (int trial = 0; trial < TRIALS; trial++) {
      List<CandidateMeeting> all = candidates(random);
      Set<Integer> last = new HashSet<>();
      Set<Integer> first = new HashSet<>();
      read(all, new ArrayList<>(), last, first);
      assertThat(Candidate.perhapsLast(all)).as("%s", all).hasSameElementsAs(of(all, last));
      assertThat(Candidate.perhapsFirst(all)).as("%s", all).hasSameElementsAs(of(all, first));
    }
  }

  /** Every day that each may have begun on, and the absence of those that are not sure. */
  private static void read(
      List<CandidateMeeting> all, List<Integer> days, Set<Integer> last, Set<Integer> first) {
    if (days.size() == all.size()) {
      note(days, last, first);
      return;
    }
    CandidateMeeting next = all.get(days.size());
    List<Integer> readings = new ArrayList<>();
    if (!next.sure()) {
      readings.add(ABSENT);
    }
    next.began()
        .earliest()
        .datesUntil(next.began().latest().plusDays(1))
        .forEach(day -> readings.add((int) (day.toEpochDay() - ORIGIN.toEpochDay())));
    for (int reading : readings) {
      List<Integer> longer = new ArrayList<>(days);
      longer.add(reading);
      read(all, longer, last, first);
    }
  }

  /** The order within a day is open, so all of the last day may be the last. */
  private static void note(List<Integer> days, Set<Integer> last, Set<Integer> first) {
    int max = days.stream().filter(day -> day != ABSENT).max(Integer::compare).orElse(ABSENT);
    int min = days.stream().filter(day -> day != ABSENT).min(Integer::compare).orElse(ABSENT);
    for (int i = 0; i < days.size(); i++) {
      if (days.get(i) != ABSENT && days.get(i) == max) {
        last.add(i);
      }
      if (days.get(i) != ABSENT && days.get(i) == min) {
        first.add(i);
      }
    }
  }

  private static List<CandidateMeeting> of(List<CandidateMeeting> all, Set<Integer> places) {
    return places.stream().map(all::get).toList();
  }

  private static List<CandidateMeeting> candidates(Random random) {
    List<CandidateMeeting> all = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      LocalDate earliest = ORIGIN.plusDays(random.nextInt(6));
      Began began = new Began(earliest, earliest.plusDays(random.nextInt(4)));
      all.add(new CandidateMeeting(HeldMeeting.of("m-" + i), began, random.nextInt(3) > 0));
    }
    return all;
  }
}
