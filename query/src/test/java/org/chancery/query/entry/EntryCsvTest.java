package org.chancery.query.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryCsvTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "\u00A0=1+1",
        " +1",
        "\uFF1D1",
        "\uFF0B1",
        "\uFF0D1",
        "\uFF20x",
        "\uFEFF=1",
        "\u200B@x",
        "\n=1",
        "\t1"
      })
  void whatASpreadsheetTakesForAFormulaIsText(String text) {
    assertThat(EntryCsv.field(text).replaceFirst("^\"", "")).startsWith("'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a;b", "a\tb", "a,b", "a\"b", "a\nb", "a\rb"})
  void aCellIsWholeWhereverItIsSplit(String text) {
    assertThat(EntryCsv.field(text)).startsWith("\"").endsWith("\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bonn", "2017-02-16", "a = b", "Zürich"})
  void plainTextStaysAsItIs(String text) {
    assertThat(EntryCsv.field(text)).isEqualTo(text);
  }
}
