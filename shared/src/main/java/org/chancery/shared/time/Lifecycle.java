package org.chancery.shared.time;

import org.chancery.shared.RefusalCode;
import org.jspecify.annotations.Nullable;

/** What may follow what: the states of a concept and the steps between them. Pure. */
public interface Lifecycle<T, S> {

  T initial();

  /** Why the step cannot follow the state, or null where it can. */
  @Nullable RefusalCode objection(T state, S step);

  /** The state that the step leads to; asked only where there is no objection. */
  T after(T state, S step);
}
