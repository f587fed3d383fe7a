package org.chancery.command;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.chancery.command.decision.PreconditionChecker;
import org.chancery.command.reference.Directory;
import org.chancery.command.reference.Namesakes;
import org.chancery.command.reference.Preconditions;
import org.chancery.command.reference.Tail;
import org.chancery.journal.Attribution;
import org.chancery.journal.JournalEventStore;
import org.chancery.journal.JournalParts;
import org.chancery.shared.entry.LedgerCommand;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The command side, put together. */
@Configuration
@ComponentScan
public class CommandConfiguration {

  /**
   * Without a transaction manager: the append is a transaction of the journal's own. What a command
   * says of itself is what its entries say of themselves.
   */
  @Bean
  CommandBus commandBus() {
    CommandBus bus = SimpleCommandBus.builder().build();
    bus.registerHandlerInterceptor(
        new CorrelationDataInterceptor<>(
            new SimpleCorrelationDataProvider(Attribution.KEYS.toArray(String[]::new))));
    return bus;
  }

  @Bean
  EventStore eventBus(JournalParts parts) {
    return new JournalEventStore(parts);
  }

  /**
   * A command names its aggregate itself; Axon would search its class for annotations each time.
   */
  @Bean
  CommandTargetResolver targets() {
    return command ->
        new VersionedAggregateIdentifier(((LedgerCommand) command.getPayload()).subject(), null);
  }

  @Bean
  Cache aggregates() {
    return new WeakReferenceCache();
  }

  /** Empty where nothing is decided. */
  @Bean
  Directory directory(JournalParts parts, EventStore store) {
    Directory directory = new Directory();
    if (parts.records()) {
      store.subscribe(directory::learn);
      directory.learn(parts);
    }
    return directory;
  }

  @Bean
  Tail tail(JournalParts parts, Directory directory, Cache aggregates) {
    return new Tail(parts, directory, aggregates);
  }

  @Bean
  CommandReader commandReader(Directory directory, JournalParts parts, Tail tail) {
    return new CommandReader(
        directory, new CorrectionReader(parts.journal(), parts.engine()), tail);
  }

  /** What aggregates ask too, by the name of {@link PreconditionChecker}. */
  @Bean
  Preconditions references(JournalParts parts, Directory directory, Clock clock) {
    return new Preconditions(directory, clock, parts);
  }

  @Bean
  Namesakes namesakes(JournalParts parts, Directory directory) {
    return new Namesakes(directory, parts.journal());
  }

  @Bean
  CommandDispatcher dispatcher(
      CommandBus bus,
      JournalParts parts,
      Preconditions preconditions,
      Tail tail,
      Cache aggregates,
      MeterRegistry meters) {
    Reconsideration others = new Reconsideration(parts.journal(), tail, aggregates);
    return new CommandDispatcher(bus, parts.journal(), preconditions, others, meters);
  }

  @Bean
  Bulk bulk(CommandReader reader, CommandDispatcher dispatcher, Foresight foresight) {
    return new Bulk(reader, dispatcher, foresight);
  }
}
