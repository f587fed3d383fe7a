package org.chancery.journal;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/**
 * A journal put together on a database: its schema migrated, its head known.
 *
 * @param journal reads it
 * @param engine appends to it, and reads it for Axon
 * @param serializer writes and reads its payloads
 */
public record JournalParts(
    Journal journal, JournalStorageEngine engine, JournalSerializer serializer) {

  /**
   * Opens a journal, laying its tables where there are none.
   *
   * @param durable false only to show what is lost without: entries are then acknowledged before
   *     they are on the disk
   */
  public static JournalParts open(
      DataSource source,
      Clock clock,
      EventUpcaster upcasters,
      MeterRegistry meters,
      boolean durable) {
    JournalSchema.migrate(source);
    Database database = Database.of(source);
    Head head = new Head();
    Journal journal = new Journal(source, head, database);
    Appender appender = new Appender(new AppendTransaction(source, database, durable, clock), head);
    JournalSerializer serializer = new JournalSerializer();
    JournalStorageEngine engine =
        new JournalStorageEngine(journal, appender, serializer, upcasters, meters);
    return new JournalParts(journal, engine, serializer);
  }
}
