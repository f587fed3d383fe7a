package org.chancery.journal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL that flushes to the disk as in earnest, and a standby that follows it. The primary
 * can be killed, or made to hang; the standby can be cut off, and take over.
 */
public final class PostgresPair implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Path folder;
  private final Path primaryData;
  private final EmbeddedPostgres standby;
  private final EmbeddedPostgres primary;
  private boolean killed;

  private PostgresPair(Path folder, boolean synchronous) throws IOException {
    this.folder = folder;
    this.primaryData = folder.resolve("primary");
    Path standbyData = folder.resolve("standby");
    EmbeddedPostgres first = server(primaryData).start();
    int port = first.getPort();
    first.close();
    FileSystemUtils.copyRecursively(primaryData, standbyData);
    ownerOnly(standbyData);
    Files.createFile(standbyData.resolve("standby.signal"));
    Files.writeString(
        standbyData.resolve("postgresql.auto.conf"),
        "primary_conninfo = 'host=127.0.0.1 port=%d user=postgres application_name=standby'\n"
                .formatted(port)
            + "wal_retrieve_retry_interval = '100ms'\n",
        StandardOpenOption.APPEND);
    this.primary =
        server(primaryData)
            .setPort(port)
            .setServerConfig("synchronous_standby_names", synchronous ? "standby" : "")
            .start();
    this.standby = server(standbyData).start();
    awaitOnPrimary("select count(*) from pg_stat_replication where state = 'streaming'", 1);
  }

  /** A pair in which a commit waits for the standby, or does not. */
  public static PostgresPair start(boolean synchronous) throws IOException {
    return new PostgresPair(Files.createTempDirectory("postgres-pair"), synchronous);
  }

  private static EmbeddedPostgres.Builder server(Path data) {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("listen_addresses", "127.0.0.1");
  }

  /** PostgreSQL insists on it. */
  private static void ownerOnly(Path data) throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.toList()) {
        Files.setPosixFilePermissions(
            file, Files.getPosixFilePermissions(primaryOf(data).resolve(data.relativize(file))));
      }
    }
  }

  private static Path primaryOf(Path standby) {
    return standby.resolveSibling("primary");
  }

  /** Both hosts; whichever is the primary is used. */
  public String url(String parameters) {
    return "jdbc:postgresql://127.0.0.1:%d,127.0.0.1:%d/postgres?user=postgres&targetServerType=primary%s"
        .formatted(primary.getPort(), standby.getPort(), parameters);
  }

  /** Asks the primary, or the standby, directly. */
  public JdbcClient primary() {
    return JdbcClient.create(primary.getPostgresDatabase());
  }

  public JdbcClient standby() {
    return JdbcClient.create(standby.getPostgresDatabase());
  }

  /** True where the standby's head and entries fit together, and no position is missing. */
  public boolean isStandbyWhole() {
    return standby()
        .sql(
            "select position = (select count(*) from entry)"
                + " and position = (select max(position) from entry) from head")
        .query(Boolean.class)
        .single();
  }

  /** What the primary commits from now on does not reach the standby. */
  public void cutOffStandby() throws SQLException {
    reloadStandby("alter system set primary_conninfo = ''");
    awaitOnPrimary("select count(*) from pg_stat_replication", 0);
  }

  /** The standby follows again. */
  public void reconnectStandby() throws SQLException {
    reloadStandby(
        "alter system set primary_conninfo = 'host=127.0.0.1 port=%d user=postgres application_name=standby'"
            .formatted(primary.getPort()));
  }

  private void reloadStandby(String setting) throws SQLException {
    try (Connection connection = standby.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(setting);
      statement.execute("select pg_reload_conf()");
    }
  }

  private void awaitOnPrimary(String sql, long wanted) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (primary().sql(sql).query(Long.class).single() != wanted) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not in time: " + sql);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException stopping) {
      throw new IllegalStateException(stopping);
    }
  }

  /** How a commit's wait for the standby is cut short. What it commits stands on the primary. */
  public enum Cut {
    /** The client is told nothing but that its connection is gone. */
    TERMINATE,
    /** The client is told of success, with a warning. */
    CANCEL
  }

  /** Cuts short all waits for the standby; false where nobody waits. */
  public boolean cutShortTheWait(Cut cut) {
    return primary()
            .sql(
                "select count(pg_%s_backend(pid)) from pg_stat_activity where wait_event = 'SyncRep'"
                    .formatted(cut.name().toLowerCase(Locale.ROOT)))
            .query(Long.class)
            .single()
        > 0;
  }

  /** Ends all processes of the primary at once. */
  public void killPrimary() {
    killed = true;
    signal("-KILL");
  }

  /** The primary answers nothing any more, and keeps its connections, until it goes on. */
  public void hangPrimary() {
    signal("-STOP");
  }

  public void letPrimaryGoOn() {
    signal("-CONT");
  }

  private void signal(String signal) {
    List<String> command = new ArrayList<>(List.of("kill", signal));
    processes().forEach(process -> command.add(Long.toString(process.pid())));
    try {
      new ProcessBuilder(command).start().waitFor();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopping) {
      throw new IllegalStateException(stopping);
    }
  }

  private List<ProcessHandle> processes() {
    try {
      String pid = Files.readAllLines(primaryData.resolve("postmaster.pid")).getFirst().strip();
      ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
      return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The standby takes over. */
  public void promote() {
    standby().sql("select pg_promote()").query(Boolean.class).single();
  }

  @Override
  public void close() throws IOException {
    standby.close();
    if (!killed) {
      primary.close();
    }
    FileSystemUtils.deleteRecursively(folder);
  }
}
