package org.chancery.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import javax.sql.DataSource;

/** What differs between the databases that can hold a journal. */
public enum Database {
  H2(
      "select position, recorded_at from final table"
          + " (update head set position = position + ?, recorded_at = greatest(recorded_at, ?))",
      "checkpoint sync"),
  POSTGRESQL(
      "update head set position = position + ?, recorded_at = greatest(recorded_at, ?)"
          + " returning position, recorded_at",
      "");

  private final String claim;
  private final String sync;

  Database(String claim, String sync) {
    this.claim = claim;
    this.sync = sync;
  }

  /** Finds out which database the source leads to. */
  public static Database of(DataSource source) {
    try (Connection connection = source.getConnection()) {
      String product = connection.getMetaData().getDatabaseProductName();
      return product.equals("PostgreSQL") ? POSTGRESQL : H2;
    } catch (SQLException unreachable) {
      throw new IllegalStateException("the database cannot be reached", unreachable);
    }
  }

  /** The folder, below {@code db/}, of its migrations. */
  public String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** True where other processes may append too, so the head must be asked for. */
  public boolean isShared() {
    return this == POSTGRESQL;
  }

  /**
   * Moves the head on by a number of entries, under its lock; gives the new position and instant.
   */
  String claim() {
    return claim;
  }

  /**
   * Brings what was committed to the disk. PostgreSQL has done so by then; H2 acknowledges commits
   * that it has only in memory, and loses them when the process dies.
   */
  void sync(Connection connection) throws SQLException {
    if (!sync.isEmpty()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sync);
      }
    }
  }
}
