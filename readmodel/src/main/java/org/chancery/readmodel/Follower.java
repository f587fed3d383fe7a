package org.chancery.readmodel;

import java.util.List;
import java.util.function.LongConsumer;
import org.chancery.readmodel.TableBatch.UnkeptException;
import org.jspecify.annotations.Nullable;

/**
 * Follows the journal: while one batch is taken in, the next one is read ahead, and the last one is
 * written behind. After a failure it goes on from what is written. For one thread at a time.
 */
final class Follower {
  /** After so many entries it writes in any case: no more are to be taken in again after a kill. */
  private static final long LONGEST = 100_000;

  private final Feed feed;
  private final Group group;
  private final LongConsumer written;
  private final long part;
  private @Nullable AsyncTask<Boolean> writing;
  private List<Incoming> ready = List.of();
  private long taken;
  private Mark last = new Mark(0, null);
  private long oneByOne;
  private boolean doubtful;
  private long begun;

  /**
   * @param written told of each position up to which all is written
   * @param part how many bytes of memory what waits to be written takes at least, while full
   *     batches come
   */
  Follower(Feed feed, Group group, LongConsumer written, long part) {
    this.feed = feed;
    this.group = group;
    this.written = written;
    this.part = part;
    goOn();
  }

  /** The position up to which entries were taken in. */
  long taken() {
    return taken;
  }

  /** Takes in the next batch; returns how many entries it held. */
  int advance() {
    return advance(Long.MAX_VALUE);
  }

  /** Takes in the next batch of those up to a position; 0 where there are no more. */
  int advance(long upTo) {
    recover();
    List<Incoming> batch = next(upTo);
    try {
      batch.forEach(group::on);
      write(batch);
    } catch (UnkeptException unfit) {
      long reached = batch.isEmpty() ? taken : batch.getLast().position();
      restart();
      isolate(unfit, reached);
      return Math.max(1, batch.size());
    } catch (RuntimeException failed) {
      restart();
      throw failed;
    }
    return batch.size();
  }

  private List<Incoming> next(long upTo) {
    if (taken >= upTo) {
      return List.of();
    }
    if (ready.isEmpty() || ready.getFirst().position() != taken + 1) {
      ready = feed.after(taken);
    }
    long last = taken < oneByOne ? first(ready) : upTo;
    int within = ready.size();
    while (within > 0 && ready.get(within - 1).position() > last) {
      within--;
    }
    List<Incoming> batch = ready.subList(0, within);
    ready = ready.subList(within, ready.size());
    return batch;
  }

  /** Not always the one after those taken in: of a journal that was tampered with, some lack. */
  private static long first(List<Incoming> ready) {
    return ready.isEmpty() ? 0 : ready.getFirst().position();
  }

  private void write(List<Incoming> batch) {
    if (batch.size() < Feed.BATCH) {
      await();
      take(batch);
      writeAll();
    } else {
      take(batch);
      if (group.waiting() >= part || taken - begun >= LONGEST) {
        writeBehind();
      }
    }
  }

  private void take(List<Incoming> batch) {
    if (!batch.isEmpty()) {
      last = Mark.at(batch.getLast());
      taken = last.position();
    }
  }

  private void writeBehind() {
    await();
    begun = taken;
    Mark reached = last;
    group.expectMore();
    List<TableBatch> drained = group.drain();
    writing = new AsyncTask<>("write-behind", () -> commit(reached, drained));
  }

  private void writeAll() {
    if (group.position() < taken) {
      commit(last, group.drain());
      begun = taken;
    }
  }

  private boolean commit(Mark reached, List<TableBatch> batches) {
    group.commit(reached, batches);
    written.accept(reached.position());
    return true;
  }

  /** Finds the entry to blame by taking the next ones in singly. */
  private void isolate(UnkeptException unfit, long reached) {
    if (taken < oneByOne) {
      group.reject(unfit.table(), reached, unfit);
    } else {
      oneByOne = reached;
    }
  }

  /** Drops what was taken in and not written; nothing is written from then on. */
  void abandon() {
    restart();
  }

  private void restart() {
    AsyncTask.outlast(writing);
    writing = null;
    group.forget();
    goOn();
    doubtful = true;
  }

  private void recover() {
    if (doubtful) {
      group.recover();
      goOn();
      written.accept(taken);
      doubtful = false;
    }
  }

  private void goOn() {
    taken = group.position();
    begun = taken;
  }

  /** Waits until all that was taken in is written; where that fails, it is taken in again. */
  void settle() {
    recover();
    try {
      await();
      writeAll();
    } catch (RuntimeException failed) {
      restart();
      throw failed;
    }
  }

  private void await() {
    AsyncTask<Boolean> behind = writing;
    writing = null;
    AsyncTask.await(behind);
  }
}
