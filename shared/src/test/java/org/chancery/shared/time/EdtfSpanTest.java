package org.chancery.shared.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.shared.InvalidValues.assertInvalid;
import static org.chancery.shared.RefusalCode.INVALID_DATE;
import static org.chancery.shared.RefusalCode.VALID_TIME_REVERSED;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdtfSpanTest {
  private static final String BEGINNING = "-999999999-01-01";
  private static final String END = "+999999999-12-31";

  @ParameterizedTest
  @CsvSource({
    "2017-02-16,            2017-02-16, 2017-02-16, 2017-02-16, 2017-02-16",
    "2017-02,               2017-02-01, 2017-02-28, 2017-02-01, 2017-02-28",
    "2017-02-15/2017-02-17, 2017-02-15, 2017-02-15, 2017-02-17, 2017-02-17",
    "2017-02-15/2017-02-15, 2017-02-15, 2017-02-15, 2017-02-15, 2017-02-15",
    "1922/1991-12,          1922-01-01, 1922-12-31, 1991-12-01, 1991-12-31",
    "1991~/2014?,           1991-01-01, 1991-12-31, 2014-01-01, 2014-12-31",
    "2014-03/2014,          2014-03-01, 2014-03-31, 2014-01-01, 2014-12-31",
    "1991-12-25/..,         1991-12-25, 1991-12-25, " + END + ", " + END,
    "1991-12-25/,           1991-12-25, 1991-12-25, 1991-12-25, " + END,
    "1991/,                 1991-01-01, 1991-12-31, 1991-01-01, " + END,
    "-0049/-0044-03-15,     -0049-01-01, -0049-12-31, -0044-03-15, -0044-03-15",
    "Y-17000/1947-21,       -17000-01-01, -17000-12-31, 1947-03-01, 1947-12-31",
    "../1922,               " + BEGINNING + ", " + BEGINNING + ", 1922-01-01, 1922-12-31",
    "/1922,                 " + BEGINNING + ", 1922-12-31, 1922-01-01, 1922-12-31"
  })
  void aSpanIsReadWithTheEarliestAndLatestOfBothItsEnds(
      String text, LocalDate earliest, LocalDate begunBy, LocalDate lastsTo, LocalDate latest) {
    EdtfSpan span = EdtfSpan.parse(text);

    assertThat(span).hasToString(text);
    assertThat(span.earliest()).isEqualTo(earliest);
    assertThat(span.begunBy()).isEqualTo(begunBy);
    assertThat(span.lastsTo()).isEqualTo(lastsTo);
    assertThat(span.latest()).isEqualTo(latest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "../..",
        "/..",
        "..",
        "2014/2015/2016",
        "2014//2015",
        "2014 / 2015",
        "2014-2015",
        "2014/...",
        "2014/P1Y",
        "2014/15",
        "2014-03-03/05"
      })
  void whatIsNoSpanIsRefused(String text) {
    assertInvalid(INVALID_DATE, () -> EdtfSpan.parse(text));
  }

  @Test
  void anUnknownEndIsNotAnOpenOne() {
    assertThat(EdtfSpan.parse("1904-06-01/..").end()).isNull();
    assertThat(EdtfSpan.parse("1904-06-01/").end())
        .isNotNull()
        .satisfies(end -> assertThat(end.isUnknown()).isTrue());
    assertThat(EdtfSpan.parse("/1904").start())
        .isNotNull()
        .satisfies(start -> assertThat(start.isUnknown()).isTrue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2015/2014", "2014-03-02/2014-03-01", "2014-02/2014-01-31", "202X/2019"})
  void aSpanThatSurelyEndsBeforeItBeginsIsRefused(String text) {
    assertInvalid(VALID_TIME_REVERSED, () -> EdtfSpan.parse(text));
  }

  @Test
  void theRefusalOfAnEndlessTextIsShort() {
    assertInvalid(INVALID_DATE, () -> EdtfSpan.parse("2014/" + "/".repeat(1_000_000)))
        .hasSizeLessThan(500);
  }

  @Test
  void aSpanBetweenTwoDaysIsWrittenAsBrieflyAsItCanBe() {
    LocalDate first = LocalDate.of(2017, 2, 15);
    LocalDate last = LocalDate.of(2017, 2, 17);

    assertThat(EdtfSpan.between(first, first)).isEqualTo(EdtfSpan.parse("2017-02-15"));
    assertThat(EdtfSpan.between(first, last)).isEqualTo(EdtfSpan.parse("2017-02-15/2017-02-17"));
    assertInvalid(VALID_TIME_REVERSED, () -> EdtfSpan.between(last, first));
  }
}
