package org.chancery.journal;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Brings the tables of a part of the ledger to their newest form. */
public final class JournalSchema {

  private JournalSchema() {}

  /** Migrates the journal's tables; does nothing where they are up to date. */
  public static void migrate(DataSource source) {
    migrate(source, "journal");
  }

  /** Migrates the tables of one part, from {@code db/PART/DATABASE}. */
  public static void migrate(DataSource source, String part) {
    Flyway.configure()
        .dataSource(patient(source))
        .locations("classpath:db/%s/%s".formatted(part, Database.of(source).folder()))
        .table("%s_schema".formatted(part))
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
  }

  /** A table that is rewritten takes longer than a statement may else be waited for. */
  private static DataSource patient(DataSource source) {
    return Database.of(source) == Database.H2
        ? source
        : new DelegatingDataSource(source) {
          @Override
          public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            connection.setNetworkTimeout(Runnable::run, 0);
            return connection;
          }
        };
  }
}
