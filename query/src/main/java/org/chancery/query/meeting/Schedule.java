package org.chancery.query.meeting;

import java.util.ArrayList;
import java.util.List;
import org.chancery.shared.time.Chronicle;
import org.chancery.shared.time.Days;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.chancery.shared.time.ReplaceLifecycle;
import org.chancery.shared.time.Step;
import org.chancery.shared.time.Stretch;
import org.jspecify.annotations.Nullable;

/** When something is to be held, and how that turns out. */
public final class Schedule<S> {
  private final List<Step<S>> outcomes = new ArrayList<>();
  private @Nullable EdtfSpan scheduledFor;

  /** It is to be held then; on no day that is known where that is null. */
  public void expect(@Nullable EdtfSpan when) {
    scheduledFor = when;
  }

  public @Nullable EdtfSpan scheduledFor() {
    return scheduledFor;
  }

  /** From that day on it stands so. */
  public void turn(S status, EdtfDate on, long position) {
    outcomes.add(new Step<>(status, on, position));
  }

  /**
   * How it stands over time. What was scheduled has an outcome by the end of its last day, or none
   * is on record.
   *
   * @param by the last entry on it
   */
  public List<Stretch<S, S>> stretches(S expected, S overdue, long by) {
    EdtfDate passed = scheduledFor == null ? null : Days.passed(scheduledFor);
    if (passed != null && outcomes.isEmpty()) {
      turn(overdue, passed, by);
    }
    Chronicle<S, S> chronicle = Chronicle.of(new ReplaceLifecycle<>(expected));
    for (Step<S> outcome : outcomes) {
      chronicle = chronicle.place(outcome);
    }
    return chronicle.stretches();
  }
}
