package org.chancery.query;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.chancery.readmodel.MissingEntries;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Lets another thread find part of an answer. It does so on behalf of the same request, and what
 * that part lacks the answer lacks.
 */
public final class Meanwhile {

  private Meanwhile() {}

  /** The work, begun. */
  public static <T> Future<T> begin(Callable<T> work) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    Callable<T> onBehalf =
        () -> {
          RequestContextHolder.setRequestAttributes(request);
          try {
            return work.call();
          } finally {
            RequestContextHolder.resetRequestAttributes();
          }
        };
    FutureTask<T> begun = new FutureTask<>(MissingEntries.carried(onBehalf));
    Thread.ofVirtual().start(begun);
    return begun;
  }
}
