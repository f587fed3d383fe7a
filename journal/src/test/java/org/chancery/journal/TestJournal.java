package org.chancery.journal;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.chancery.shared.LedgerEvent;
import org.h2.jdbcx.JdbcConnectionPool;

/** Journals for tests. */
public final class TestJournal {

  private TestJournal() {}

  /** A journal on an H2 database of its own, in memory. */
  public static JournalParts inMemory() {
    return on(
        JdbcConnectionPool.create(
            "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID()), "sa", ""));
  }

  /** A journal on the given database. */
  public static JournalParts on(DataSource source) {
    return JournalParts.open(
        source, Clock.systemUTC(), NoOpEventUpcaster.INSTANCE, new SimpleMeterRegistry(), true);
  }

  /** An event as an aggregate would publish it, answering a command of its own. */
  public static DomainEventMessage<LedgerEvent> event(long sequence, LedgerEvent event) {
    return event(sequence, event, UUID.randomUUID().toString());
  }

  /** An event that answers the given command. */
  public static DomainEventMessage<LedgerEvent> event(
      long sequence, LedgerEvent event, String commandId) {
    return new GenericDomainEventMessage<>(
        event.subject().concept(),
        event.subject().toString(),
        sequence,
        event,
        MetaData.from(attribution(commandId).asMetaData()));
  }

  /** An attribution as tests need it. */
  public static Attribution attribution(String commandId) {
    return new Attribution(
        commandId,
        "Test",
        "0".repeat(64),
        "tester",
        null,
        null,
        List.of("{\"title\":\"a test\"}").toString(),
        commandId,
        commandId);
  }
}
