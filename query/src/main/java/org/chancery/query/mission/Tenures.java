package org.chancery.query.mission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.chancery.shared.time.Days;
import org.chancery.shared.time.EdtfSpan;

/**
 * Those who headed a mission or may have, in the order in which they began. A long-lived mission is
 * asked of many days each time an entry comes, so that each looks only at the terms around it.
 *
 * @param begun of each term the day by which it and all before it have begun
 * @param over of each term the day on which it and all before it are over
 */
record Tenures(List<HeadTerm> terms, List<LocalDate> begun, List<LocalDate> over) {
  private static final Comparator<HeadTerm> BY_BEGINNING =
      Comparator.comparing(HeadTerm::begins).thenComparing(HeadTerm::begunBy);

  static Tenures among(List<HeadTerm> all) {
    List<HeadTerm> terms = all.stream().filter(HeadTerm::isTenure).sorted(BY_BEGINNING).toList();
    List<LocalDate> begun = new ArrayList<>();
    List<LocalDate> over = new ArrayList<>();
    LocalDate lastBegun = EdtfSpan.BEGINNING;
    LocalDate lastOver = EdtfSpan.BEGINNING;
    for (HeadTerm term : terms) {
      lastBegun = later(lastBegun, term.begunBy());
      lastOver = later(lastOver, term.over());
      begun.add(lastBegun);
      over.add(lastOver);
    }
    return new Tenures(terms, begun, over);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? other : one;
  }

  /** How many began before the day. */
  private int begunBefore(LocalDate day) {
    int low = 0;
    int high = terms.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (terms.get(middle).begins().isBefore(day)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Who heads the mission on the day, or may. */
  List<HeadTerm> on(LocalDate day) {
    List<HeadTerm> on = new ArrayList<>();
    for (int at = begunBefore(Days.after(day)) - 1; at >= 0 && over.get(at).isAfter(day); at--) {
      if (terms.get(at).on(day) != null) {
        on.addFirst(terms.get(at));
      }
    }
    return on;
  }

  /**
   * Who came last before those heads, and where dates leave that open, all that may have. Of a
   * promotion, the one person is not the own predecessor.
   */
  List<HeadTerm> before(LocalDate day, List<HeadTerm> heads) {
    List<HeadTerm> before = new ArrayList<>();
    LocalDate limit = heads.isEmpty() ? Days.after(day) : heads.getFirst().begins();
    LocalDate last = EdtfSpan.BEGINNING;
    for (int at = begunBefore(limit) - 1; at >= 0 && !begun.get(at).isBefore(last); at--) {
      HeadTerm term = terms.get(at);
      if (!isOfOne(term, heads) && !term.begunBy().isBefore(last)) {
        last = before.isEmpty() ? term.begins() : last;
        before.addFirst(term);
      }
    }
    return before;
  }

  /** Who came first after the day, or may have; none of those heads. */
  List<HeadTerm> after(LocalDate day, List<HeadTerm> heads) {
    List<HeadTerm> after = new ArrayList<>();
    for (int at = begunBefore(Days.after(day)); at < terms.size(); at++) {
      HeadTerm term = terms.get(at);
      if (!after.isEmpty() && term.begins().isAfter(after.getFirst().begunBy())) {
        return after;
      }
      if (!isOfOne(term, heads)) {
        after.add(term);
      }
    }
    return after;
  }

  private static boolean isOfOne(HeadTerm term, List<HeadTerm> heads) {
    return heads.stream().anyMatch(term::isOfSame);
  }
}
