package org.chancery.journal;

import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;

/**
 * Axon's event store on the journal, which need not be asked for subjects that are known to have no
 * entries: that takes a query each, and in a unit of work of many commands Axon compares all that
 * is staged with all that is staged each time.
 */
public final class JournalEventStore extends EmbeddedEventStore {
  public JournalEventStore(JournalParts parts) {
    super(builder().storageEngine(parts.engine()));
  }

  /** Once for each subject, for then it may have events that wait to be appended. */
  @Override
  public DomainEventStream readEvents(String subject) {
    return AppendContext.current().filter(context -> context.passEmpty(subject)).isPresent()
        ? DomainEventStream.empty()
        : super.readEvents(subject);
  }
}
