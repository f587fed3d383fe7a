package org.chancery.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.io.IOException;
import java.io.StringReader;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

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
    assertThat(CsvTable.cell(text)).startsWith("'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a;b", "a\tb", "a,b", "a\"b", "a\nb", "a\rb", "a\u2028b", "a\u0085b", ""})
  void aCellIsWholeWhereverItIsSplit(String text) throws IOException {
    String row = CsvTable.FORMAT.format(text, null, "end");
    for (char split : new char[] {';', '\t'}) {
      CSVFormat elsewhere =
          CSVFormat.RFC4180.builder().setDelimiter(split).setTrailingData(true).get();
      assertThat(elsewhere.parse(new StringReader(row)).getRecords())
          .singleElement()
          .satisfies(record -> assertThat(record.get(0)).startsWith(text));
    }
    assertThat(CSVFormat.RFC4180.parse(new StringReader(row)).getRecords())
        .singleElement()
        .extracting(CSVRecord::toList, LIST)
        .containsExactly(text, "", "end");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bonn", "2017-02-16", "a = b", "Zürich"})
  void plainTextStaysAsItIs(String text) {
    assertThat(CsvTable.cell(text)).isEqualTo(text);
  }
}
