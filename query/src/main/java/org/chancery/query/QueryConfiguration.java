package org.chancery.query;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.chancery.journal.Journal;
import org.chancery.journal.JournalSchema;
import org.chancery.journal.JournalStorageEngine;
import org.chancery.query.asof.JournalHistories;
import org.chancery.query.asof.Projection;
import org.chancery.query.asof.Projector;
import org.chancery.query.asof.ReadModels;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The query side, put together. */
@Configuration
@ComponentScan
public class QueryConfiguration {

  @Bean
  JournalHistories histories(EventStorageEngine engine) {
    return new JournalHistories(engine);
  }

  @Bean
  ReadModels readModels(
      List<Projection<?, ?>> projections,
      @Qualifier("views") DataSource views,
      PlatformTransactionManager transactions) {
    return new ReadModels(projections, views, transactions);
  }

  @Bean
  Projector projector(
      Journal journal, JournalStorageEngine engine, ReadModels models, MeterRegistry meters) {
    return new Projector(journal, engine, models, meters);
  }

  /** The tables of the read models, laid before anything asks for them. */
  @Bean
  ViewsSchema viewsSchema(@Qualifier("views") DataSource views) {
    return ViewsSchema.in(views);
  }

  /** A database that holds the read models' tables. */
  public record ViewsSchema(DataSource source) {

    /** Lays the tables where there are none. */
    public static ViewsSchema in(DataSource source) {
      JournalSchema.migrate(source, "views");
      return new ViewsSchema(source);
    }
  }
}
