package org.chancery.query.sanction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.chancery.shared.sanction.Measure;
import org.chancery.shared.sanction.SanctionStep;
import org.chancery.shared.time.EdtfDate;

/**
 * The measures that entries say sanctions consist of from a day on. Which of two came last, their
 * dates alone may tell: unlike states, measures need not follow from each other.
 */
final class MeasuresInTime {
  private final List<Said> all = new ArrayList<>();

  /** What one entry says. */
  private record Said(SanctionStep by, List<Measure> measures, EdtfDate on, long entry) {

    boolean mayHaveComeBy(LocalDate day) {
      return !on.earliest().isAfter(day);
    }

    boolean hasComeBy(LocalDate day) {
      return !on.latest().isAfter(day);
    }

    /** Sanctions are imposed after the threat and changed after that, whatever the dates. */
    boolean cameAfter(Said other) {
      boolean isOfOneDay = on.isExact() && on.earliest().equals(other.on.latest());
      boolean isRecordedAfter = entry > other.entry && other.on.isExact();
      return on.earliest().isAfter(other.on.latest())
          || rank() > other.rank()
          || (rank() == other.rank() && isOfOneDay && isRecordedAfter);
    }

    private int rank() {
      return switch (by) {
        case THREATENED -> 0;
        case IMPOSED -> 1;
        case AMENDED, EASED, SUSPENDED, REINSTATED, LIFTED -> 2;
      };
    }
  }

  /**
   * What measures may be on a day.
   *
   * @param certain those that they surely are
   * @param possible further ones that they may be
   * @param entries those that say so
   */
  record Possible(List<Measure> certain, List<Measure> possible, List<Long> entries) {}

  /** Notes what an entry says; nothing where it names no measures. */
  void note(SanctionStep by, List<Measure> measures, EdtfDate on, long entry) {
    if (!measures.isEmpty()) {
      all.add(new Said(by, measures, on, entry));
    }
  }

  /** The days on which something may change. */
  Stream<LocalDate> cuts() {
    return all.stream().flatMap(said -> Stream.of(said.on().earliest(), said.on().latest()));
  }

  Possible on(LocalDate day) {
    List<Said> last =
        all.stream()
            .filter(said -> said.mayHaveComeBy(day))
            .filter(
                said -> all.stream().noneMatch(next -> next.hasComeBy(day) && next.cameAfter(said)))
            .toList();
    boolean isAny = last.stream().anyMatch(said -> said.hasComeBy(day));
    List<Measure> certain =
        kept(measure -> isAny && last.stream().allMatch(said -> said.measures().contains(measure)));
    List<Measure> named =
        kept(measure -> last.stream().anyMatch(said -> said.measures().contains(measure)));
    return new Possible(
        certain,
        named.stream().filter(measure -> !certain.contains(measure)).toList(),
        last.stream().map(Said::entry).sorted().toList());
  }

  private static List<Measure> kept(Predicate<Measure> which) {
    return Stream.of(Measure.values()).filter(which).toList();
  }
}
