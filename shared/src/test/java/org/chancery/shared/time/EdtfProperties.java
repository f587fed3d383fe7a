package org.chancery.shared.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.chancery.shared.InvalidValue;
import org.jspecify.annotations.Nullable;

class EdtfProperties {
  private static final LocalDate ORIGIN = LocalDate.of(2014, 2, 26);
  private static final int DAYS = 8;

  @Property
  void everyDateReadsBackAsItWasWritten(@ForAll("dates") EdtfDate date) {
    assertThat(EdtfDate.parse(date.toString())).isEqualTo(date);
  }

  @Property
  void noDateEndsBeforeItBegins(@ForAll("dates") EdtfDate date) {
    assertThat(date.earliest()).isBeforeOrEqualTo(date.latest());
    assertThat(date.earliest()).isAfter(EdtfSpan.BEGINNING);
    assertThat(date.latest()).isBefore(EdtfSpan.END);
  }

  @Property
  void everyWritableDayIsADate(@ForAll("days") LocalDate day) {
    EdtfDate date = EdtfDate.of(day);

    assertThat(EdtfDate.parse(date.text())).isEqualTo(date);
    assertThat(date.isExact()).isTrue();
  }

  @Property
  void everySpanReadsBackAsItWasWritten(@ForAll("spans") EdtfSpan span) {
    assertThat(EdtfSpan.parse(span.toString())).isEqualTo(span);
    assertThat(span.earliest()).isBeforeOrEqualTo(span.latest());
  }

  @Property
  void anyTextIsADateOrRefusedAsAnInvalidValue(@ForAll("scribbles") String text) {
    try {
      assertThat(EdtfSpan.parse(text)).hasToString(text);
    } catch (InvalidValue refused) {
      assertThat(refused.code().name()).isIn("INVALID_DATE", "VALID_TIME_REVERSED");
    }
  }

  @Property
  void nothingIsSureBeyondAnUnknownEnd(
      @ForAll("dates") EdtfDate edge, @ForAll("days") LocalDate day) {
    if (day.isAfter(edge.latest())) {
      assertThat(surelyLasts(EdtfSpan.parse(edge + "/"), day)).isFalse();
      assertThat(surelyLasts(EdtfSpan.parse(edge + "/.."), day)).isTrue();
    }
    if (day.isBefore(edge.earliest())) {
      assertThat(surelyLasts(EdtfSpan.parse("/" + edge), day)).isFalse();
      assertThat(surelyLasts(EdtfSpan.parse("../" + edge), day)).isTrue();
    }
  }

  private static boolean surelyLasts(EdtfSpan span, LocalDate day) {
    return !day.isBefore(span.begunBy()) && !day.isAfter(span.lastsTo());
  }

  @Property
  void spansMayTouchWhereSomeReadingOfBothSharesADay(
      @ForAll("shortSpans") EdtfSpan one, @ForAll("shortSpans") EdtfSpan other) {
    Set<LocalDate> shared = new HashSet<>(daysOfSomeReading(one));
    shared.retainAll(daysOfSomeReading(other));

    assertThat(one.mayTouch(other)).isEqualTo(!shared.isEmpty());
    assertThat(other.mayTouch(one)).isEqualTo(one.mayTouch(other));
  }

  /** Tries every pair of a first and a last day. */
  private static Set<LocalDate> daysOfSomeReading(EdtfSpan span) {
    return window()
        .filter(first -> mayBe(span.start(), first))
        .flatMap(
            first ->
                window()
                    .filter(last -> mayBe(span.end(), last) && !last.isBefore(first))
                    .flatMap(last -> first.datesUntil(last.plusDays(1))))
        .collect(Collectors.toSet());
  }

  private static boolean mayBe(@Nullable EdtfDate edge, LocalDate day) {
    return edge == null || (!day.isBefore(edge.earliest()) && !day.isAfter(edge.latest()));
  }

  private static Stream<LocalDate> window() {
    return ORIGIN.datesUntil(ORIGIN.plusDays(DAYS));
  }

  @Provide
  Arbitrary<LocalDate> days() {
    int first = (int) LocalDate.of(-9999, 1, 1).toEpochDay();
    int last = (int) LocalDate.of(9999, 12, 31).toEpochDay();
    return Arbitraries.integers().between(first, last).map(LocalDate::ofEpochDay);
  }

  @Provide
  Arbitrary<EdtfDate> dates() {
    Arbitrary<String> texts =
        days()
            .map(LocalDate::toString)
            .flatMap(
                day ->
                    Arbitraries.of(
                        day,
                        day.substring(0, day.length() - 3),
                        day.substring(0, day.length() - 6),
                        day.substring(0, day.length() - 3) + "-XX",
                        day.substring(0, day.length() - 6) + "-XX",
                        day.substring(0, day.length() - 6) + "-XX-XX",
                        day.substring(0, day.length() - 6) + "-21",
                        day.substring(0, day.length() - 6) + "-24",
                        "Y" + Math.abs((long) day.hashCode() % 1_000_000 + 10_000_000),
                        "Y-" + Math.abs((long) day.hashCode() % 1_000_000 + 10_000_000)));
    Arbitrary<String> qualifiers = Arbitraries.of("", "?", "~", "%");
    return Combinators.combine(texts, qualifiers).as(String::concat).map(EdtfDate::parse);
  }

  @Provide
  Arbitrary<EdtfSpan> spans() {
    return Combinators.combine(dates(), dates())
        .filter((one, other) -> !other.latest().isBefore(one.earliest()))
        .as((one, other) -> one + "/" + other)
        .flatMap(EdtfProperties::withEdgesLeftOut)
        .map(EdtfSpan::parse);
  }

  /** The same, or with one of its ends open or unknown. */
  private static Arbitrary<String> withEdgesLeftOut(String span) {
    String start = span.substring(0, span.indexOf('/') + 1);
    String end = span.substring(span.indexOf('/'));
    return Arbitraries.of(span, start, start + "..", end, ".." + end);
  }

  /** Spans that reach into the window. */
  @Provide
  Arbitrary<EdtfSpan> shortSpans() {
    Arbitrary<String> days =
        Arbitraries.integers().between(0, DAYS - 1).map(n -> ORIGIN.plusDays(n).toString());
    Arbitrary<String> dates = Arbitraries.oneOf(days, Arbitraries.of("2014-02", "2014-03"));
    Arbitrary<String> edges = Arbitraries.oneOf(dates, Arbitraries.of("..", ""));
    return Arbitraries.oneOf(
            dates, Combinators.combine(edges, edges).as((one, other) -> one + "/" + other))
        .filter(EdtfProperties::isSpan)
        .map(EdtfSpan::parse);
  }

  @Provide
  Arbitrary<String> scribbles() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withChars("0129-X/.?~%Y").ofMaxLength(12), Arbitraries.strings());
  }

  private static boolean isSpan(String text) {
    try {
      EdtfSpan.parse(text);
      return true;
    } catch (InvalidValue refused) {
      return false;
    }
  }
}
