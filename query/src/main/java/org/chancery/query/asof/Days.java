package org.chancery.query.asof;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/**
 * Days in a row.
 *
 * @param from the first
 * @param to the day after the last
 */
public record Days(LocalDate from, LocalDate to) {

  /** All days on which some reading of the span lasts. */
  public static Days of(EdtfSpan span) {
    return new Days(span.earliest(), after(span.latest()));
  }

  /** All of valid time, cut at the given days. */
  public static List<Days> cutAt(Collection<LocalDate> cuts) {
    SortedSet<LocalDate> edges = new TreeSet<>(cuts);
    edges.remove(EdtfSpan.BEGINNING);
    edges.add(EdtfSpan.END);
    List<Days> days = new ArrayList<>();
    LocalDate from = EdtfSpan.BEGINNING;
    for (LocalDate to : edges) {
      days.add(new Days(from, to));
      from = to;
    }
    return days;
  }

  /** From the first day that may belong to one of the spans to the last. */
  public static EdtfSpan covering(Collection<EdtfSpan> spans) {
    LocalDate first = Collections.min(spans.stream().map(EdtfSpan::earliest).toList());
    LocalDate last = Collections.max(spans.stream().map(EdtfSpan::latest).toList());
    EdtfDate start = first.equals(EdtfSpan.BEGINNING) ? null : EdtfDate.of(first);
    EdtfDate end = last.equals(EdtfSpan.END) ? null : EdtfDate.of(last);
    return spans.size() == 1
        ? spans.iterator().next()
        : new EdtfSpan("%s/%s".formatted(text(start), text(end)), start, end);
  }

  /** When the span begins; before all history where its beginning is open. */
  public static EdtfDate beginning(EdtfSpan span) {
    return span.start() == null
        ? new EdtfDate("..", EdtfSpan.BEGINNING, EdtfSpan.BEGINNING)
        : span.start();
  }

  private static String text(@Nullable EdtfDate edge) {
    return edge == null ? ".." : edge.text();
  }

  /** The next day; the end of valid time has none. */
  public static LocalDate after(LocalDate day) {
    return day.isBefore(EdtfSpan.END) ? day.plusDays(1) : EdtfSpan.END;
  }

  /** The first day, or null where it has always been so. */
  public @Nullable LocalDate begin() {
    return from.equals(EdtfSpan.BEGINNING) ? null : from;
  }

  /** The day after the last, or null where no end is known. */
  public @Nullable LocalDate end() {
    return to.equals(EdtfSpan.END) ? null : to;
  }
}
