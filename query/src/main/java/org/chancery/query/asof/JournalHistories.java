package org.chancery.query.asof;

import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.chancery.shared.LedgerEvent;

/** A subject's history as the journal has it. */
public final class JournalHistories implements Histories {
  private final EventStorageEngine engine;

  public JournalHistories(EventStorageEngine engine) {
    this.engine = engine;
  }

  @Override
  public <E extends LedgerEvent> List<Recorded<E>> before(
      String subject, long position, Class<E> concept) {
    return engine
        .readEvents(subject)
        .asStream()
        .map(message -> new Recorded<>(positionOf(message), concept.cast(message.getPayload())))
        .filter(recorded -> recorded.position() < position)
        .toList();
  }

  static long positionOf(Object message) {
    return ((TrackedEventMessage<?>) message).trackingToken().position().orElseThrow();
  }
}
