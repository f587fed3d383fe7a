package org.chancery.shared.time;

import org.chancery.shared.RefusalCode;
import org.jspecify.annotations.Nullable;

/** The lifecycle of what simply turns from one status to the next; it was judged when recorded. */
public record ReplaceLifecycle<T>(T initial) implements Lifecycle<T, T> {

  @Override
  public @Nullable RefusalCode objection(T state, T step) {
    return null;
  }

  @Override
  public T after(T state, T step) {
    return step;
  }
}
