package org.chancery.query.entry;

import java.net.URI;
import java.time.Instant;
import org.chancery.journal.Entry;
import org.chancery.journal.Journal;
import org.chancery.journal.json.LedgerJson;
import org.chancery.query.Page;
import org.chancery.query.cited.Named;
import org.chancery.readmodel.AsOf;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Entries as CloudEvents 1.0, in its JSON format. */
@Component
final class CloudEvents {
  static final String BATCH = "application/cloudevents-batch+json";
  private static final MediaType TYPE = MediaType.parseMediaType(BATCH);
  private static final String SCHEMA = "/api/openapi#/components/schemas/EntryView";
  private static final JsonMapper JSON = LedgerJson.mapper();

  private final Entries entries;
  private final Journal journal;

  CloudEvents(Entries entries, Journal journal) {
    this.entries = entries;
    this.journal = journal;
  }

  /**
   * An entry as an event.
   *
   * @param id the entry's UUID, for positions are of one journal
   * @param source the ledger: the UUID of its first entry, the same by whatever name it is reached
   * @param type the permanent name of what was entered, and its revision
   * @param subject the path of what it is about
   * @param time when it was recorded
   * @param sequence the position, in nineteen digits, so that it sorts as a text (an extension that
   *     the specification documents)
   * @param data the entry as {@code /api/entries} has it
   */
  private record CloudEvent(
      String specversion,
      String id,
      String source,
      String type,
      String subject,
      Instant time,
      String datacontenttype,
      String dataschema,
      String sequence,
      Named<EntryView> data) {}

  /**
   * The page as a batch.
   *
   * @param server where the ledger was asked, before {@code /api}
   */
  ResponseEntity<String> of(Page<EntryView> page, URI server) {
    String ledger = ledger();
    return page.inForm(TYPE)
        .body(
            JSON.writeValueAsString(
                page.items().stream()
                    .map(entry -> event(entries.named(entry, page.asOf()), ledger, server))
                    .toList()));
  }

  /** One, as it stands when it is sent. */
  String json(Entry entry, URI server) {
    AsOf now = entries.now();
    return JSON.writeValueAsString(
        event(entries.named(entries.view(entry, now), now), ledger(), server));
  }

  private String ledger() {
    return "urn:uuid:" + journal.idAt(1).orElse("");
  }

  private static CloudEvent event(Named<EntryView> named, String ledger, URI server) {
    EntryView entry = named.item();
    return new CloudEvent(
        "1.0",
        entry.id(),
        ledger,
        "org.chancery.%s.v%d".formatted(entry.name(), entry.revision()),
        entry.subject().substring("/api/".length()),
        entry.recordedAt(),
        MediaType.APPLICATION_JSON_VALUE,
        server.resolve(SCHEMA).toString(),
        Superseded.order(entry.position()),
        named);
  }
}
