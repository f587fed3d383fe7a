package org.chancery.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL server of its own; the embedded one trades durability for speed unless told. */
final class PostgresPlace implements ContestantDatabase {
  private final EmbeddedPostgres server;

  PostgresPlace(Path folder) {
    this(folder, Map.of("fsync", "on", "full_page_writes", "on", "synchronous_commit", "on"));
  }

  PostgresPlace(Path folder, Map<String, String> settings) {
    try {
      EmbeddedPostgres.Builder builder =
          EmbeddedPostgres.builder().setDataDirectory(folder.resolve("server"));
      settings.forEach(builder::setServerConfig);
      server = builder.start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public String url() {
    return server.getJdbcUrl("postgres", "postgres");
  }

  @Override
  public String user() {
    return "postgres";
  }

  @Override
  public String preparation() {
    return "";
  }

  @Override
  public String sync() {
    return "";
  }

  /** The server's own count, which a connection may keep to itself until it ends. */
  @Override
  public long fsyncs() throws SQLException {
    try (HikariDataSource pool = pool(1)) {
      return JdbcClient.create(pool)
          .sql("select sum(fsyncs) from pg_stat_io where object = 'wal'")
          .query(Long.class)
          .single();
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
