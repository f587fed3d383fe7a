package org.chancery.shared.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.shared.InvalidValues.assertInvalid;
import static org.chancery.shared.RefusalCode.INVALID_DATE;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdtfDateTest {

  @ParameterizedTest
  @CsvSource({
    "2014-03-03,  2014-03-03, 2014-03-03",
    "2014-03-03?, 2014-03-03, 2014-03-03",
    "2014-03-03~, 2014-03-03, 2014-03-03",
    "2014-03-03%, 2014-03-03, 2014-03-03",
    "2016-02-29,  2016-02-29, 2016-02-29",
    "2014-03,     2014-03-01, 2014-03-31",
    "2014-03~,    2014-03-01, 2014-03-31",
    "2014-02-XX,  2014-02-01, 2014-02-28",
    "2016-02-XX,  2016-02-01, 2016-02-29",
    "2014,        2014-01-01, 2014-12-31",
    "2014?,       2014-01-01, 2014-12-31",
    "2014-XX,     2014-01-01, 2014-12-31",
    "2014-XX-XX,  2014-01-01, 2014-12-31",
    "201X,        2010-01-01, 2019-12-31",
    "201X%,       2010-01-01, 2019-12-31",
    "19XX,        1900-01-01, 1999-12-31",
    "0001-01-01,  0001-01-01, 0001-01-01",
    "0000,        0000-01-01, 0000-12-31",
    "0000-02-29,  0000-02-29, 0000-02-29",
    "000X,        0000-01-01, 0009-12-31",
    "-0001,       -0001-01-01, -0001-12-31",
    "-0044-03-15, -0044-03-15, -0044-03-15",
    "-0044-03~,   -0044-03-01, -0044-03-31",
    "-004X,       -0049-01-01, -0040-12-31",
    "-01XX,       -0199-01-01, -0100-12-31",
    "-9999,       -9999-01-01, -9999-12-31",
    "9999-12-31,  9999-12-31, 9999-12-31",
    "Y17000,      +17000-01-01, +17000-12-31",
    "Y-17000?,    -17000-01-01, -17000-12-31",
    "Y170000002,  +170000002-01-01, +170000002-12-31",
    "1947-21,     1947-03-01, 1947-12-31",
    "1947-22,     1946-12-01, 1948-03-31",
    "1947-23~,    1947-03-01, 1947-12-31",
    "1947-24,     1946-12-01, 1948-03-31",
    "-0044-21,    -0044-03-01, -0044-12-31"
  })
  void aDateIsReadAsTheFirstAndLastDayItMayMean(String text, LocalDate earliest, LocalDate latest) {
    EdtfDate date = EdtfDate.parse(text);

    assertThat(date).hasToString(text);
    assertThat(date.earliest()).isEqualTo(earliest);
    assertThat(date.latest()).isEqualTo(latest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        " 2014",
        "2014 ",
        "2014\n",
        "2014\0",
        "14",
        "-0000",
        "-000X",
        "-00XX",
        "-44",
        "--0044",
        "+2014",
        "Y2014",
        "Y017000",
        "Y17000-03",
        "Y-17000-21",
        "Y1700X",
        "Y999999999",
        "Y-999999999",
        "Y1234567890123",
        "2014-20",
        "2014-42",
        "2014-21-01",
        "2014-21-XX",
        "201X-21",
        "2014-3",
        "2014-3-3",
        "20140303",
        "2014/03/03",
        "03.03.2014",
        "2014-03-03T10:00",
        "2014-00",
        "2014-13",
        "2014-04-31",
        "2015-02-29",
        "2014-03-00",
        "2014-XX-03",
        "201X-03",
        "2X14",
        "XXXX",
        "2014-3X",
        "2014-xx",
        "2014??",
        "?2014",
        "2014?-03",
        "2014–03",
        "..",
        "2014..2015"
      })
  void whatIsNoDateIsRefused(String text) {
    assertInvalid(INVALID_DATE, () -> EdtfDate.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"٢٠١٤", "\uFF12\uFF10\uFF11\uFF14", "२०१४-०३", "2014-03-0३"})
  void digitsOfOtherScriptsAreRefused(String text) {
    assertInvalid(INVALID_DATE, () -> EdtfDate.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2014-25", "2014-32", "2014-33", "2014-41"})
  void aSeasonOrPartOfAYearOfLevelTwoIsRefusedByThatName(String text) {
    assertInvalid(INVALID_DATE, () -> EdtfDate.parse(text)).contains("level 2", "21", "24");
  }

  @Test
  void theRefusalListsAllFormsThatAreRead() {
    assertInvalid(INVALID_DATE, () -> EdtfDate.parse("yesterday"))
        .contains("2014-03-03", "2014-21", "0000", "-0044", "Y17000", "201X", "20XX")
        .contains("2014-XX", "2014-03-XX", "?, ~ or %", "2014/2015", "2014/..", "2014/ ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-10000-03-15", "+10000-01-01"})
  void aDayThatNoTextCouldSayIsRefused(LocalDate day) {
    assertInvalid(INVALID_DATE, () -> EdtfDate.of(day));
  }

  @Test
  void theRefusalOfAnEndlessTextIsShort() {
    assertInvalid(INVALID_DATE, () -> EdtfDate.parse("2014-".repeat(1_000_000)))
        .hasSizeLessThan(500);
  }

  @ParameterizedTest
  @CsvSource({
    "2014-03-03, true",
    "2014-03-03?, false",
    "2014-03-03~, false",
    "2014-03-03%, false",
    "2014-03, false",
    "2014, false"
  })
  void onlyAPlainDayIsExact(String text, boolean exact) {
    assertThat(EdtfDate.parse(text).isExact()).isEqualTo(exact);
  }

  @Test
  void datesStandInTheOrderOfTheDaysTheyMayMean() {
    assertThat(
            Stream.of(
                    "2014-12-31",
                    "Y17000",
                    "2014",
                    "0001",
                    "2014-21",
                    "0000",
                    "2014-01-01",
                    "-0044-03-15",
                    "2013",
                    "Y-17000",
                    "-0044",
                    "-0045-12-31",
                    "201X")
                .map(EdtfDate::parse)
                .sorted())
        .extracting(EdtfDate::text)
        .containsExactly(
            "Y-17000",
            "-0045-12-31",
            "-0044",
            "-0044-03-15",
            "0000",
            "0001",
            "201X",
            "2013",
            "2014-01-01",
            "2014",
            "2014-21",
            "2014-12-31",
            "Y17000");
  }
}
