package org.chancery.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** A table (RFC 4180): a header line, then a line each, ended by CR LF. */
public final class CsvTable {
  public static final String TYPE = "text/csv";
  public static final MediaType UTF_8 =
      MediaType.parseMediaType("text/csv;charset=UTF-8;header=present");
  private static final String SIGNS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\uFE62\uFE63\u2212";

  /** All is quoted, for those that split at semicolons or tabs, too, find each cell whole. */
  static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL_NON_NULL).get();

  private CsvTable() {}

  /**
   * The table.
   *
   * @param rows the cells of each, null where there is no value
   */
  public static String of(List<String> header, Stream<Stream<@Nullable Object>> rows) {
    StringBuilder table = new StringBuilder();
    try (CSVPrinter out = new CSVPrinter(table, FORMAT)) {
      out.printRecord(header);
      for (Stream<@Nullable Object> row : rows.toList()) {
        out.printRecord(row.map(value -> value == null ? null : cell(value.toString())));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return table.toString();
  }

  /**
   * What a spreadsheet would take for a formula begins with an apostrophe, which makes it text;
   * some pass over spaces before it, and some take signs of full width.
   */
  static String cell(String text) {
    return isFormula(text) ? "'" + text : text;
  }

  private static boolean isFormula(String text) {
    return text.codePoints()
            .dropWhile(CsvTable::isPassedOver)
            .limit(1)
            .anyMatch(first -> SIGNS.indexOf(first) >= 0)
        || (!text.isEmpty() && "\t\r\n".indexOf(text.charAt(0)) >= 0);
  }

  private static boolean isPassedOver(int point) {
    return Character.isSpaceChar(point)
        || Character.isWhitespace(point)
        || Character.isISOControl(point)
        || Character.getType(point) == Character.FORMAT;
  }
}
