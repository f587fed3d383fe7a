package org.chancery.query.timeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.time.Chronicle;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.Lifecycle;
import org.chancery.shared.time.Step;

/** The course that history took, which need not be that in which it was recorded. */
final class ValidOrder {

  private ValidOrder() {}

  /** What is recorded, in the order of its chronicle. */
  static <T, E extends LedgerEvent> List<Recorded<E>> of(
      Lifecycle<T, E> lifecycle, List<Recorded<E>> history, Function<E, EdtfDate> on) {
    Chronicle<T, E> chronicle = Chronicle.of(lifecycle);
    for (Recorded<E> recorded : history) {
      E event = recorded.event();
      chronicle = chronicle.accept(new Step<>(event, on.apply(event), recorded.position()));
    }
    return chronicle.steps().stream()
        .map(step -> new Recorded<>(step.entry(), step.what()))
        .toList();
  }

  /** An item of each: worded as it was recorded, one after the other, and then put in order. */
  static <T, E extends LedgerEvent> List<TimelineItem> items(
      Lifecycle<T, E> lifecycle,
      List<Recorded<E>> history,
      Function<E, EdtfDate> on,
      Function<Recorded<E>, TimelineItem> worded) {
    Map<Long, TimelineItem> items = new HashMap<>();
    history.forEach(recorded -> items.put(recorded.position(), worded.apply(recorded)));
    return of(lifecycle, history, on).stream()
        .flatMap(recorded -> Stream.ofNullable(items.get(recorded.position())))
        .toList();
  }
}
