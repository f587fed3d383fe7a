package org.chancery.journal;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

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
        .dataSource(source)
        .locations("classpath:db/%s/%s".formatted(part, Database.of(source).folder()))
        .table("%s_schema".formatted(part))
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
  }
}
