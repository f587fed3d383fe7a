package org.chancery.query.asof;

import java.util.List;
import java.util.function.LongConsumer;
import org.chancery.query.asof.Batch.UnkeptException;
import org.jspecify.annotations.Nullable;

/**
 * Follows the journal: while one batch is taken in, the next one is read ahead, and the last one is
 * written behind. After a failure it goes on from what is written. For one thread at a time.
 */
final class Follower {
  private final Feed feed;
  private final Group group;
  private final LongConsumer written;
  private @Nullable Aside<Boolean> writing;
  private List<Incoming> ready = List.of();
  private long taken;
  private long oneByOne;

  /**
   * @param written told of each position up to which all is written
   */
  Follower(Feed feed, Group group, LongConsumer written) {
    this.feed = feed;
    this.group = group;
    this.written = written;
    this.taken = group.position();
  }

  /** Takes in the next batch; returns how many entries it held. */
  int advance() {
    return advance(Long.MAX_VALUE);
  }

  /** Takes in the next batch of those up to a position; 0 where there are no more. */
  int advance(long upTo) {
    List<Incoming> batch = next(upTo);
    try {
      batch.forEach(group::on);
      await();
      write(batch);
    } catch (UnkeptException unfit) {
      restart();
      isolate(unfit, batch);
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
    long last = taken < oneByOne ? taken + 1 : upTo;
    int within = ready.size();
    while (within > 0 && ready.get(within - 1).position() > last) {
      within--;
    }
    List<Incoming> batch = ready.subList(0, within);
    ready = ready.subList(within, ready.size());
    return batch;
  }

  private void write(List<Incoming> batch) {
    if (batch.isEmpty()) {
      return;
    }
    List<Batch> drained = group.drain();
    taken = batch.getLast().position();
    long reached = taken;
    if (batch.size() < Feed.BATCH) {
      commit(reached, drained);
    } else {
      writing = new Aside<>("write-behind", () -> commit(reached, drained));
    }
  }

  private boolean commit(long reached, List<Batch> batches) {
    group.commit(reached, batches);
    written.accept(reached);
    return true;
  }

  /** Finds the entry to blame by taking the next ones in singly. */
  private void isolate(UnkeptException unfit, List<Incoming> batch) {
    if (taken < oneByOne) {
      group.reject(unfit.table(), taken + 1, unfit);
    } else {
      oneByOne = batch.isEmpty() ? taken + Feed.BATCH : batch.getLast().position();
    }
  }

  private void restart() {
    Aside<Boolean> behind = writing;
    writing = null;
    if (behind != null) {
      try {
        behind.join();
      } catch (RuntimeException alsoFailed) {
        // told already, or to be met again from where it left off
      }
    }
    group.forget();
    taken = group.position();
  }

  /** Waits until all that was taken in is written; where that fails, it is taken in again. */
  void settle() {
    try {
      await();
    } catch (RuntimeException failed) {
      restart();
      throw failed;
    }
  }

  private void await() {
    Aside<Boolean> behind = writing;
    writing = null;
    if (behind != null) {
      behind.join();
    }
  }
}
