package org.chancery.journal;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * A journal put together on a database: its schema migrated, its head known.
 *
 * @param journal reads it
 * @param engine appends to it, and reads it for Axon
 * @param serializer writes and reads its payloads
 * @param beside writes what belongs to it and is no entry
 */
public record JournalParts(
    Journal journal,
    JournalStorageEngine engine,
    JournalSerializer serializer,
    DurableWrites beside)
    implements AutoCloseable {

  /**
   * Opens a journal, laying its tables where there are none. Fails where it is to be durable and
   * its database is set to lose what it has confirmed.
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
    return laid(source, clock, upcasters, meters, durable, true);
  }

  /** The same of a journal in which other processes record, and this one never does. */
  public static JournalParts openToFollow(
      DataSource source,
      Clock clock,
      EventUpcaster upcasters,
      MeterRegistry meters,
      boolean durable) {
    return laid(source, clock, upcasters, meters, durable, false);
  }

  private static JournalParts laid(
      DataSource source,
      Clock clock,
      EventUpcaster upcasters,
      MeterRegistry meters,
      boolean durable,
      boolean records) {
    if (durable) {
      ServerSettings.requireDurable(source, Database.of(source));
    }
    JournalSchema.migrate(source);
    JournalParts parts = over(source, clock, upcasters, meters, durable, records, true);
    if (records) {
      parts.journal().keepMarks(source);
    }
    return parts;
  }

  /** Opens a journal that is only to be read, and leaves its tables as they are. */
  public static JournalParts openToRead(
      DataSource source, Clock clock, EventUpcaster upcasters, MeterRegistry meters) {
    return over(source, clock, upcasters, meters, false, false, false);
  }

  private static JournalParts over(
      DataSource source,
      Clock clock,
      EventUpcaster upcasters,
      MeterRegistry meters,
      boolean durable,
      boolean records,
      boolean marked) {
    Database database = Database.of(source);
    AppendTransaction transaction = new AppendTransaction(source, database, durable, clock);
    Head head = new Head();
    Appender appender = opened(new Appender(transaction, head));
    Journal journal = new Journal(source, head, database, appender, marked);
    JournalSerializer serializer = new JournalSerializer();
    JournalStorageEngine engine =
        new JournalStorageEngine(journal, appender, serializer, upcasters, meters, records);
    DurableWrites beside = new DurableWrites(source, database, durable, appender);
    return new JournalParts(journal, engine, serializer, beside);
  }

  /** A process that was killed may have left entries that are written but not on the disk yet. */
  private static Appender opened(Appender appender) {
    try {
      appender.open();
      return appender;
    } catch (SQLException | RuntimeException unfit) {
      appender.close();
      throw unfit instanceof RuntimeException known
          ? known
          : new EventStoreException("the journal cannot be opened", unfit);
    }
  }

  /** True where this process may record; false where it only follows what others do. */
  public boolean records() {
    return engine.records();
  }

  /** Why nothing is appended for now, or null while all is well. */
  public @Nullable JournalStoppedException stopped() {
    return engine.stopped();
  }

  /** What keeps the journal from recording at this moment, or null; asks its database too. */
  public @Nullable String trouble() {
    return engine.trouble();
  }

  /**
   * Records nothing any more until a restart.
   *
   * @param why a sentence for whoever runs the ledger
   */
  public void stop(String why) {
    engine.stop(why);
  }

  /** Ends appending and gives the journal's own connection back; the data source stays open. */
  @Override
  public void close() {
    journal.close();
    beside.close();
    engine.close();
  }
}
