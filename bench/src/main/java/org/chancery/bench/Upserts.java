package org.chancery.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The read models' own tables in a bare database, written by plain JDBC in batches. */
final class Upserts implements AutoCloseable {
  private static final int BATCH = 1_000;

  private final HikariDataSource pool = new HikariDataSource();

  Upserts(Path folder) {
    pool.setJdbcUrl(Views.url(folder));
    pool.setUsername("sa");
    LookupTables.models(pool);
  }

  void write(List<Rows> tables) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      for (Rows rows : tables) {
        write(connection, rows);
      }
    }
  }

  private static void write(Connection connection, Rows rows) throws SQLException {
    try (PreparedStatement upsert = connection.prepareStatement(sql(rows))) {
      int waiting = 0;
      for (@Nullable Object[] row : rows.values()) {
        Rows.bind(upsert, row);
        upsert.addBatch();
        waiting = (waiting + 1) % BATCH;
        if (waiting == 0) {
          upsert.executeBatch();
          connection.commit();
        }
      }
      upsert.executeBatch();
      connection.commit();
    }
  }

  private static String sql(Rows rows) {
    return rows.insert()
        .replace("insert", "merge")
        .replace(") values", ") key (subject, known_to, valid_from) values");
  }

  @Override
  public void close() {
    pool.close();
  }
}
