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
    try (AppendConnection line = new AppendConnection(source, database, true)) {
      line.get();
    } catch (SQLException unreachable) {
      throw new EventStoreException("the journal cannot be opened", unreachable);
    }
  }

  /** The same for a connection that is prepared to append: a server may be set otherwise by now. */
  static void requireDurable(Connection prepared, Database database) throws SQLException {
    if (database != Database.POSTGRESQL) {
      return;
    }
    try (Statement statement = prepared.createStatement()) {
      List<String> off = names(statement);
      if (!off.isEmpty()) {
        throw new IllegalStateException(
            "the journal's PostgreSQL confirms what it may yet lose, for %s is off: turn it on there"
                .formatted(String.join(" and ", off)));
      }
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
