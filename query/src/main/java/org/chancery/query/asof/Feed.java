package org.chancery.query.asof;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.SerializationException;
import org.chancery.query.asof.Incoming.Illegible;
import org.chancery.query.asof.Incoming.Legible;
import org.chancery.shared.LedgerEvent;
import org.jspecify.annotations.Nullable;

/** Reads the journal in batches; after a full one, the next one ahead. For one thread at a time. */
final class Feed {
  static final int BATCH = 1_000;

  private final EventStorageEngine engine;
  private @Nullable Ahead ahead;

  private record Ahead(long after, Aside<List<Incoming>> batch) {}

  Feed(EventStorageEngine engine) {
    this.engine = engine;
  }

  /** The next entries after a position, in order; none where the journal ends. */
  List<Incoming> after(long position) {
    Ahead waiting = ahead;
    ahead = null;
    List<Incoming> batch =
        waiting != null && waiting.after() == position ? waiting.batch().join() : read(position);
    if (batch.size() == BATCH) {
      long last = batch.getLast().position();
      ahead = new Ahead(last, new Aside<>("read-ahead", () -> read(last)));
    }
    return batch;
  }

  private List<Incoming> read(long position) {
    List<Incoming> batch = new ArrayList<>();
    try (var entries = engine.readEvents(new GlobalSequenceTrackingToken(position), false)) {
      entries.limit(BATCH).forEach(message -> batch.add(incoming(message)));
    }
    return batch;
  }

  private static Incoming incoming(TrackedEventMessage<?> message) {
    long position = JournalHistories.positionOf(message);
    DomainEventMessage<?> entry = (DomainEventMessage<?>) message;
    try {
      LedgerEvent event = (LedgerEvent) message.getPayload();
      return new Legible(position, event, entry.getSequenceNumber() == 0);
    } catch (SerializationException unreadable) {
      return new Illegible(position, entry.getAggregateIdentifier(), unreadable);
    }
  }
}
