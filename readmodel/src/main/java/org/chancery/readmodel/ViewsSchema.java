package org.chancery.readmodel;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.chancery.journal.Ailment;
import org.chancery.journal.Database;
import org.chancery.journal.EmbeddedDatabase;
import org.chancery.journal.JournalSchema;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A database that holds the read models' tables.
 *
 * @param models their names
 */
record ViewsSchema(DataSource source, List<String> models) {
  private static final int EDITION = 5;

  /** In order, so that the same models are the same schema however they are listed. */
  ViewsSchema {
    models = models.stream().sorted().toList();
  }

  /** Lays the tables where there are none. */
  void lay() {
    try {
      migrate();
    } catch (RuntimeException failure) {
      if (source instanceof EmbeddedDatabase file && Ailment.of(failure) != Ailment.LOST) {
        again(file, failure);
      } else {
        throw failure;
      }
    }
  }

  /**
   * Opens the database again that has closed itself.
   *
   * @param damage why it is set aside, and an empty one opened instead; or null
   */
  void again(EmbeddedDatabase file, @Nullable Throwable damage) {
    try {
      if (damage == null) {
        file.reopen();
      } else {
        file.setAside(damage);
      }
      migrate();
    } catch (SQLException | RuntimeException failure) {
      if (damage != null || Ailment.of(failure) != Ailment.DAMAGED) {
        throw new DataAccessResourceFailureException(
            "the read models' database cannot be opened: " + failure.getMessage(), failure);
      }
      again(file, failure);
    }
  }

  private void migrate() {
    JournalSchema.migrate(
        source, "views", new ReadModelTables(Database.of(source), models, EDITION));
    new JdbcTemplate(source).queryForList("select position from progress");
  }
}
