package org.chancery.query.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.shared.time.Days;
import org.chancery.shared.time.EdtfSpan;

/**
 * The days that a claim is of. A date is one of its days, and nobody says which; a span is all of
 * its days, and where its ends are imprecise some may not belong to it.
 */
record ClaimedDays(EdtfSpan on) {

  /** The first day of each stretch of them over which nothing changes. */
  List<LocalDate> cutAt(Stream<LocalDate> changes) {
    Stream<LocalDate> edges =
        Stream.of(on.earliest(), on.begunBy(), Days.after(on.lastsTo()), on.latest());
    return Stream.concat(edges, changes)
        .filter(day -> !day.isBefore(on.earliest()) && !day.isAfter(on.latest()))
        .distinct()
        .sorted()
        .toList();
  }

  /** True where the claim is of that day however its dates are read. */
  boolean surelyHave(LocalDate day) {
    return !day.isBefore(on.begunBy()) && !day.isAfter(on.lastsTo());
  }
}
