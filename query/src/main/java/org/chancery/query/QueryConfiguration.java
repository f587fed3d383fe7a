package org.chancery.query;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.chancery.journal.Ailment;
import org.chancery.journal.Database;
import org.chancery.journal.EmbeddedDatabase;
import org.chancery.journal.Journal;
import org.chancery.journal.JournalSchema;
import org.chancery.journal.JournalStorageEngine;
import org.chancery.query.asof.JournalHistories;
import org.chancery.query.asof.Projection;
import org.chancery.query.asof.Projector;
import org.chancery.query.asof.ReadModelTables;
import org.chancery.query.asof.ReadModels;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
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
    private static final List<String> MODELS =
        List.of(
            "party",
            "official",
            "trip",
            "stop",
            "meeting",
            "cooperation",
            "relationship",
            "happening",
            "superseded");

    private static final int EDITION = 1;

    /** Lays the tables where there are none. */
    public static ViewsSchema in(DataSource source) {
      try {
        lay(source);
      } catch (RuntimeException failure) {
        if (source instanceof EmbeddedDatabase file && Ailment.of(failure) != Ailment.LOST) {
          again(file, failure);
        } else {
          throw failure;
        }
      }
      return new ViewsSchema(source);
    }

    /**
     * Opens a database again that has closed itself.
     *
     * @param damage why it is set aside, and an empty one opened instead; or null
     */
    public static void again(EmbeddedDatabase file, @Nullable Throwable damage) {
      try {
        if (damage == null) {
          file.reopen();
        } else {
          file.setAside(damage);
        }
        lay(file);
      } catch (SQLException | RuntimeException failure) {
        if (damage != null || Ailment.of(failure) != Ailment.DAMAGED) {
          throw new DataAccessResourceFailureException(
              "the read models' database cannot be opened: " + failure.getMessage(), failure);
        }
        again(file, failure);
      }
    }

    private static void lay(DataSource source) {
      JournalSchema.migrate(
          source, "views", new ReadModelTables(Database.of(source), MODELS, EDITION));
      new JdbcTemplate(source).queryForList("select position from progress");
    }
  }
}
