package org.chancery.app;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.chancery.app.LedgerProperties.Store;
import org.chancery.journal.Journal;
import org.chancery.journal.JournalParts;
import org.chancery.journal.JournalStorageEngine;
import org.chancery.journal.Revisions;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
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
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration CHECK = Duration.ofSeconds(2);

  @Bean
  @Qualifier("journal")
  DataSource journalSource(LedgerProperties properties) {
    JournalPool pool = new JournalPool();
    settle(pool, properties, properties.journal(), "journal");
    pool.measure();
    return pool;
  }

  @Bean
  @Primary
  @Qualifier("views")
  DataSource views(LedgerProperties properties) {
    HikariDataSource pool = new HikariDataSource();
    settle(pool, properties, properties.views(), "views");
    return pool;
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
  Tenure tenure(LedgerProperties properties) {
    return Tenure.of(properties.journal());
  }

  @Bean
  JournalParts journalParts(
      Tenure tenure,
      @Qualifier("journal") DataSource source,
      LedgerProperties properties,
      Clock clock,
      MeterRegistry meters) {
    JournalParts parts =
        JournalParts.open(source, clock, new Revisions(), meters, properties.journal().durable());
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

  private static void settle(
      HikariDataSource source, LedgerProperties properties, Store store, String name) {
    source.setPoolName(name);
    source.setJdbcUrl(store.urlOr(properties.data(), name));
    source.setUsername(store.user());
    source.setPassword(store.password());
    String url = source.getJdbcUrl();
    PostgresLink.defaults(url).forEach(source::addDataSourceProperty);
    int most = store.connectionsTo(url);
    source.setMaximumPoolSize(most);
    source.setMinimumIdle(Math.min(most, IDLE));
    source.setConnectionTimeout(PATIENCE.toMillis());
    source.setValidationTimeout(CHECK.toMillis());
  }
}
