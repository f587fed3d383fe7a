package org.chancery.query.entry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.journal.Attribution;
import org.chancery.journal.Entry;
import org.chancery.journal.EventNames;
import org.chancery.journal.Journal;
import org.chancery.journal.json.LedgerJson;
import org.chancery.query.cited.NameBook;
import org.chancery.query.cited.Named;
import org.chancery.readmodel.AsOf;
import org.chancery.shared.entry.EntryEvent.EntryCorrected;
import org.chancery.shared.entry.EntryEvent.EntryRetracted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads entries as they are answered: what is kept as JSON text is given as JSON. */
@Component
final class Entries {
  private static final TypeReference<List<Map<String, Object>>> SOURCES = new TypeReference<>() {};
  private static final TypeReference<Map<String, Object>> PAYLOAD = new TypeReference<>() {};

  private static final Set<String> SUPERSEDING =
      Set.of(EventNames.nameOf(EntryCorrected.class), EventNames.nameOf(EntryRetracted.class));

  private final JsonMapper mapper = LedgerJson.mapper();
  private final Supersessions supersessions;
  private final Journal journal;
  private final NameBook names;
  private final Clock clock;

  Entries(Supersessions supersessions, Journal journal, NameBook names, Clock clock) {
    this.supersessions = supersessions;
    this.journal = journal;
    this.names = names;
    this.clock = clock;
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
        supersessions.of(entry.position(), entry.subject().toString(), asOf),
        payload);
  }

  private static @Nullable Long supersedes(Entry entry, Map<String, Object> payload) {
    return SUPERSEDING.contains(entry.name()) && payload.get("entry") instanceof Number superseded
        ? Long.valueOf(superseded.longValue())
        : null;
  }

  /** With the names of those whom it cites. */
  Named<EntryView> named(EntryView view, AsOf asOf) {
    return new Named<>(view, names.citedIn(view, asOf));
  }

  /** As of when a stream tells. */
  AsOf now() {
    return new AsOf(LocalDate.now(clock), null, journal.head().position());
  }

  /** As it stands when it is sent. */
  String json(Entry entry) {
    AsOf now = now();
    return mapper.writeValueAsString(named(view(entry, now), now));
  }
}
