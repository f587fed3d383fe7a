package org.chancery.command;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.axonframework.spring.stereotype.Aggregate;
import org.chancery.command.CommandReader.Envelope;
import org.chancery.command.Outcome.Recorded;
import org.chancery.command.Outcome.Refused;
import org.chancery.command.decision.PreconditionChecker;
import org.chancery.command.decision.Warning;
import org.chancery.command.reference.Directory;
import org.chancery.command.reference.Preconditions;
import org.chancery.command.reference.Tail;
import org.chancery.journal.Entry;
import org.chancery.journal.JournalParts;
import org.chancery.journal.TestDatabase;
import org.chancery.journal.TestJournal;
import org.chancery.shared.PartyId;
import org.chancery.shared.Problem;
import org.chancery.shared.Subject;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.party.PartyCommand.RegisterParty;
import org.chancery.shared.party.PartyKind;
import org.chancery.shared.provenance.Provenance;
import org.chancery.shared.time.EdtfSpan;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The command side as the application puts it together, on a journal in memory. Today is fixed. */
public final class TestLedger implements AutoCloseable {
  static final Clock TODAY = Clock.fixed(Instant.parse("2026-06-30T12:00:00Z"), ZoneOffset.UTC);

  static final Foresight NOTHING_FORESEEN =
      new Foresight() {
        @Override
        public List<?> answersChangedBy(Subject subject, List<LedgerEvent> events) {
          return List.of();
        }

        @Override
        public List<Warning> warnings(LedgerCommand command, long position) {
          return List.of();
        }
      };

  private static final Provenance PROVENANCE = new Provenance("tester", "test", List.of());

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final CommandConfiguration command = new CommandConfiguration();
  private final Cache cache = command.aggregates();
  private final JournalParts parts;
  private final Configuration axon;
  private final CommandReader reader;
  private final CommandDispatcher dispatcher;

  public TestLedger() {
    this(TestJournal.memory());
  }

  TestLedger(DataSource source) {
    parts = JournalParts.open(source, TODAY, NoOpEventUpcaster.INSTANCE, meters, true);
    axon = configurer().start();
    Directory directory = axon.getComponent(Directory.class);
    Tail tail = command.tail(parts, directory, cache);
    reader = command.commandReader(directory, parts, tail);
    dispatcher =
        command.dispatcher(
            axon.commandBus(), parts, axon.getComponent(Preconditions.class), tail, cache, meters);
  }

  /** A new PostgreSQL database, as several ledgers may share it. */
  static DataSource postgres() {
    PGSimpleDataSource database = (PGSimpleDataSource) TestDatabase.POSTGRESQL.open(Path.of(""));
    PGConnectionPoolDataSource pooled = new PGConnectionPoolDataSource();
    pooled.setUrl(database.getUrl());
    pooled.setUser(database.getUser());
    pooled.setPassword(database.getPassword());
    return JdbcConnectionPool.create(pooled);
  }

  private Configurer configurer() {
    Configurer configurer =
        DefaultConfigurer.defaultConfiguration(false)
            .configureEventStore(_ -> command.eventBus(parts))
            .configureSerializer(_ -> parts.serializer())
            .configureCommandBus(_ -> command.commandBus())
            .registerComponent(Directory.class, axon -> command.directory(parts, axon.eventStore()))
            .registerComponent(
                Preconditions.class,
                axon -> command.references(parts, axon.getComponent(Directory.class), TODAY))
            .registerComponent(
                PreconditionChecker.class, axon -> axon.getComponent(Preconditions.class));
    var aggregates = new ClassPathScanningCandidateComponentProvider(false);
    aggregates.addIncludeFilter(new AnnotationTypeFilter(Aggregate.class));
    aggregates.findCandidateComponents("org.chancery.command").stream()
        .map(found -> ClassUtils.resolveClassName(requireNonNull(found.getBeanClassName()), null))
        .forEach(
            type ->
                configurer.configureAggregate(
                    AggregateConfigurer.defaultConfiguration(type).configureCache(_ -> cache)));
    return configurer;
  }

  public JournalParts parts() {
    return parts;
  }

  public CommandReader reader() {
    return reader;
  }

  public CommandDispatcher dispatcher() {
    return dispatcher;
  }

  Cache cache() {
    return cache;
  }

  public long position() {
    return parts.journal().head().position();
  }

  /** Enters what was decided elsewhere. */
  void publish(DomainEventMessage<?> event) {
    cache.remove(event.getAggregateIdentifier());
    axon.eventStore().publish(event);
  }

  /** How often something was appended. */
  long appends() {
    return meters.timer("chancery.journal.append").count();
  }

  /** How many commands of this name had this outcome. */
  double count(String command, String outcome) {
    return meters.counter("chancery.commands", "command", command, "outcome", outcome).count();
  }

  Submission submission(LedgerCommand of) {
    return submission(of, null, null);
  }

  Submission submission(LedgerCommand of, @Nullable String key, @Nullable Long ifMatch) {
    return reader.submission(
        of,
        PROVENANCE,
        key == null ? UUID.randomUUID().toString() : key,
        new Envelope("tester", key, ifMatch == null ? null : IfMatch.of(ifMatch), null));
  }

  List<Outcome> submitTogether(LedgerCommand... commands) {
    return dispatcher.submit(List.of(commands).stream().map(this::submission).toList());
  }

  /** The entries that the command makes, which must be accepted. */
  public List<Entry> enter(LedgerCommand accepted) {
    return entries(dispatcher.submit(submission(accepted)));
  }

  /** The problem that the command meets, which must be refused. */
  public Problem refuse(LedgerCommand refused) {
    return problem(dispatcher.submit(submission(refused)));
  }

  /** What becomes of commands submitted together: recorded, or the code of a problem. */
  public List<String> told(LedgerCommand... commands) {
    return submitTogether(commands).stream()
        .map(outcome -> outcome instanceof Refused(var problem) ? problem.code() : "recorded")
        .toList();
  }

  public Entry entry(long position) {
    return parts.journal().at(position).orElseThrow();
  }

  public void register(PartyId party, String... codes) {
    enter(
        new RegisterParty(party, party.value(), PartyKind.STATE, List.of(codes), null, List.of()));
  }

  public void register(PartyId party, EdtfSpan existed) {
    enter(new RegisterParty(party, party.value(), PartyKind.STATE, List.of(), existed, List.of()));
  }

  static List<Entry> entries(Outcome outcome) {
    return switch (outcome) {
      case Recorded recorded -> recorded.entries();
      case Refused(var problem) -> throw new AssertionError("refused: " + problem);
    };
  }

  static Problem problem(Outcome outcome) {
    return switch (outcome) {
      case Refused(var problem) -> problem;
      case Recorded recorded -> throw new AssertionError("not refused: " + recorded);
    };
  }

  @Override
  public void close() {
    axon.shutdown();
    parts.close();
  }
}
