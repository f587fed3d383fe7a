package org.chancery.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.chancery.journal.JournalSchema;
import org.jspecify.annotations.Nullable;

/** The journal's own tables in a bare database, written by plain JDBC. */
final class Bare implements AutoCloseable {
  private static final int BATCH = 256;
  private static final int MIGRATION = 2;

  private final ContestantDatabase place;
  private final HikariDataSource pool;

  Bare(ContestantDatabase place, int connections) {
    this.place = place;
    this.pool = place.pool(connections + MIGRATION);
    JournalSchema.migrate(pool);
  }

  /** Inserts the rows in durable transactions of one row, over so many connections. */
  void insertEach(Rows rows, int connections) throws Exception {
    Clients.share(connections, rows.values(), part -> insert(rows, part, 1));
  }

  /** Inserts the rows in durable transactions of one batch. */
  void insertBatches(Rows rows) throws Exception {
    insert(rows, rows.values(), BATCH);
  }

  private void insert(Rows rows, List<@Nullable Object[]> part, int batch) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      place.prepare(connection);
      try (PreparedStatement insert = connection.prepareStatement(rows.insert())) {
        for (int from = 0; from < part.size(); from += batch) {
          insertTogether(insert, part.subList(from, Math.min(from + batch, part.size())));
          place.commit(connection);
        }
      }
      connection.setAutoCommit(true);
    }
  }

  private static void insertTogether(PreparedStatement insert, List<@Nullable Object[]> rows)
      throws SQLException {
    for (@Nullable Object[] row : rows) {
      Rows.bind(insert, row);
      insert.addBatch();
    }
    insert.executeBatch();
  }

  @Override
  public void close() {
    pool.close();
  }
}
