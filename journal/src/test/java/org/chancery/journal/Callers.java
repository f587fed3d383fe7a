package org.chancery.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** Callers of the journal on threads of their own. */
final class Callers {
  private static final int LIMIT_SECONDS = 60;

  private Callers() {}

  /** Sets them off at once; returns when all are done, and fails as the first that failed. */
  static void run(int count, IntConsumer caller) throws Exception {
    CountDownLatch start = new CountDownLatch(count);
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int number = 0; number < count; number++) {
        int own = number;
        running.add(threads.submit(() -> meet(start, () -> caller.accept(own))));
      }
      for (Future<?> one : running) {
        one.get(LIMIT_SECONDS, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void meet(CountDownLatch start, Runnable caller) {
    start.countDown();
    try {
      start.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    caller.run();
  }
}
