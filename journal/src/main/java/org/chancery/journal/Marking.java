package org.chancery.journal;

import static org.chancery.journal.Marks.EDITION;
import static org.chancery.journal.Marks.STRETCH;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.BitSet;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the marks of entries, a stretch at a time once it is full, on a thread of its own: no
 * append waits for it. What it writes follows from the entries alone, so several processes may
 * write the same, and one that ended in the act leaves nothing that is wrong.
 */
final class Marking implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Marking.class);
  private static final int PAGE = 512;
  private static final int ROWS = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int REST = 9;
  private static final int CLOSE_SECONDS = 10;

  private final DataSource source;
  private final Database database;
  private final Journal journal;
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().name("marks").daemon().factory());
  private volatile long next = STRETCH;
  private volatile boolean closing;
  private boolean compared;

  Marking(DataSource source, Database database, Journal journal) {
    this.source = source;
    this.database = database;
    this.journal = journal;
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    journal.head().whenMoved(this::moved);
    moved(journal.head().position());
  }

  /** A journal shorter than a stretch is never asked for anything. */
  private synchronized void moved(long position) {
    if (position >= next) {
      next = Long.MAX_VALUE; // until those that are due are made
      soon(Duration.ZERO);
    }
  }

  private void soon(Duration wait) {
    try {
      ScheduledFuture<?> _ = thread.schedule(this::round, wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException closed) {
      log.debug("The journal is closed", closed);
    }
  }

  /** A stretch; where entries come meanwhile, it rests then: they matter more. */
  private void round() {
    long begun = System.nanoTime();
    long head = journal.head().position();
    try {
      long reached = marked(head);
      boolean comes = journal.head().position() > head;
      if (head >= reached + STRETCH) {
        soon(Duration.ofNanos(comes ? REST * (System.nanoTime() - begun) : 0));
      } else {
        next = reached + STRETCH;
        moved(journal.head().position());
      }
    } catch (SQLException | RuntimeException failure) {
      if (!closing) {
        log.warn("The marks by which entries are found are not made for now", failure);
        soon(PATIENCE);
      }
    }
  }

  /** Marks the next stretch, if it is full; returns the position that is reached then. */
  private long marked(long head) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        long reached = reached(connection);
        if (closing || head < reached + STRETCH) {
          return reached;
        }
        mark(connection, reached);
        return reached + STRETCH;
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  /** Marks beyond the end of the journal are of entries that its database has lost. */
  private long reached(Connection connection) throws SQLException {
    long position = 0;
    try (PreparedStatement query =
        connection.prepareStatement("select position from marked where edition = ?")) {
      query.setInt(1, EDITION);
      try (ResultSet rows = query.executeQuery()) {
        position = rows.next() ? rows.getLong(1) : 0;
      }
    }
    boolean lost = !compared && position > journal.head().position();
    compared = true;
    if (lost) {
      execute(connection, "delete from mark");
      execute(connection, "delete from marked");
      connection.commit();
    }
    return lost ? 0 : position;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.executeUpdate();
    }
  }

  private void mark(Connection connection, long after) throws SQLException {
    Iterator<Map.Entry<String, BitSet>> words =
        new TreeMap<>(words(journal, after)).entrySet().iterator(); // as the rows are kept
    try (PreparedStatement insert = connection.prepareStatement(insert())) {
      while (words.hasNext()) {
        for (int n = 0; n < ROWS && words.hasNext(); n++) {
          Map.Entry<String, BitSet> word = words.next();
          insert.setString(1, word.getKey());
          insert.setLong(2, after / STRETCH);
          insert.setBytes(3, PositionRuns.written(word.getValue()));
          insert.addBatch();
        }
        insert.executeBatch();
        connection.commit();
      }
    }
    moveOn(connection, after + STRETCH);
  }

  /** The places of each word in the stretch after a position. */
  static Map<String, BitSet> words(Journal journal, long after) {
    StretchMarks marks = new StretchMarks();
    for (long at = after; at < after + STRETCH; at += PAGE) {
      for (Entry entry : journal.after(at, PAGE)) {
        marks.add(Math.toIntExact(entry.position() - after - 1), entry);
      }
    }
    return marks.words();
  }

  private String insert() {
    return switch (database) {
      case H2 -> "merge into mark (word, stretch, entries) key (word, stretch) values (?, ?, ?)";
      case POSTGRESQL ->
          "insert into mark (word, stretch, entries) values (?, ?, ?) on conflict do nothing";
    };
  }

  private void moveOn(Connection connection, long position) throws SQLException {
    String sql =
        switch (database) {
          case H2 -> "merge into marked (edition, position) key (edition) values (%d, %d)";
          case POSTGRESQL ->
              "insert into marked values (%1$d, 0) on conflict do nothing; update marked set"
                  + " position = greatest(position, %2$d) where edition = %1$d";
        };
    execute(connection, sql.formatted(EDITION, position));
    connection.commit();
  }

  /** Never interrupted in the act: H2 would close its file. */
  @Override
  public void close() {
    closing = true;
    thread.shutdown();
    try {
      thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
