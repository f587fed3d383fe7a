package org.chancery.query.entry;

import java.util.List;
import java.util.Map;
import org.chancery.journal.Attribution;
import org.chancery.journal.Entry;
import org.chancery.journal.json.LedgerJson;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads entries as they are answered: what is kept as JSON text is given as JSON. */
@Component
final class Entries {
  private static final TypeReference<List<Map<String, Object>>> SOURCES = new TypeReference<>() {};
  private static final TypeReference<Map<String, Object>> PAYLOAD = new TypeReference<>() {};

  private final JsonMapper mapper = LedgerJson.mapper();

  EntryView view(Entry entry) {
    Attribution by = entry.attribution();
    return new EntryView(
        entry.position(),
        entry.id(),
        entry.name(),
        entry.revision(),
        "/api/" + entry.subject(),
        entry.version(),
        entry.recordedAt(),
        by.recordedBy(),
        by.authority(),
        by.rationale(),
        mapper.readValue(by.sources(), SOURCES),
        by.correlation(),
        by.causation(),
        by.command(),
        by.commandId(),
        mapper.readValue(entry.payload(), PAYLOAD));
  }

  String json(Entry entry) {
    return mapper.writeValueAsString(view(entry));
  }
}
