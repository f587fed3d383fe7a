package org.chancery.app.config;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.chancery.app.config.LedgerProperties.Nodes;
import org.chancery.app.config.LedgerProperties.Store;
import org.chancery.journal.Ailment;
import org.chancery.journal.EmbeddedDatabase;
import org.chancery.journal.Journal;
import org.chancery.journal.JournalParts;
import org.chancery.journal.JournalStorageEngine;
import org.chancery.journal.Revisions;
import org.chancery.query.search.SearchFolder;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The two databases. The journal has one of its own, so that it can be copied, checked and kept by
 * itself; the read models can be thrown away.
 */
@Configuration
@EnableConfigurationProperties(LedgerProperties.class)
class JournalConfiguration {
  private static final int IDLE = 2;

  /** Of read models that nothing follows into, and nobody is answered by: tables without a row. */
  private static final String NOT_KEPT = "jdbc:h2:mem:";

  private static final Store NONE = new Store(null, "sa", "", true, IDLE);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration CHECK = Duration.ofSeconds(2);

  @Bean
  @Qualifier("journal")
  DataSource journalSource(LedgerProperties properties) {
    String url = properties.journal().urlOr(properties.data(), "journal");
    Store store = properties.journal();
    try {
      return EmbeddedDatabase.isAt(url)
          ? EmbeddedDatabase.open(direct(url, store), over(url, store, "journal"))
          : at(url, store, "journal");
    } catch (SQLException | RuntimeException failure) {
      throw Ailment.of(failure) == Ailment.DAMAGED ? damaged(url, failure) : unopened(failure);
    }
  }

  /** What it held stands nowhere else, so nothing is made in its place. */
  private static RuntimeException damaged(String url, Exception failure) {
    return new IllegalStateException(
        ("the journal's database at %s is damaged, and is neither opened nor replaced:"
                + " put back a copy of it (%s)")
            .formatted(url, Failure.told(failure)));
  }

  private static RuntimeException unopened(Exception failure) {
    return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
  }

  @Bean
  @Primary
  @Qualifier("views")
  DataSource views(LedgerProperties properties) {
    if (!properties.role().answers()) {
      return at(NOT_KEPT + UUID.randomUUID(), NONE, "views");
    }
    PeerCopy.takeWhereNone(properties);
    String url = properties.views().urlOr(properties.data(), "views");
    Store store = properties.views();
    try {
      return EmbeddedDatabase.isAt(url)
          ? EmbeddedDatabase.openOrBegin(direct(url, store), over(url, store, "views"))
          : at(url, store, "views");
    } catch (SQLException failure) {
      throw unopened(failure);
    }
  }

  @Bean
  SearchFolder searchFolder(LedgerProperties properties) {
    return new SearchFolder(properties.data().resolve("search"));
  }

  @Bean
  PlatformTransactionManager transactions(@Qualifier("views") DataSource views) {
    return new JdbcTransactionManager(views);
  }

  /** Axon's own; without it, it would take one that does nothing. */
  @Bean
  TransactionManager axonTransactions(PlatformTransactionManager transactions) {
    return new SpringTransactionManager(transactions);
  }

  /** Before anything of the journal is touched. */
  @Bean
  ServerLock tenure(LedgerProperties properties) {
    if (properties.nodes() == Nodes.MANY) {
      requireShareable(properties);
    }
    return ServerLock.of(properties.journal(), properties.nodes());
  }

  private static void requireShareable(LedgerProperties properties) {
    if (!PostgresLink.isTo(String.valueOf(properties.journal().url()))) {
      throw new UsageException("chancery.nodes=many needs a journal on PostgreSQL");
    }
    if (PostgresLink.isTo(String.valueOf(properties.views().url()))) {
      throw new UsageException(
          "with chancery.nodes=many each server has read models of its own, in its data folder:"
              + " leave chancery.views.url out");
    }
  }

  @Bean
  JournalParts journalParts(
      ServerLock tenure,
      @Qualifier("journal") DataSource source,
      LedgerProperties properties,
      Clock clock,
      MeterRegistry meters) {
    boolean durable = properties.journal().durable();
    JournalParts parts =
        properties.role().records()
            ? JournalParts.open(source, clock, new Revisions(), meters, durable)
            : JournalParts.openToFollow(source, clock, new Revisions(), meters, durable);
    tenure.keep(parts::stop);
    return parts;
  }

  @Bean
  Journal journal(JournalParts parts) {
    return parts.journal();
  }

  @Bean
  JournalStorageEngine eventStorageEngine(JournalParts parts) {
    return parts.engine();
  }

  /** The one serializer, for all that Axon writes. */
  @Bean
  @Primary
  Serializer serializer(JournalParts parts) {
    return parts.serializer();
  }

  private static DriverManagerDataSource direct(String url, Store store) {
    return new DriverManagerDataSource(url, store.user(), store.password());
  }

  /** A pool of its own each time that the database is opened. */
  private static UnaryOperator<DataSource> over(String url, Store store, String name) {
    return source -> {
      HikariDataSource pool = pool(url, store, name);
      pool.setDataSource(source);
      return pool;
    };
  }

  private static DataSource at(String url, Store store, String name) {
    HikariDataSource pool = pool(url, store, name);
    pool.setJdbcUrl(url);
    pool.setUsername(store.user());
    pool.setPassword(store.password());
    PostgresLink.defaults(url).forEach(pool::addDataSourceProperty);
    return pool;
  }

  private static HikariDataSource pool(String url, Store store, String name) {
    HikariDataSource pool = new HikariDataSource();
    pool.setPoolName(name);
    int most = store.connectionsTo(url);
    pool.setMaximumPoolSize(most);
    pool.setMinimumIdle(Math.min(most, IDLE));
    pool.setConnectionTimeout(PATIENCE.toMillis());
    pool.setValidationTimeout(CHECK.toMillis());
    return pool;
  }
}
