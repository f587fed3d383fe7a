package org.chancery.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.LongStream;
import org.chancery.shared.Refusal;

/** A state folded over the entries that it led to, with what holds for every concept. */
public final class Fold<S, C, E> {
  private final S initial;
  private final BiFunction<S, C, List<E>> decide;
  private final After<S, E> after;
  private final List<E> entries = new ArrayList<>();
  private S state;

  /** How an event and its version change a state. */
  public interface After<S, E> {
    S apply(S state, E event, long version);
  }

  public Fold(S initial, BiFunction<S, C, List<E>> decide, After<S, E> after) {
    this.initial = initial;
    this.state = initial;
    this.decide = decide;
    this.after = after;
  }

  public S state() {
    return state;
  }

  public List<E> entries() {
    return entries;
  }

  /** Enters what is accepted; what is refused must name entries and change nothing. */
  public Fold<S, C, E> submit(List<C> commands) {
    for (C command : commands) {
      try {
        record(decide.apply(state, command));
      } catch (Refusal refusal) {
        checkRefusal(command, refusal);
      }
    }
    assertThat(new Fold<>(initial, decide, after).record(List.copyOf(entries)).state())
        .as("the state again, from its entries alone")
        .isEqualTo(state);
    return this;
  }

  /** Enters events as they are, as a replay does. */
  public Fold<S, C, E> record(List<E> events) {
    for (E event : events) {
      state = after.apply(state, event, entries.size());
      entries.add(event);
    }
    return this;
  }

  private void checkRefusal(C command, Refusal refusal) {
    assertThat(LongStream.range(0, entries.size()).boxed()).containsAll(refusal.versions());
    Refusal again = catchThrowableOfType(Refusal.class, () -> decide.apply(state, command));
    assertThat(again.code()).isEqualTo(refusal.code());
    assertThat(again.versions()).isEqualTo(refusal.versions());
    assertThat(again.detail()).isEqualTo(refusal.detail());
  }
}
