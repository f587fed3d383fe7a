package org.chancery.journal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** What a PostgreSQL server must be set to before what it has committed is on the disk. */
final class ServerSettings {
  private static final String OFF =
      "select name from pg_settings where setting = 'off'"
          + " and name in ('fsync', 'full_page_writes', 'synchronous_commit') order by name";

  private ServerSettings() {}

  /** Fails where the server would confirm what a power cut can take back. */
  static void requireDurable(DataSource source, Database database) {
    if (database != Database.POSTGRESQL) {
      return;
    }
    List<String> off = off(source, database.preparation());
    if (!off.isEmpty()) {
      throw new IllegalStateException(
          "the journal's PostgreSQL confirms what it may yet lose, for %s is off: turn it on there"
              .formatted(String.join(" and ", off)));
    }
  }

  /** What stays off on a connection that appends; rolled back, so the pool's is as it was. */
  private static List<String> off(DataSource source, String preparation) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute(preparation);
        return names(statement);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException unreachable) {
      throw new EventStoreException("the journal cannot be opened", unreachable);
    }
  }

  private static List<String> names(Statement statement) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(OFF)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}
