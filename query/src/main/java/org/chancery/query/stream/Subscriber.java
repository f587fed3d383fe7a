package org.chancery.query.stream;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One who is told something as it comes. Whoever tells asks now and then whether the listener is
 * still there: a thread that reads from a database must not be interrupted, for H2 would close its
 * file.
 *
 * <p>None stays for longer than an hour: not every one that is gone is noticed, and one that is
 * there comes back with {@code Last-Event-ID}.
 */
public final class Subscriber {
  static final Duration LONGEST = Duration.ofHours(1);

  private final SseEmitter emitter = new Events(0L);
  private final CountDownLatch left = new CountDownLatch(1);
  private final long end;

  Subscriber(Duration longest) {
    end = System.nanoTime() + longest.toNanos();
    emitter.onCompletion(this::leave);
    emitter.onTimeout(this::leave);
    emitter.onError(_ -> leave());
  }

  /** Sends an event; {@code id} is what {@code Last-Event-ID} says after a lost connection. */
  public void send(String id, String json) throws IOException {
    emitter.send(SseEmitter.event().id(id).data(json, MediaType.APPLICATION_JSON));
  }

  /** Sends an event of another name than "message". */
  public void send(String name, String id, String json) throws IOException {
    emitter.send(SseEmitter.event().name(name).id(id).data(json, MediaType.APPLICATION_JSON));
  }

  /**
   * A silent connection is closed by what lies between, and a client gone is noticed by writing.
   */
  public void reassure() throws IOException {
    emitter.send(SseEmitter.event().comment("here"));
  }

  public boolean isThere() {
    return left.getCount() > 0 && remaining() > 0;
  }

  /** Waits; false where the listener leaves in the meantime. */
  public boolean staysFor(Duration time) throws InterruptedException {
    left.await(Math.min(time.toNanos(), remaining()), TimeUnit.NANOSECONDS);
    return isThere();
  }

  private long remaining() {
    return end - System.nanoTime();
  }

  /** Events are kept by no cache. */
  static final class Events extends SseEmitter {

    Events(long timeout) {
      super(timeout);
    }

    @Override
    protected void extendResponse(ServerHttpResponse response) {
      super.extendResponse(response);
      response.getHeaders().setCacheControl(CacheControl.noStore());
    }
  }

  SseEmitter emitter() {
    return emitter;
  }

  void leave() {
    left.countDown();
  }
}
