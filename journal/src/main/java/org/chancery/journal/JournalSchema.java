package org.chancery.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Brings the tables of a part of the ledger to their newest form. */
public final class JournalSchema {
  private static final String JOURNAL = "journal";

  private JournalSchema() {}

  /**
   * Migrates the journal's tables; does nothing where they are up to date. H2 commits each
   * statement of a migration by itself, so one that a process died in has done a part of its work,
   * which is undone first.
   *
   * @throws IllegalStateException where there are entries in tables that nothing is known of
   */
  public static void migrate(DataSource source) {
    Flyway flyway = flyway(source, JOURNAL);
    if (Database.of(source) == Database.H2) {
      undoUnfinished(source, flyway);
    }
    flyway.migrate();
  }

  /**
   * Migrates the tables of one part by code alone. Scripts that an earlier ledger migrated them by
   * are passed over.
   */
  public static void migrate(DataSource source, String part, JavaMigration by) {
    configuration(source, part)
        .locations(new Location[0])
        .javaMigrations(by)
        .ignoreMigrationPatterns("*:missing")
        .load()
        .migrate();
  }

  private static Flyway flyway(DataSource source, String part) {
    return configuration(source, part)
        .locations("classpath:db/%s/%s".formatted(part, Database.of(source).folder()))
        .load();
  }

  private static FluentConfiguration configuration(DataSource source, String part) {
    return Flyway.configure()
        .dataSource(patient(source))
        .table("%s_schema".formatted(part))
        .baselineOnMigrate(true)
        .baselineVersion("0");
  }

  private static void undoUnfinished(DataSource source, Flyway flyway) {
    List<MigrationInfo> unfinished =
        Arrays.stream(flyway.info().all())
            .filter(migration -> !migration.getState().isApplied() || hasFailed(migration))
            .sorted(Comparator.comparing(MigrationInfo::getVersion).reversed())
            .toList();
    if (unfinished.stream().anyMatch(JournalSchema::hasFailed)) {
      flyway.repair();
    }
    unfinished.forEach(migration -> undo(source, migration.getVersion().getVersion()));
  }

  private static boolean hasFailed(MigrationInfo migration) {
    return migration.getState().isFailed();
  }

  private static void undo(DataSource source, String version) {
    if (version.equals("1")) {
      requireNoEntries(source);
    }
    Resource script = new ClassPathResource("db/journal/undo/h2/V%s.sql".formatted(version));
    if (script.exists()) { // else the migration can be done again as it is
      new ResourceDatabasePopulator(script).execute(source);
    }
  }

  /** What is undone has never held anything: a journal is opened once its tables are whole. */
  private static void requireNoEntries(DataSource source) {
    JdbcClient jdbc = JdbcClient.create(source);
    boolean laid =
        jdbc.sql("select count(*) from information_schema.tables where table_name = 'ENTRY'")
                .query(Long.class)
                .single()
            > 0;
    if (laid && !jdbc.sql("select 1 from entry limit 1").query().listOfRows().isEmpty()) {
      throw new IllegalStateException(
          "the journal holds entries, but not the record of how its tables were made;"
              + " put back a copy of its database");
    }
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
