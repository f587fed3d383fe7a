package org.chancery.journal;

import java.nio.file.Path;
import javax.sql.DataSource;

/** The databases on which each behaviour of the journal is shown. */
public enum TestDatabase {
  H2,
  POSTGRESQL;

  /** A new, empty database; on H2 a file in the folder. */
  public DataSource open(Path folder) {
    return this == H2 ? TestJournal.pool(TestJournal.fileUrl(folder)) : Postgres.database();
  }
}
