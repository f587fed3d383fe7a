package org.chancery.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever stops a loop does not wait for its rest to end. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class BackgroundLoopTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final BackgroundLoop loop = new BackgroundLoop("loop", PATIENCE);
  private final CountDownLatch begun = new CountDownLatch(1);

  @Test
  void aLoopThatRestsStopsAtOnce() throws InterruptedException {
    loop.start(
        () -> {
          begun.countDown();
          loop.rest(Duration.ofMinutes(1));
        });
    begun.await();

    assertThat(stopped(loop::stop)).isLessThan(PATIENCE.dividedBy(2));
  }

  @Test
  void aLoopThatWaitsForAnotherIsWoken() throws InterruptedException {
    Semaphore asked = new Semaphore(0);
    loop.start(
        () -> {
          begun.countDown();
          asked.acquireUninterruptibly();
        });
    begun.await();

    assertThat(stopped(() -> loop.stop(asked::release))).isLessThan(PATIENCE.dividedBy(2));
  }

  private static Duration stopped(Runnable stop) {
    long start = System.nanoTime();
    stop.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
