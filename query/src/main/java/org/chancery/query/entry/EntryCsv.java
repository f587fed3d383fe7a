package org.chancery.query.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.chancery.journal.json.LedgerJson;
import org.chancery.query.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Entries as a table (RFC 4180): a header line, then a line each, ended by CR LF. */
final class EntryCsv {
  static final String TYPE = "text/csv";
  private static final String SIGNS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\uFE62\uFE63\u2212";

  /** All is quoted, for those that split at semicolons or tabs, too, find each cell whole. */
  static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.ALL_NON_NULL).get();

  private static final MediaType UTF8 =
      MediaType.parseMediaType("text/csv;charset=UTF-8;header=present");
  private static final JsonMapper JSON = LedgerJson.mapper();
  private static final List<String> HEADER =
      List.of(
          "position",
          "id",
          "name",
          "revision",
          "subject",
          "version",
          "recordedAt",
          "recordedBy",
          "authority",
          "rationale",
          "sources",
          "correlation",
          "causation",
          "command",
          "commandId",
          "supersedes",
          "supersededBy",
          "payload");

  private EntryCsv() {}

  static ResponseEntity<String> of(Page<EntryView> page) {
    return page.inForm(UTF8).body(table(page.items()));
  }

  private static String table(List<EntryView> entries) {
    StringBuilder table = new StringBuilder();
    try (CSVPrinter out = new CSVPrinter(table, FORMAT)) {
      out.printRecord(HEADER);
      for (EntryView entry : entries) {
        out.printRecord(row(entry));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return table.toString();
  }

  private static Stream<@Nullable String> row(EntryView entry) {
    return Stream.<@Nullable Object>of(
            entry.position(),
            entry.id(),
            entry.name(),
            entry.revision(),
            entry.subject(),
            entry.version(),
            entry.recordedAt(),
            entry.recordedBy(),
            entry.authority(),
            entry.rationale(),
            JSON.writeValueAsString(entry.sources()),
            entry.correlation(),
            entry.causation(),
            entry.command(),
            entry.commandId(),
            entry.supersedes(),
            entry.supersededBy(),
            JSON.writeValueAsString(entry.payload()))
        .map(value -> value == null ? null : cell(value.toString()));
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
            .dropWhile(EntryCsv::isPassedOver)
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
