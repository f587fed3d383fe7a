package org.chancery.query.timeline;

import org.chancery.shared.RefusalCode;
import org.chancery.shared.time.Lifecycle;
import org.jspecify.annotations.Nullable;

/** A concept's lifecycle as one of its events; an event that is no step changes nothing. */
record AsSteps<T, S, E>(Lifecycle<T, S> lifecycle, Reading<S, E> reading)
    implements Lifecycle<T, E> {

  /** Which step an event tells of, or null where it tells of none. */
  interface Reading<S, E> {
    @Nullable S step(E event);
  }

  @Override
  public T initial() {
    return lifecycle.initial();
  }

  @Override
  public @Nullable RefusalCode objection(T state, E event) {
    S step = reading.step(event);
    return step == null ? null : lifecycle.objection(state, step);
  }

  @Override
  public T after(T state, E event) {
    S step = reading.step(event);
    return step == null ? state : lifecycle.after(state, step);
  }
}
