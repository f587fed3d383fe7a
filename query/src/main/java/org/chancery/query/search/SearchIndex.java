package org.chancery.query.search;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.chancery.journal.Journal;
import org.chancery.journal.JournalParts;
import org.chancery.readmodel.ReadModels;
import org.chancery.readmodel.Replays.ReplayView;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RequestCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The index of all words on record. It follows the journal on a thread of its own, and is made anew
 * from it where it is damaged, of another version or of another journal.
 */
@Component
public final class SearchIndex implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(SearchIndex.class);
  private static final Duration IDLE = Duration.ofMillis(50);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration STOPPING = Duration.ofSeconds(10);

  /** What is taken in again after a kill. */
  private static final Duration COMMITTING = Duration.ofSeconds(10);

  /** A rebuilt index takes the place of the old one in some milliseconds. */
  private static final Duration EXCHANGING = Duration.ofMillis(20);

  private static final int ATTEMPTS = 50;
  private static final Duration COMPARING = Duration.ofSeconds(1);

  private final Journal journal;
  private final EntryIndexing indexing;
  private final IndexRebuild rebuild;
  private final boolean kept;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private volatile @Nullable IndexFiles files;
  private volatile long position;
  private volatile long shown;
  private volatile @Nullable Throwable failure;
  private volatile @Nullable Thread thread;
  private volatile boolean stopping;
  private long committed = System.nanoTime();
  private long compared = System.nanoTime();

  SearchIndex(
      ObjectProvider<SearchFolder> folder,
      JournalParts parts,
      ReadModels models,
      MeterRegistry meters,
      Clock clock) {
    SearchFolder place = folder.getIfAvailable();
    this.journal = parts.journal();
    this.indexing = new EntryIndexing(parts);
    this.rebuild = new IndexRebuild(place == null ? null : place.path(), journal, indexing, clock);
    this.kept = models.areKept();
    if (kept) {
      meters.gauge("chancery.search.lag", this, SearchIndex::lag);
    }
  }

  /** How many entries it has yet to take in. */
  public double lag() {
    return Math.max(0, journal.head().position() - position);
  }

  /** The position up to which entries are taken in. */
  public long position() {
    return position;
  }

  /** What stops it from following, or null. */
  public @Nullable Throwable failure() {
    return failure;
  }

  /** Work with what is found. */
  @FunctionalInterface
  interface Work<T> {
    T in(IndexSearcher searcher) throws IOException;
  }

  /** Searches what was known at a position; 503 NOT_YET where it was not reached in time. */
  <T> T search(long wanted, Work<T> work) {
    await(wanted);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      IndexFiles open = files;
      try {
        if (open != null) {
          return search(wanted, open.searchers(), work);
        }
        Thread.sleep(EXCHANGING);
      } catch (AlreadyClosedException exchanged) {
        log.debug("the index was exchanged for a rebuilt one", exchanged);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw notYet(wanted);
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
    throw notYet(wanted);
  }

  private <T> T search(long wanted, SearcherManager searchers, Work<T> work) throws IOException {
    show(wanted, searchers);
    IndexSearcher searcher = searchers.acquire();
    try {
      return work.in(searcher);
    } finally {
      searchers.release(searcher);
    }
  }

  /** Whoever asks pays for it: nothing is made visible that nobody looks at. */
  private void show(long wanted, SearcherManager searchers) throws IOException {
    if (shown < wanted) {
      long taken = position;
      searchers.maybeRefreshBlocking();
      shown = Math.max(shown, taken);
    }
  }

  private void await(long wanted) {
    long nanos = PATIENCE.toNanos();
    lock.lock();
    try {
      while (position < wanted && nanos > 0) {
        nanos = moved.awaitNanos(nanos);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
    if (position < wanted) {
      throw notYet(wanted);
    }
  }

  private ProblemException notYet(long wanted) {
    return new ProblemException(
        Problem.of(
            RequestCode.NOT_YET,
            "the search index is at position %d, not yet at %d".formatted(position, wanted)));
  }

  private void moveTo(long reached) {
    lock.lock();
    try {
      position = reached;
      shown = Math.min(shown, reached);
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void follow() {
    while (!stopping) {
      try {
        IndexFiles open = opened();
        requireSameJournal(open);
        if (journal.head().position() > open.reached().position()) {
          indexing.advance(open);
          moveTo(open.reached().position());
        } else if (rebuild.isWanted()) {
          rebuild(open);
        } else {
          journal.head().awaitBeyond(open.reached().position(), IDLE);
        }
        failure = null;
        keep(open);
      } catch (InterruptedException stopped) {
        break;
      } catch (IOException | RuntimeException | Error failed) {
        recover(failed);
      }
    }
    finish();
  }

  /** One batch at a time, so that the index that answers goes on following. */
  private void rebuild(IndexFiles open) throws IOException {
    if (rebuild.advance(open)) {
      files = null;
      open.close();
      files = rebuild.handOver();
      shown = 0;
    }
  }

  /**
   * Asks for the index to be made anew while the old one answers; what is asked already goes on.
   */
  public ReplayView rebuild(@Nullable String requestedBy) {
    return rebuild.request(requestedBy);
  }

  /** The last such, as it stands; empty where none was asked for since the start. */
  public Optional<ReplayView> lastRebuild() {
    return rebuild.view();
  }

  private IndexFiles opened() throws IOException {
    IndexFiles open = files;
    if (open == null) {
      open = rebuild.opened();
      files = open;
      compared = System.nanoTime() - COMPARING.toNanos();
      if (lacking(open).stream().anyMatch(indexing::isLegible)) {
        open.empty();
      }
      moveTo(open.reached().position());
    }
    return open;
  }

  private static List<Long> lacking(IndexFiles open) throws IOException {
    IndexSearcher searcher = open.searchers().acquire();
    try {
      return Knowledge.lacking(searcher, Long.MAX_VALUE);
    } finally {
      open.searchers().release(searcher);
    }
  }

  private void requireSameJournal(IndexFiles open) throws IOException {
    if (System.nanoTime() - compared < COMPARING.toNanos()) {
      return;
    }
    compared = System.nanoTime();
    if (!open.reached().isIn(journal)) {
      log.error(
          "the search index has seen an entry at position {} that the journal does not hold: it is"
              + " built anew",
          open.reached().position());
      moveTo(0);
      open.empty();
    }
  }

  private void keep(IndexFiles open) throws IOException {
    if (System.nanoTime() - committed > COMMITTING.toNanos()) {
      open.commit();
      committed = System.nanoTime();
    }
  }

  private void recover(Throwable failed) {
    failure = failed;
    rebuild.abandon(failed.toString());
    log.error("the search index stands still after position {}", position, failed);
    if (failed instanceof IOException || failed instanceof AlreadyClosedException) {
      IndexFiles broken = files;
      files = null;
      moveTo(0);
      if (broken != null) {
        broken.close();
      }
    }
    try {
      Thread.sleep(AFTER_FAILURE);
    } catch (InterruptedException stopped) {
      stopping = true;
    }
  }

  private void finish() {
    IndexFiles open = files;
    files = null;
    rebuild.abandon("the server stopped");
    if (open != null) {
      try (open) {
        open.commit();
      } catch (IOException | RuntimeException unwritten) {
        log.warn("what was not written is taken in again at the next start", unwritten);
      }
    }
  }

  /** Where read models are. */
  @Override
  public boolean isAutoStartup() {
    return kept;
  }

  @Override
  public void start() {
    stopping = false;
    thread = Thread.ofPlatform().name("search").daemon().start(this::follow);
  }

  @Override
  public void stop() {
    stopping = true;
    try {
      Thread running = thread;
      if (running != null) {
        running.join(STOPPING);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    thread = null;
  }

  @Override
  public boolean isRunning() {
    Thread running = thread;
    return running != null && running.isAlive();
  }

  /** As long as the read models follow: whoever asks one asks the other. */
  @Override
  public int getPhase() {
    return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
  }
}
