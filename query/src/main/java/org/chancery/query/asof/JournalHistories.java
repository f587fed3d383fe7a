package org.chancery.query.asof;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.SerializationException;
import org.chancery.shared.LedgerEvent;

/** A subject's history as the journal has it. */
public final class JournalHistories implements Histories {
  private final EventStorageEngine engine;

  public JournalHistories(EventStorageEngine engine) {
    this.engine = engine;
  }

  @Override
  public List<Recorded<LedgerEvent>> before(String subject, long position) {
    return read(subject, position).toList();
  }

  @Override
  public List<Recorded<LedgerEvent>> legibleBefore(String subject, long position) {
    List<Recorded<LedgerEvent>> legible = new ArrayList<>();
    try {
      read(subject, position).forEach(legible::add);
    } catch (SerializationException illegible) {
      return legible;
    }
    return legible;
  }

  /** What comes after the position is not even looked at: it may be illegible. */
  private Stream<Recorded<LedgerEvent>> read(String subject, long position) {
    return engine
        .readEvents(subject)
        .asStream()
        .takeWhile(message -> positionOf(message) < position)
        .map(message -> new Recorded<>(positionOf(message), (LedgerEvent) message.getPayload()));
  }

  static long positionOf(Object message) {
    return ((TrackedEventMessage<?>) message).trackingToken().position().orElseThrow();
  }
}
