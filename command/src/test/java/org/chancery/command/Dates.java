package org.chancery.command;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.chancery.shared.time.EdtfDate;

/** Dates few and vague enough to meet. */
public final class Dates {
  private static final LocalDate ORIGIN = LocalDate.of(1991, 12, 25);

  private Dates() {}

  public static Arbitrary<EdtfDate> any() {
    return Arbitraries.of(
            "1991", "1991-12-25", "1992", "1992-03", "1992-03-31", "1992-04-01~", "199X", "1993?")
        .map(EdtfDate::parse);
  }

  /** Days that follow each other. */
  public static List<EdtfDate> ascending(int count) {
    return IntStream.range(0, count).mapToObj(ORIGIN::plusDays).map(EdtfDate::of).toList();
  }
}
