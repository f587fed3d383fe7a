package org.chancery.readmodel;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Work done on a thread of its own while its owner goes on, and waited for later. */
final class AsyncTask<T> {
  private final FutureTask<T> task;

  AsyncTask(String name, Callable<T> work) {
    task = new FutureTask<>(work);
    Thread.ofPlatform().name(name).daemon().start(task);
  }

  boolean isDone() {
    return task.isDone();
  }

  /** Waits for the end, if there is any work; fails as the work did. */
  static void await(@Nullable AsyncTask<?> work) {
    if (work != null) {
      work.join();
    }
  }

  /** Waits for the end of what is to be begun anew, however it ends. */
  static void outlast(@Nullable AsyncTask<?> work) {
    try {
      await(work);
    } catch (RuntimeException alsoFailed) {
      // told already, or to be met again from where it left off
    }
  }

  /** Waits for the end; fails as the work did. */
  T join() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException later) {
          interrupted = true; // H2 closes its file when who writes to it is interrupted
        } catch (ExecutionException failed) {
          throw failed.getCause() instanceof RuntimeException cause
              ? cause
              : new IllegalStateException(failed.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
