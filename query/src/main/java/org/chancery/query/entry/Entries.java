package org.chancery.query.entry;

import java.util.List;
import java.util.Map;
import org.chancery.journal.Attribution;
import org.chancery.journal.Entry;
import org.chancery.journal.json.LedgerJson;
import org.chancery.query.asof.AsOf;
import org.chancery.query.asof.ReadModel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads entries as they are answered: what is kept as JSON text is given as JSON. */
@Component
final class Entries {
  private static final TypeReference<List<Map<String, Object>>> SOURCES = new TypeReference<>() {};
  private static final TypeReference<Map<String, Object>> PAYLOAD = new TypeReference<>() {};

  private final JsonMapper mapper = LedgerJson.mapper();
  private final ReadModel<Superseded> superseded;

  Entries(ReadModel<Superseded> superseded) {
    this.superseded = superseded;
  }

  EntryView view(Entry entry, AsOf asOf) {
    Map<String, Object> payload = mapper.readValue(entry.payload(), PAYLOAD);
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
        supersedes(entry, payload),
        superseded.at(Superseded.subject(entry.position()), asOf).map(Superseded::by).orElse(null),
        payload);
  }

  private static @Nullable Long supersedes(Entry entry, Map<String, Object> payload) {
    return entry.name().startsWith("entry.") && payload.get("entry") instanceof Number superseded
        ? Long.valueOf(superseded.longValue())
        : null;
  }

  /** As it stands when it is sent. */
  String json(Entry entry) {
    AsOf now = AsOf.anyDay(Long.MAX_VALUE - 1);
    return mapper.writeValueAsString(view(entry, now));
  }
}
