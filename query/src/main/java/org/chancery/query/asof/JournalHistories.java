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
  public List<Recorded<LedgerEvent>> before(String subject, long position) {
    return engine
        .readEvents(subject)
        .asStream()
        .map(message -> new Recorded<>(positionOf(message), (LedgerEvent) message.getPayload()))
        .filter(recorded -> recorded.position() < position)
        .toList();
  }

  static long positionOf(Object message) {
    return ((TrackedEventMessage<?>) message).trackingToken().position().orElseThrow();
  }
}
