package org.chancery.query.meeting;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.chancery.shared.time.EdtfSpan;

/** What is, or may be, one of those asked for, and began on one unknown day between two. */
public interface Candidate {

  /** The days on which it may have begun as one of them. */
  Began began();

  /** True where it is one whatever is left open. */
  boolean sure();

  /** Those of which the dates allow that they were the first. */
  static <C extends Candidate> List<C> perhapsFirst(List<C> all) {
    LocalDate bound =
        all.stream()
            .filter(Candidate::sure)
            .map(candidate -> candidate.began().latest())
            .min(Comparator.naturalOrder())
            .orElse(EdtfSpan.END);
    return all.stream().filter(one -> !one.began().earliest().isAfter(bound)).toList();
  }

  /** Those of which the dates allow that they were the last. */
  static <C extends Candidate> List<C> perhapsLast(List<C> all) {
    LocalDate bound =
        all.stream()
            .filter(Candidate::sure)
            .map(candidate -> candidate.began().earliest())
            .max(Comparator.naturalOrder())
            .orElse(EdtfSpan.BEGINNING);
    return all.stream().filter(one -> !one.began().latest().isBefore(bound)).toList();
  }
}
