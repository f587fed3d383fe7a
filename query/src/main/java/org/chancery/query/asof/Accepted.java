package org.chancery.query.asof;

import org.chancery.shared.Refusal;
import org.chancery.shared.time.Chronicle;
import org.chancery.shared.time.Step;

/** Puts what stands in the journal into a chronicle: it was judged when it was recorded. */
public final class Accepted {

  private Accepted() {}

  /** The chronicle with the step; where no place is legal, the step stands and changes nothing. */
  public static <T, S> Chronicle<T, S> in(Chronicle<T, S> chronicle, Step<S> step) {
    try {
      return chronicle.place(step);
    } catch (Refusal outOfPlace) {
      return chronicle.force(step);
    }
  }
}
