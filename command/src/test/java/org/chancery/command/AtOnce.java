package org.chancery.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Runs something on many threads that start together. */
final class AtOnce {
  private static final int LIMIT_SECONDS = 120;

  private AtOnce() {}

  static <T> List<T> run(int threads, IntFunction<T> task) {
    CountDownLatch start = new CountDownLatch(threads);
    List<Future<T>> results = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      for (int i = 0; i < threads; i++) {
        int number = i;
        results.add(
            pool.submit(
                () -> {
                  start.countDown();
                  start.await();
                  return task.apply(number);
                }));
      }
      return results.stream().map(AtOnce::await).toList();
    }
  }

  private static <T> T await(Future<T> result) {
    try {
      return result.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException failure) {
      throw new AssertionError(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }
}
