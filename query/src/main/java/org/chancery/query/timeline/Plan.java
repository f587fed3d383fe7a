package org.chancery.query.timeline;

import java.util.ArrayList;
import java.util.List;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/** Where something stands that is to be held, and where it stood before it was moved. */
final class Plan<E extends LedgerEvent> {
  final List<Long> entries = new ArrayList<>();
  final List<Move<E>> moves = new ArrayList<>();
  @Nullable EdtfSpan when;
  @Nullable Recorded<E> told;

  /**
   * It was to be at another time before.
   *
   * @param to null where no other time is set
   */
  record Move<E extends LedgerEvent>(
      Recorded<E> told, EdtfSpan from, @Nullable EdtfSpan to, List<Long> entries) {}

  void stand(Recorded<E> recorded, @Nullable EdtfSpan date) {
    entries.add(recorded.position());
    told = recorded;
    when = date;
  }

  void move(Recorded<E> recorded, @Nullable EdtfSpan to) {
    if (when != null) {
      moves.add(new Move<>(recorded, when, to, List.copyOf(entries)));
    }
    stand(recorded, to);
  }
}
