package org.chancery.journal;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.chancery.journal.AppendTransaction.FencedException;
import org.chancery.journal.Head.Point;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends with group commit: one thread writes for all who wait, in one transaction with one sync,
 * so that many callers share the price of the disk.
 *
 * <p>The thread is its own, not a caller's: H2 takes an interrupt as a reason to close its file or,
 * worse, to stop waiting for a write, and callers get interrupted.
 */
final class Appender implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Appender.class);
  private static final String CLOSED = "the journal is closed";
  private static final int GROUP = 512;
  private static final int CLOSE_SECONDS = 10;
  private static final Duration LOOKING = Duration.ofSeconds(1);
  private static final Duration MOMENT = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final long WATCH = 1; // seconds

  private final AppendTransaction transaction;
  private final Head head;
  private final Set<Append> unsettled = ConcurrentHashMap.newKeySet();
  private final BlockingQueue<Append> waiting = new LinkedBlockingQueue<>();
  private final AtomicBoolean called = new AtomicBoolean();
  private final ScheduledExecutorService writer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("journal").daemon().factory());
  private volatile @Nullable JournalStoppedException stopped;
  private volatile @Nullable Throwable failing;
  private @Nullable String told;
  private @Nullable Append probe;

  Appender(AppendTransaction transaction, Head head) {
    this.transaction = transaction;
    this.head = head;
    if (!transaction.isShared()) {
      ScheduledFuture<?> _ =
          writer.scheduleWithFixedDelay(this::watch, WATCH, WATCH, TimeUnit.SECONDS);
    }
  }

  /** Whether the database is still open, which nobody may ask for long; if not, opens it again. */
  private void watch() {
    try {
      stopWhereLost(null);
      if (stopped != null && stopped.mayPass()) {
        head.advance(transaction.reopen(head.point()));
        stopped = null;
        told = null;
        log.warn("The journal goes on after position {}", head.position());
      }
    } catch (SQLException | RuntimeException still) {
      tell(still);
    }
  }

  /** Once for each cause: it is tried again each second. */
  private void tell(Exception still) {
    if (!String.valueOf(still.getMessage()).equals(told)) {
      told = String.valueOf(still.getMessage());
      log.error("The journal still takes no entries", still);
      if (still instanceof JournalStoppedException worse) {
        stop(worse);
      }
    }
  }

  private void stopWhereLost(@Nullable Throwable failure) {
    String why = stopped == null ? transaction.lost(failure) : null;
    if (why != null) {
      Throwable cause = failure == null ? new SQLException("the database is closed") : failure;
      stop(JournalStoppedException.forNow(why, cause));
    }
  }

  /**
   * Returns the entries at their positions once they are on the disk. Fails where they are not, and
   * then none of them is; only where the database was lost in the act may they stand all the same.
   *
   * @param fence what must still be so; if not, fails as {@link RegistryMovedException}
   * @param queued run when whatever is appended from then on comes after these entries
   */
  List<Entry> append(List<Entry> entries, Fence fence, Runnable queued) {
    Append append = new Append(entries, fence);
    unsettled.add(append);
    try {
      waiting.add(append);
      callWriter();
      queued.run();
      return append.await();
    } finally {
      unsettled.remove(append);
    }
  }

  /** Unless it is called already, and has yet to look who waits. */
  private void callWriter() {
    if (called.compareAndSet(false, true)) {
      try {
        writer.execute(this::writeGroup);
      } catch (RejectedExecutionException closed) {
        called.set(false); // first: who waits from here on calls too
        List<Append> left = new ArrayList<>();
        waiting.drainTo(left);
        left.forEach(each -> each.fail(new EventStoreException(CLOSED, closed)));
      }
    }
  }

  private void writeGroup() {
    called.set(false);
    List<Append> group = new ArrayList<>();
    waiting.drainTo(group, GROUP);
    if (!group.isEmpty()) {
      write(group);
      tend();
    }
    if (group.size() == GROUP) {
      callWriter(); // who is left is not to wait for who comes next
    }
  }

  /** What is appended stays so, whatever becomes of the space. */
  private void tend() {
    try {
      transaction.tend();
    } catch (SQLException | RuntimeException failure) {
      log.warn("The journal's file keeps its gaps for now", failure);
      stopWhereLost(failure);
    }
  }

  private void write(List<Append> group) {
    try {
      requireRunning();
      head.advance(
          transaction.write(group, head.point()), AppendTransaction.entriesOf(group).size());
      group.forEach(Append::succeed);
    } catch (SQLException | RuntimeException | Error failure) {
      resolve(group, failure);
    }
  }

  /** One that history does not bear must not take the others of its group with it. */
  private void resolve(List<Append> group, Throwable failure) {
    int half = group.size() / 2;
    if (failure instanceof FencedException fenced) {
      fenced.appends().forEach(append -> append.fail(new RegistryMovedException()));
      List<Append> others = group.stream().filter(each -> !each.isSettled()).toList();
      if (!others.isEmpty()) {
        write(others);
      }
    } else if (half > 0 && DuplicateKey.isCauseOf(failure)) {
      write(group.subList(0, half));
      write(group.subList(half, group.size()));
    } else if (DuplicateKey.isCauseOf(failure)) {
      refuse(group.getFirst());
    } else {
      fail(group, failure);
    }
  }

  private void refuse(Append append) {
    try {
      transaction.sync();
      head.advance(transaction.head(head.point()));
      append.fail(transaction.refusal(append));
    } catch (SQLException | RuntimeException | Error failure) {
      fail(List.of(append), failure);
    }
  }

  /** Finds out how far the journal reaches; one that is not as it should be is only read. */
  void open() throws SQLException {
    transaction.sync();
    try {
      head.advance(transaction.head(Head.BEGINNING));
    } catch (JournalStoppedException mismatch) {
      stop(mismatch);
    }
  }

  private void fail(List<Append> group, Throwable failure) {
    if (failure instanceof JournalStoppedException stop && stopped == null) {
      stop(stop);
    }
    stopWhereLost(failure);
    for (Append append : group) {
      append.fail(
          failure instanceof JournalStoppedException stop
              ? new JournalStoppedException(stop)
              : new EventStoreException("the journal could not be written", failure));
    }
  }

  private void stop(JournalStoppedException stop) {
    stopped = stop;
    log.error("The journal has stopped: nothing is recorded", stop);
    try {
      if (stop.isOfAlteredTables()) {
        head.goBack(transaction.lastWithoutHole());
      }
    } catch (SQLException | RuntimeException unknown) {
      log.error("How far the journal reaches is not known", unknown);
    }
  }

  /**
   * Brings to the disk what others have committed to the same database. A disk that does not
   * confirm that stops the journal too, for it may then confirm an append that it has lost.
   */
  void sync() {
    boolean done =
        between(
            () -> {
              requireRunning();
              transaction.sync();
            });
    if (!done) {
      throw new EventStoreException(CLOSED);
    }
  }

  /**
   * Has the head tell of all that has this instant or an earlier one; false where it has not come
   * yet. A journal that is closed or has stopped appends nothing.
   */
  boolean settle(Instant instant) {
    AtomicBoolean come = new AtomicBoolean(transaction.hasCome(instant));
    between(
        () -> {
          if (stopped == null && transaction.isShared()) {
            Point past = transaction.headPast(instant, head.point());
            come.set(past != null);
            head.advance(past == null ? Head.BEGINNING : past);
          }
        });
    return come.get();
  }

  /**
   * Looks a while into a head that was read and is not the one that is known: it may be another
   * process's; or its commit was cut short while it waited for a standby, and may be lost yet; or
   * the database has lost entries.
   */
  void lookInto(Point seen) {
    boolean _ = looked(() -> !head.point().equals(seen));
  }

  /** Has all that was read of the database be durable; false where that takes a while. */
  boolean confirm() {
    return looked(() -> true);
  }

  private boolean looked(BooleanSupplier needed) {
    Append look =
        asked(
            () -> {
              if (stopped == null && needed.getAsBoolean()) {
                head.advance(transaction.seenHead(head.point()));
              }
            });
    return look != null && stopped == null && look.await(LOOKING);
  }

  /**
   * What keeps the journal from recording, or null. Asks the database too, and waits for that a
   * moment: one that hangs shows by how long entries, or earlier questions, have been waiting.
   */
  @Nullable String trouble() {
    JournalStoppedException stop = stopped;
    if (stop != null) {
      return stop.getMessage();
    }
    Append asked = probe();
    boolean _ = asked == null || asked.await(MOMENT);
    Duration oldest =
        Stream.concat(unsettled.stream(), Stream.ofNullable(asked))
            .filter(each -> !each.isSettled())
            .map(Append::age)
            .max(Duration::compareTo)
            .orElse(Duration.ZERO);
    Throwable failure = failing;
    return oldest.compareTo(PATIENCE) > 0
        ? "the journal's database has not answered for %d s".formatted(oldest.toSeconds())
        : failure == null
            ? null
            : "the journal's database cannot be written: " + Ailment.told(failure);
  }

  /** The question that waits, or else a new one. */
  private synchronized @Nullable Append probe() {
    if (probe == null || probe.isSettled()) {
      probe = asked(this::probed);
    }
    return probe;
  }

  private void probed() throws SQLException {
    try {
      if (stopped == null && transaction.isShared()) {
        head.advance(transaction.head(head.point()));
      }
      failing = null;
    } catch (SQLException | RuntimeException failure) {
      failing = failure;
      throw failure;
    }
  }

  /** Ends recording for a reason from outside. */
  void stop(String why) {
    if (stopped == null) {
      stop(new JournalStoppedException(why, new SQLException(why)));
    }
  }

  private interface Work {
    void run() throws SQLException;
  }

  /** Waits for work done after all that was queued before; false where the journal is closed. */
  private boolean between(Work work) {
    Append asked = asked(work);
    if (asked != null) {
      asked.await();
    }
    return asked != null;
  }

  /** What the writing thread is going to do, or null where it does nothing any more. */
  private @Nullable Append asked(Work work) {
    Append asked = Append.ofNothing();
    try {
      writer.execute(() -> attempt(work, asked));
      return asked;
    } catch (RejectedExecutionException closed) {
      return null;
    }
  }

  private void attempt(Work work, Append waiting) {
    try {
      work.run();
      waiting.succeed();
    } catch (SQLException | RuntimeException | Error failure) {
      fail(List.of(waiting), failure);
    }
  }

  private void requireRunning() {
    if (stopped != null) {
      throw new JournalStoppedException(stopped);
    }
  }

  /** Why nothing is appended for now, or null while all is well. */
  @Nullable JournalStoppedException stopped() {
    return stopped;
  }

  /** Lets those who wait have their answer, and gives the connection back. */
  @Override
  public void close() {
    try {
      writer.execute(transaction::close);
      writer.shutdown();
      writer.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (RejectedExecutionException closed) {
      log.debug("The journal was closed before", closed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
