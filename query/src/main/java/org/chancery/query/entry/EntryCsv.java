package org.chancery.query.entry;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.journal.json.LedgerJson;
import org.chancery.query.asof.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Entries as a table (RFC 4180): a header line, then a line each, ended by CR LF. */
final class EntryCsv {
  static final String TYPE = "text/csv";
  private static final String SIGNS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20\uFE62\uFE63\u2212";
  private static final String QUOTED = "\",;\t\r\n";
  private static final String END = "\r\n";
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

  /**
   * The page; {@code Ledger-Next} is the cursor of the next one, {@code Ledger-Total} the total.
   */
  static ResponseEntity<String> of(Page<EntryView> page) {
    String table =
        Stream.concat(Stream.of(HEADER), page.items().stream().map(EntryCsv::row))
            .map(row -> row.stream().map(EntryCsv::field).collect(Collectors.joining(",")) + END)
            .collect(Collectors.joining());
    var answer =
        ResponseEntity.ok()
            .contentType(UTF8)
            .header("Ledger-Total", Long.toString(page.total()))
            .header("Ledger-Position", Long.toString(page.asOf().position()));
    if (page.next() != null) {
      answer.header("Ledger-Next", page.next());
    }
    return answer.body(table);
  }

  private static List<String> row(EntryView entry) {
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
        .map(value -> value == null ? "" : value.toString())
        .toList();
  }

  /**
   * What a spreadsheet would take for a formula begins with an apostrophe, which makes it text;
   * some pass over spaces before it, and some take signs of full width. Those that split at
   * semicolons or tabs find the cell whole.
   */
  static String field(String text) {
    String plain = isFormula(text) ? "'" + text : text;
    return plain.chars().anyMatch(c -> QUOTED.indexOf(c) >= 0)
        ? '"' + plain.replace("\"", "\"\"") + '"'
        : plain;
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
