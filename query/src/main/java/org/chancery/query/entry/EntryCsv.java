package org.chancery.query.entry;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.journal.json.LedgerJson;
import org.chancery.query.CsvTable;
import org.chancery.query.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Entries as a table. */
final class EntryCsv {
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
    return page.inForm(CsvTable.UTF_8)
        .body(CsvTable.of(HEADER, page.items().stream().map(EntryCsv::row)));
  }

  private static Stream<@Nullable Object> row(EntryView entry) {
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
        JSON.writeValueAsString(entry.payload()));
  }
}
