package org.chancery.journal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * Appends with group commit: whoever gets the lock writes for all who wait, in one transaction with
 * one sync, so a lone caller pays no hand-over and many callers share the price of the disk.
 */
final class Appender {
  private static final int GROUP = 512;

  private final AppendTransaction transaction;
  private final Head head;
  private final Queue<Append> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock writing = new ReentrantLock();

  Appender(AppendTransaction transaction, Head head) {
    this.transaction = transaction;
    this.head = head;
  }

  /**
   * Returns the entries at their positions once they are on the disk; fails where they are not, and
   * then none of them is.
   */
  List<Entry> append(List<Entry> entries) {
    Append append = new Append(entries);
    waiting.add(append);
    writing.lock();
    try {
      while (!append.isDone()) {
        writeGroup();
      }
    } finally {
      writing.unlock();
    }
    append.rethrow();
    return append.entries();
  }

  private void writeGroup() {
    List<Append> group = new ArrayList<>();
    for (Append next = waiting.poll(); next != null; next = waiting.poll()) {
      group.add(next);
      if (group.size() == GROUP) {
        break;
      }
    }
    if (!write(group)) {
      group.forEach(this::writeAlone);
    }
  }

  /** One that cannot be appended must not take the others of its group with it. */
  private boolean write(List<Append> group) {
    try {
      head.advance(transaction.write(group));
      group.forEach(Append::succeed);
      return true;
    } catch (SQLException | RuntimeException failure) {
      if (group.size() == 1) {
        group.getFirst().fail(transaction.explain(failure, group.getFirst()));
        return true;
      }
      return false;
    } catch (Error fatal) {
      group.forEach(append -> append.fail(new EventStoreException("the journal failed", fatal)));
      throw fatal;
    }
  }

  private void writeAlone(Append append) {
    write(List.of(append));
  }
}
