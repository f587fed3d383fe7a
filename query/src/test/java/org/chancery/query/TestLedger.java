package org.chancery.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.chancery.journal.Journal;
import org.chancery.journal.JournalParts;
import org.chancery.journal.TestJournal;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.ReadModels;
import org.chancery.seal.Seal;
import org.chancery.shared.Subject;
import org.chancery.shared.entry.LedgerEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The whole query side on a journal of its own, followed as in earnest. */
public final class TestLedger implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int GROUP = 500;

  private final JournalParts parts;
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  public TestLedger(DataSource views) {
    this(TestJournal.inMemory(), views);
  }

  public TestLedger(JournalParts parts, DataSource views) {
    this.parts = parts;
    context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(views));
    context.registerBean(Clock.class, Clock::systemUTC);
    context.registerBean(SimpleMeterRegistry.class);
    // both outlive this context, which would otherwise close them
    context.registerBean(
        "views", DataSource.class, () -> views, bean -> bean.setDestroyMethodName(""));
    context.registerBean(JournalParts.class, () -> parts, bean -> bean.setDestroyMethodName(""));
    context.registerBean(Journal.class, parts::journal);
    context.registerBean(EventStorageEngine.class, parts::engine);
    context.registerBean(Seal.class, () -> new Seal(parts.beside()));
    context.register(QueryConfiguration.class);
    context.refresh();
  }

  /** Records the event as its subject's next; returns its position. */
  public long record(LedgerEvent event) {
    parts
        .engine()
        .appendEvents(TestJournal.event(parts.journal().versionOf(event.subject()), event));
    return parts.journal().head().position();
  }

  /** Records them one after the other; returns the position of the last, followed. */
  public long record(List<? extends LedgerEvent> events) {
    Map<Subject, Long> versions = new HashMap<>();
    List<DomainEventMessage<LedgerEvent>> group = new ArrayList<>();
    for (LedgerEvent event : events) {
      long version =
          versions.compute(
              event.subject(),
              (subject, last) -> last == null ? parts.journal().versionOf(subject) : last + 1);
      group.add(TestJournal.event(version, event));
      if (group.size() == GROUP) {
        parts.engine().appendEvents(group);
        group.clear();
      }
    }
    if (!group.isEmpty()) {
      parts.engine().appendEvents(group);
    }
    return settle();
  }

  /** Waits until the read models have followed the journal to its head. */
  public long settle() {
    long head = parts.journal().head().position();
    try {
      assertThat(bean(ReadModels.class).await(head, PATIENCE)).isTrue();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
    return head;
  }

  /** The day in the light of all that is recorded. */
  public AsOf on(String day) {
    return new AsOf(LocalDate.parse(day), null, settle());
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @SuppressWarnings("unchecked") // as asked for
  public <V> ReadModel<V> model(Class<V> view) {
    return (ReadModel<V>)
        context
            .getBeanProvider(ResolvableType.forClassWithGenerics(ReadModel.class, view))
            .getObject();
  }

  @Override
  public void close() {
    context.close();
  }
}
