package org.chancery.readmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.SerializationException;
import org.chancery.shared.entry.EffectiveHistory;
import org.chancery.shared.entry.LedgerEvent;

/** Gives a subject's earlier entries back from the journal. */
@FunctionalInterface
public interface SubjectHistory {

  /** The subject's entries before a position, corrections among them, in order. */
  List<Recorded<LedgerEvent>> before(String subject, long position);

  /** The same up to the first that this version of the ledger cannot read. */
  default List<Recorded<LedgerEvent>> legibleBefore(String subject, long position) {
    return before(subject, position);
  }

  /** As the journal has them. */
  static SubjectHistory in(EventStorageEngine engine) {
    return new InJournal(engine);
  }

  /** An event and the journal position that says so. */
  record Recorded<E extends LedgerEvent>(long position, E event) {

    /** What a concept's entries come to, corrections among them; in order. */
    public static <E extends LedgerEvent> EffectiveHistory<E> amended(
        Class<E> concept, List<Recorded<LedgerEvent>> entries) {
      EffectiveHistory<E> amended = EffectiveHistory.byPosition(concept);
      for (Recorded<LedgerEvent> entry : entries) {
        amended = amended.with(entry.position(), entry.event());
      }
      return amended;
    }

    /** What stands, each with the entry that says so, in the order in which it was recorded. */
    static <E extends LedgerEvent> List<Recorded<E>> standing(EffectiveHistory<E> history) {
      return history.standing().stream()
          .map(standing -> new Recorded<>(standing.entry(), standing.event()))
          .toList();
    }
  }

  /** A subject's history as the journal has it. */
  record InJournal(EventStorageEngine engine) implements SubjectHistory {

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
}
