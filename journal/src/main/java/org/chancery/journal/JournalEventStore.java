package org.chancery.journal;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Axon's event store on the journal, which need not be asked for subjects that are known to have no
 * entries: that takes a query each, and in a unit of work of many commands Axon compares all that
 * is staged with all that is staged each time.
 */
public final class JournalEventStore extends EmbeddedEventStore {
  private static final String EMPTY = JournalEventStore.class.getName() + ".empty";

  public JournalEventStore(JournalParts parts) {
    super(builder().storageEngine(parts.engine()));
  }

  /**
   * Tells a unit of work which subjects have no entries. Should one have got some meanwhile, the
   * append fails, for its first version is taken.
   */
  public static void expectEmpty(UnitOfWork<?> work, Collection<String> subjects) {
    work.root().resources().put(EMPTY, new HashSet<>(subjects));
  }

  /** Once for each subject, for then it may have events that wait to be appended. */
  @Override
  public DomainEventStream readEvents(String subject) {
    return CurrentUnitOfWork.isStarted() && wasExpectedEmpty(subject)
        ? DomainEventStream.empty()
        : super.readEvents(subject);
  }

  @SuppressWarnings("unchecked") // put there by expectEmpty alone
  private static boolean wasExpectedEmpty(String subject) {
    var subjects = (Set<String>) CurrentUnitOfWork.get().root().resources().get(EMPTY);
    return subjects != null && subjects.remove(subject);
  }
}
