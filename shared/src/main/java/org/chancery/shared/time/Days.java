package org.chancery.shared.time;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Days in a row.
 *
 * @param from the first
 * @param to the day after the last
 */
public record Days(LocalDate from, LocalDate to) {
  private static final long ORDERED = 1_000_000_000_000L;
  private static final int DIGITS = 12;

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
    return spans.size() == 1
        ? spans.iterator().next()
        : covering(edge(first, spans, EdtfSpan::start), edge(last, spans, EdtfSpan::end));
  }

  private static EdtfSpan covering(@Nullable EdtfDate start, @Nullable EdtfDate end) {
    return new EdtfSpan("%s/%s".formatted(text(start), text(end)), start, end);
  }

  /** Open where one of the edges is; of years that no day can be written of, that year. */
  private static @Nullable EdtfDate edge(
      LocalDate day, Collection<EdtfSpan> spans, Function<EdtfSpan, @Nullable EdtfDate> which) {
    if (spans.stream().anyMatch(span -> which.apply(span) == null)) {
      return null;
    }
    boolean isWritable = Math.abs(day.getYear()) <= 9999;
    return spans.stream()
        .flatMap(span -> Stream.ofNullable(which.apply(span)))
        .filter(edge -> day.equals(edge.earliest()) || day.equals(edge.latest()))
        .filter(edge -> edge.isUnknown() || !isWritable)
        .findFirst()
        .orElseGet(() -> EdtfDate.of(day));
  }

  /** The day by which the span has surely passed, or null where no end is known. */
  public static @Nullable EdtfDate passed(EdtfSpan span) {
    LocalDate last = span.lastDay();
    return last == null ? null : new EdtfDate("", after(last), after(last));
  }

  /** The number of days, both included; null where an end is open or not known to the day. */
  public static @Nullable Long count(EdtfSpan span) {
    LocalDate first = day(span.start());
    LocalDate last = day(span.end());
    return first == null || last == null ? null : ChronoUnit.DAYS.between(first, last) + 1;
  }

  private static @Nullable LocalDate day(@Nullable EdtfDate date) {
    return date != null && date.earliest().equals(date.latest()) ? date.earliest() : null;
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

  /** The day so written that texts are in the order of days, of all years. */
  public static String inOrder(LocalDate day) {
    return Long.toString(ORDERED + day.toEpochDay() - EdtfSpan.BEGINNING.toEpochDay()).substring(1);
  }

  /** The day with which a text begins that was so written. */
  public static LocalDate ordered(String text) {
    long day = Long.parseLong(text.substring(0, DIGITS));
    return LocalDate.ofEpochDay(day + EdtfSpan.BEGINNING.toEpochDay());
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
