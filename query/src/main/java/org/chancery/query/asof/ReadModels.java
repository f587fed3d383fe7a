package org.chancery.query.asof;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.chancery.shared.LedgerEvent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** All read models together, and how far they have followed the journal. */
public final class ReadModels {
  private final List<Projection<?, ?>> projections;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final Map<String, Long> positions = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private volatile long position;

  public ReadModels(
      List<Projection<?, ?>> projections,
      DataSource source,
      PlatformTransactionManager transactions) {
    this.projections = projections;
    this.jdbc = new JdbcTemplate(source);
    this.transaction = new TransactionTemplate(transactions);
  }

  /** The position that all models have reached, committed. */
  public long position() {
    return position;
  }

  /** Waits until all models have reached a position; false where they have not in time. */
  public boolean await(long wanted, Duration limit) throws InterruptedException {
    long nanos = limit.toNanos();
    lock.lockInterruptibly();
    try {
      while (position < wanted && nanos > 0) {
        nanos = moved.awaitNanos(nanos);
      }
      return position >= wanted;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Finds out how far each model came. A model that has seen more than the journal holds has seen
   * another journal (one restored from an older copy, say), and is built anew.
   */
  void open(long head) {
    for (Projection<?, ?> projection : projections) {
      String table = projection.model().table();
      long reached =
          jdbc
              .queryForList("select position from progress where model = ?", Long.class, table)
              .stream()
              .findFirst()
              .orElse(-1L);
      if (reached < 0 || reached > head) {
        reached = 0;
        restart(projection);
      }
      positions.put(table, reached);
    }
    moveTo(positions.values().stream().mapToLong(Long::longValue).min().orElse(head));
  }

  private void restart(Projection<?, ?> projection) {
    String table = projection.model().table();
    transaction.executeWithoutResult(
        status -> {
          projection.model().clear();
          jdbc.update("delete from progress where model = ?", table);
          jdbc.update("insert into progress (model, position) values (?, 0)", table);
        });
  }

  /**
   * Takes an entry in; nothing of it is written yet.
   *
   * @param first true where it is its subject's first, so that there is no history to read
   */
  public void on(LedgerEvent event, long at, boolean first) {
    for (Projection<?, ?> projection : projections) {
      if (positions.getOrDefault(projection.model().table(), 0L) < at) {
        projection.on(event, at, first);
      }
    }
  }

  void commit(long reached) {
    transaction.executeWithoutResult(
        status -> {
          flush();
          jdbc.update("update progress set position = ? where position < ?", reached, reached);
        });
    positions.replaceAll((table, before) -> Math.max(before, reached));
    moveTo(reached);
  }

  /** Writes what was taken in, in the transaction of the caller. */
  public void flush() {
    projections.forEach(projection -> projection.model().flush());
  }

  void forget() {
    projections.forEach(Projection::forget);
  }

  private void moveTo(long reached) {
    lock.lock();
    try {
      position = reached;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
