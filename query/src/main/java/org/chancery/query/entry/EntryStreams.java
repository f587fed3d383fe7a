package org.chancery.query.entry;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.chancery.journal.Journal;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Those who follow the journal, each on a virtual thread of its own. They are sent away before the
 * web server stops, which would otherwise wait for them.
 */
@Component
class EntryStreams implements SmartLifecycle {
  private static final int MOST = 1_000;

  private final Journal journal;
  private final Entries entries;
  private final Set<EntryStream> open = ConcurrentHashMap.newKeySet();
  private volatile @Nullable ExecutorService threads;

  EntryStreams(Journal journal, Entries entries) {
    this.journal = journal;
    this.entries = entries;
  }

  /** A stream of what follows the position; 503 where there are too many, or the server stops. */
  SseEmitter open(long after) {
    ExecutorService running = threads;
    if (running == null || open.size() >= MOST) {
      throw new ProblemException(
          Problem.of(503, "TOO_MANY_STREAMS", "no further stream can be opened now"));
    }
    SseEmitter emitter = new SseEmitter(0L);
    EntryStream stream = new EntryStream(journal, entries, emitter, after);
    open.add(stream);
    Future<?> following =
        running.submit(
            () -> {
              try {
                stream.follow();
              } finally {
                open.remove(stream);
              }
            });
    emitter.onCompletion(() -> following.cancel(true));
    emitter.onTimeout(() -> following.cancel(true));
    emitter.onError(gone -> following.cancel(true));
    return emitter;
  }

  @Override
  public void start() {
    threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("stream-", 0).factory());
  }

  @Override
  public void stop() {
    ExecutorService running = threads;
    threads = null;
    if (running != null) {
      running.shutdownNow();
    }
  }

  @Override
  public boolean isRunning() {
    return threads != null;
  }
}
