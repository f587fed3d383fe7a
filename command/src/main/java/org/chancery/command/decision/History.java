package org.chancery.command.decision;

import java.util.List;
import java.util.Optional;
import org.chancery.shared.Refusal;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.entry.CreationCommand;
import org.chancery.shared.entry.EffectiveHistory;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.time.Chronicle;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.Lifecycle;
import org.chancery.shared.time.Step;

/** A chronicle as the deciding side keeps it: steps are judged, and once recorded they stand. */
public record History<T, S>(Chronicle<T, S> chronicle) {
  public static <T, S> History<T, S> of(Lifecycle<T, S> lifecycle) {
    return new History<>(Chronicle.of(lifecycle));
  }

  public boolean isEmpty() {
    return chronicle.steps().isEmpty();
  }

  /**
   * Fails as {@link Refusal} where the record of a subject is begun again, whatever the date, or
   * goes on before it has begun.
   *
   * @param again why what begins it a second time is refused
   */
  public void requireBegun(LedgerCommand command, RefusalCode again) {
    boolean begins = command instanceof CreationCommand;
    if (begins && !isEmpty()) {
      throw new Refusal(
          again, "%s is in the ledger already".formatted(command.subject()), List.of(0L));
    }
    if (!begins && isEmpty()) {
      throw Refusal.unknown(command.subject());
    }
  }

  /** The last step in the order of dates, whenever it was recorded. */
  public Optional<Step<S>> last() {
    return isEmpty() ? Optional.empty() : Optional.of(chronicle.steps().getLast());
  }

  /** Fails as {@link Refusal} where no place for the step is legal. */
  public void admit(S what, EdtfDate on) {
    chronicle.place(new Step<>(what, on, EffectiveHistory.NOT_RECORDED));
  }

  /** With what is recorded; it stands even where the rules of today would refuse it. */
  public History<T, S> with(S what, EdtfDate on, long version) {
    return new History<>(chronicle.accept(new Step<>(what, on, version)));
  }
}
