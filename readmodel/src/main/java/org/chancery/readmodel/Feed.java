package org.chancery.readmodel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.SerializationException;
import org.chancery.journal.Entry;
import org.chancery.journal.Journal;
import org.chancery.journal.JournalStorageEngine;
import org.chancery.readmodel.Incoming.Illegible;
import org.chancery.readmodel.Incoming.Legible;
import org.chancery.shared.entry.LedgerEvent;

/**
 * Reads the journal in batches; after a full one, the next ones ahead. For one thread at a time.
 */
final class Feed {
  static final int BATCH = 1_000;

  /** Reading one page of H2's file is mostly waiting for it. */
  private static final int AT_ONCE = 2;

  /** What an event takes in memory: its objects, and so many times the bytes of its JSON. */
  private static final int OVERHEAD = 500;

  private static final long TIMES = 4;

  private final JournalStorageEngine engine;
  private final Journal journal;
  private final Queue<Ahead> aheads = new ArrayDeque<>();

  private record Ahead(long after, AsyncTask<List<Incoming>> batch) {}

  Feed(JournalStorageEngine engine, Journal journal) {
    this.engine = engine;
    this.journal = journal;
  }

  /** The next entries after a position, in order; none where the journal ends. */
  List<Incoming> after(long position) {
    List<Incoming> ahead = readAheadAfter(position);
    List<Incoming> batch = ahead.size() == BATCH ? ahead : read(position);
    if (batch.size() == BATCH) {
      readAhead(batch.getLast().position());
    }
    return batch;
  }

  /** What is not full may have been read before the journal held what it holds now. */
  private List<Incoming> readAheadAfter(long position) {
    Ahead next = aheads.poll();
    while (next != null && next.after() != position) {
      next = aheads.poll();
    }
    return next == null ? List.of() : next.batch().join();
  }

  /**
   * Positions leave no gaps; where the journal was tampered with, what was read in vain is left.
   */
  private void readAhead(long last) {
    while (aheads.size() < AT_ONCE) {
      long after = last + (long) aheads.size() * BATCH;
      aheads.add(new Ahead(after, new AsyncTask<>("read-ahead", () -> read(after))));
    }
  }

  private List<Incoming> read(long position) {
    List<Incoming> batch = new ArrayList<>();
    while (batch.size() < BATCH) {
      long before = batch.isEmpty() ? position : batch.getLast().position();
      try (var entries = engine.readEvents(new GlobalSequenceTrackingToken(before), false)) {
        entries.limit((long) BATCH - batch.size()).forEach(message -> batch.add(legible(message)));
        return batch;
      } catch (SerializationException illegible) {
        batch.add(illegible(batch.isEmpty() ? position : batch.getLast().position(), illegible));
      }
    }
    return batch;
  }

  private Incoming legible(TrackedEventMessage<?> message) {
    long position = SubjectHistory.InJournal.positionOf(message);
    boolean first =
        message instanceof DomainEventMessage<?> entry && entry.getSequenceNumber() == 0;
    LedgerEvent event = (LedgerEvent) message.getPayload();
    String subject = event.subject().toString();
    return new Legible(position, message.getIdentifier(), subject, event, first, size(message));
  }

  /** Cheap: the message holds the text that it was read from, if no upcaster has changed it. */
  private long size(TrackedEventMessage<?> message) {
    return OVERHEAD
        + TIMES
            * message
                .serializePayload(engine.getEventSerializer(), String.class)
                .getData()
                .length();
  }

  /** It is the one after those that were read: positions leave no gaps. */
  private Incoming illegible(long last, SerializationException cause) {
    Entry entry = journal.at(last + 1).orElseThrow(() -> cause);
    return new Illegible(entry.position(), entry.id(), entry.subject().toString(), cause);
  }

  /** Whoever waited for entries that were deleted would turn round without a rest. */
  static void requireAllOf(long known, long position) {
    if (position < known) {
      throw new IllegalStateException(
          "the head is at position %d, and there is no entry after %d".formatted(known, position));
    }
  }
}
