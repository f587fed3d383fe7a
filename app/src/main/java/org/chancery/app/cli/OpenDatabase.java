package org.chancery.app.cli;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.chancery.app.config.LedgerProperties.Store;
import org.chancery.journal.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A database that is read for a while.
 *
 * @param source gives as many connections as are asked for
 * @param open keeps an embedded database from being opened again and again
 */
record OpenDatabase(DataSource source, Connection open) implements AutoCloseable {

  /** The database at an address of its own; where it has none, the embedded one in a file. */
  static OpenDatabase of(Store store, @Nullable Path file) throws SQLException {
    String url = String.valueOf(store.url() == null && file != null ? embedded(file) : store.url());
    DriverManagerDataSource source =
        new DriverManagerDataSource(url, store.user(), store.password());
    if (url.startsWith("jdbc:postgresql:")) {
      source.setConnectionProperties(savepoints());
    }
    return new OpenDatabase(source, source.getConnection());
  }

  /** A statement that fails is undone alone; else it would abort the transaction for all others. */
  private static Properties savepoints() {
    Properties properties = new Properties();
    properties.setProperty("autosave", "always");
    return properties;
  }

  private static String embedded(Path file) {
    return Database.fileUrl(file) + ";TRACE_LEVEL_FILE=0";
  }

  /** What was committed when this is called, and nothing that is committed later. */
  DataSource snapshot() throws SQLException {
    if (!Database.of(source).isShared()) {
      return source; // a copy, which nobody else writes to
    }
    open.setAutoCommit(false);
    open.setReadOnly(true);
    open.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    return new SingleConnectionDataSource(open, true);
  }

  @Override
  public void close() throws SQLException {
    open.close();
  }
}
