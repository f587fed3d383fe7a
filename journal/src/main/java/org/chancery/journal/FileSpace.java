package org.chancery.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The space of an H2 file. H2 writes each page that a commit changes to a new place; its background
 * thread reclaims the old ones, and a database without a write delay has no such thread. A journal
 * that nobody tends takes many times the room of its entries. A database in memory or on a server
 * takes no space here.
 */
public final class FileSpace {
  private static final Logger log = LoggerFactory.getLogger(FileSpace.class);
  private static final long SMALL = 4L << 20;
  private static final int HALF = 50;
  private static final int PERCENT = 100;
  private static final int STEP = 4 << 20;
  private static final long INTERVAL = Duration.ofMillis(250).toNanos();

  private long tended = System.nanoTime();

  FileSpace() {}

  /**
   * Reclaims a few megabytes at most, four times a second at most, where less than half of the file
   * is in use. What is moved is on the disk before its old place is overwritten.
   */
  void tend(Connection connection) throws SQLException {
    long now = System.nanoTime();
    if (now - tended >= INTERVAL) {
      tended = now;
      storeOf(connection).filter(FileSpace::isSparse).ifPresent(FileSpace::reclaim);
    }
  }

  private static void reclaim(MVStore store) {
    if (store.compact(PERCENT, STEP)) {
      store.commit();
      store.sync();
    }
    if (store.getFillRate() < HALF && store.getFileStore() instanceof RandomAccessStore file) {
      file.compactMoveChunks(HALF, STEP, store);
    }
  }

  /**
   * Returns once all that was committed is on the disk. {@code checkpoint sync} and {@code backup}
   * alone take for written what the background thread has taken and not yet written.
   */
  public static void write(Connection connection) throws SQLException {
    storeOf(connection)
        .ifPresent(
            store -> {
              store.commit();
              store.executeFilestoreOperation(() -> {}); // it waits for those before it
              store.sync();
            });
  }

  /** How large the file is, in bytes; 0 where there is none. */
  public static long size(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection()) {
      return storeOf(connection).map(FileSpace::size).orElse(0L);
    }
  }

  /**
   * Writes the file anew, compressed and without gaps, where that is worth its time: where less
   * than half of it is in use, or it has grown by half. All connections end with it. A kill leaves
   * the file as it was.
   *
   * @param connection not of a pool, which fails to take back one that was ended, so that H2 notes
   *     an error in a file beside its own
   * @param before how large it was when it was opened, in bytes
   */
  public static void giveBack(Connection connection, long before) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (storeOf(connection).filter(store -> isWorthwhile(store, before)).isPresent()) {
        log.info("The journal's file is written anew, without gaps");
        statement.execute("shutdown compact");
      }
    }
  }

  private static boolean isWorthwhile(MVStore store, long before) {
    return isSparse(store) || (size(store) > SMALL && size(store) > before + before / 2);
  }

  private static boolean isSparse(MVStore store) {
    int used = store.getFillRate() * store.getFileStore().getChunksFillRate() / PERCENT;
    return size(store) > SMALL && used < HALF;
  }

  private static long size(MVStore store) {
    return store.getFileStore().size();
  }

  private static Optional<MVStore> storeOf(Connection connection) throws SQLException {
    return connection.isWrapperFor(JdbcConnection.class)
            && connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session
        ? Optional.of(session.getDatabase().getStore().getMvStore()).filter(MVStore::isPersistent)
        : Optional.empty();
  }
}
