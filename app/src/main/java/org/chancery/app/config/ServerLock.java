package org.chancery.app.config;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.chancery.app.config.LedgerProperties.Nodes;
import org.chancery.app.config.LedgerProperties.Store;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a PostgreSQL journal for one process alone, or for those that share it: two that follow into
 * one read model database, or seal with different keys, would spoil each other's. An advisory lock
 * of a session of its own, which is released when the process ends in whatever way, and taken again
 * after a lost connection. H2 locks its file.
 */
final class ServerLock implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ServerLock.class);
  private static final Duration GLANCE = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration INTERVAL = Duration.ofMillis(100);
  private static final int CHECK_SECONDS = 2;

  /** "chancery" in two numbers, as pg_locks shows them: classid and objid. */
  private static final String LOCK = "1667785070, 1667592825";

  /** A session that its client has left unseen is given up in half a minute, not in two hours. */
  private static final String KEEP_ALIVE =
      "set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5;"
          + " set tcp_keepalives_count = 3";

  private static final String HOLDER =
      "select a.pid, coalesce(a.application_name, 'unknown'),"
          + " coalesce(host(a.client_addr), 'its own machine'),"
          + " coalesce(a.backend_start::timestamp(0)::text, 'an unknown time')"
          + " from pg_locks l join pg_stat_activity a on a.pid = l.pid"
          + " where l.locktype = 'advisory' and l.granted and l.database ="
          + " (select oid from pg_database where datname = current_database())"
          + " and l.classid = 1667785070 and l.objid = 1667592825";

  private final Store store;
  private final String url;
  private final String asking;
  private final String name = "chancery " + UUID.randomUUID().toString().substring(0, 8);
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile @Nullable Connection session;

  private record Holder(long pid, String name, String from, String since) {
    /** Whoever has the lock behind what this process is shown of the server. */
    static final Holder UNSEEN = new Holder(0, "unknown", "an unknown place", "an unknown time");
  }

  private ServerLock(Store store, String url, Nodes nodes) {
    this.store = store;
    this.url = url;
    this.asking =
        switch (nodes) {
          case ONE -> "select pg_try_advisory_lock(" + LOCK + ")";
          case MANY -> "select pg_try_advisory_lock_shared(" + LOCK + ")";
        };
  }

  /**
   * Takes the journal; nothing where it is not on PostgreSQL. Fails as {@link UsageException} where
   * another process has it, and does not share it with this one.
   */
  static ServerLock of(Store store, Nodes nodes) {
    ServerLock tenure = new ServerLock(store, String.valueOf(store.url()), nodes);
    if (PostgresLink.isTo(tenure.url)) {
      tenure.take();
    }
    return tenure;
  }

  private void take() {
    try {
      Holder other = taken();
      if (other != null) {
        throw new UsageException(
            "a server or verb works on this journal already ('%s', from %s, since %s): give its"
                    .formatted(other.name(), other.from(), other.since())
                + " address with --server URL, or stop it first; servers that share a journal are"
                + " all started with CHANCERY_NODES=many");
      }
    } catch (SQLException unreachable) {
      throw new IllegalStateException("the journal's database cannot be reached", unreachable);
    }
  }

  /**
   * Null once this process has the lock, or is closed, or waits for a session of its own; else who
   * has had it for a while. One that was just killed is outlasted; where another is found than
   * before, or none, the first may be gone, and the lock free.
   */
  private @Nullable Holder taken() throws SQLException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Holder last = null;
    Connection opened = DriverManager.getConnection(url, PostgresLink.properties(store, url, name));
    try (Statement statement = opened.createStatement()) {
      statement.execute(KEEP_ALIVE);
      while (!isLocked(statement)) {
        Holder other = holder(opened);
        end = Objects.equals(other, last) ? end : System.nanoTime() + PATIENCE.toNanos();
        last = other;
        if (System.nanoTime() > end || isClosing()) {
          opened.close();
          return closing.getCount() > 0 ? other : null;
        }
      }
    } catch (SQLException | RuntimeException failure) {
      opened.close();
      throw failure;
    }
    hold(opened);
    return null;
  }

  /** Whoever closes this meanwhile finds no session to end. */
  private synchronized void hold(Connection opened) {
    session = opened;
    if (closing.getCount() == 0) {
      release();
    }
  }

  private boolean isLocked(Statement statement) throws SQLException {
    try (ResultSet answer = statement.executeQuery(asking)) {
      return answer.next() && answer.getBoolean(1);
    }
  }

  /** Who has the lock; null for a session of this process that was given up, which is ended. */
  private @Nullable Holder holder(Connection resolver) throws SQLException {
    try (PreparedStatement query = resolver.prepareStatement(HOLDER);
        ResultSet row = query.executeQuery()) {
      if (!row.next()) {
        return Holder.UNSEEN;
      }
      Holder holder =
          new Holder(row.getLong(1), row.getString(2), row.getString(3), row.getString(4));
      if (!holder.name().equals(name)) {
        return holder;
      }
      try (Statement ending = resolver.createStatement()) {
        ending.execute("select pg_terminate_backend(%d)".formatted(holder.pid()));
      }
      return null;
    }
  }

  /** True once this is closed; false after a little while. */
  private boolean isClosing() {
    try {
      return closing.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while the journal was waited for", stopping);
    }
  }

  /**
   * Looks after the lock from now on.
   *
   * @param lost told once another process has it
   */
  void keep(Consumer<String> lost) {
    if (session != null) {
      Thread.ofPlatform().daemon().name("tenure").start(() -> watch(lost));
    }
  }

  private void watch(Consumer<String> lost) {
    try {
      while (!closing.await(GLANCE.toMillis(), TimeUnit.MILLISECONDS)) {
        Holder other = regained();
        if (other != null) {
          lost.accept(
              "another process has taken the journal ('%s', from %s, since %s); stop one of the two,"
                      .formatted(other.name(), other.from(), other.since())
                  + " and restart the other to go on");
          return;
        }
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private @Nullable Holder regained() {
    Connection held = session;
    try {
      if (held != null && held.isValid(CHECK_SECONDS)) {
        return null;
      }
      release();
      return taken();
    } catch (SQLException unreachable) {
      log.debug("the journal's lock is not regained yet", unreachable);
      return null;
    }
  }

  private synchronized void release() {
    Connection held = session;
    session = null;
    try {
      if (held != null) {
        held.close();
      }
    } catch (SQLException lost) {
      log.debug("the journal's lock was lost", lost);
    }
  }

  /** Gives the journal back. */
  @Override
  public void close() {
    closing.countDown();
    release();
  }
}
