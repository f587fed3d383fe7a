package org.chancery.query.stream;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.chancery.readmodel.MissingEntries;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RequestCode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * All who listen, each on a virtual thread of its own. They are sent away before the web server
 * stops, which would otherwise wait for them.
 */
@Component
public class SseBroadcaster implements SmartLifecycle {
  private static final int MOST = 1_000;
  private static final int FAREWELL_SECONDS = 5;

  private final Set<Subscriber> listeners = ConcurrentHashMap.newKeySet();
  private final Duration longest;
  private volatile @Nullable ExecutorService threads;

  public SseBroadcaster() {
    this(Subscriber.LONGEST);
  }

  SseBroadcaster(Duration longest) {
    this.longest = longest;
  }

  /**
   * Begins to tell; 503 where there are too many listeners, or the server stops. Who asks by HEAD
   * is told nothing, and would never be found to have left.
   */
  public SseEmitter open(EventSource telling, HttpMethod method) {
    if (method.equals(HttpMethod.HEAD)) {
      SseEmitter nothing = new Subscriber.Events(0L);
      nothing.complete();
      return nothing;
    }
    ExecutorService running = threads;
    if (running == null || listeners.size() >= MOST) {
      throw new ProblemException(
          Problem.of(RequestCode.TOO_MANY_STREAMS, "no further stream can be opened now"));
    }
    Subscriber listener = new Subscriber(longest);
    listeners.add(listener);
    running.execute(() -> tell(telling, listener));
    return listener.emitter();
  }

  private void tell(EventSource telling, Subscriber listener) {
    try {
      MissingEntries.<Exception>watch(
          () -> {
            listener.reassure(); // nothing of the answer is sent before the first words
            telling.to(listener);
          });
      listener.emitter().complete();
    } catch (InterruptedException stopping) {
      listener.emitter().complete();
    } catch (Exception | Error gone) {
      listener.emitter().completeWithError(gone);
    } finally {
      listeners.remove(listener);
    }
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
      listeners.forEach(Subscriber::leave);
      running.shutdown();
      try {
        running.awaitTermination(FAREWELL_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return threads != null;
  }
}
