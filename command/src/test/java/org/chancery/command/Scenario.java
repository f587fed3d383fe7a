package org.chancery.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.matches;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.chancery.command.decision.PreconditionChecker;
import org.chancery.shared.Refusal;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.precondition.Reference;

/** A history, a command, and what becomes of it, through the aggregate as Axon runs it. */
public final class Scenario<T> {
  private final Class<T> aggregate;
  private final List<? extends LedgerEvent> history;

  private Scenario(Class<T> aggregate, List<? extends LedgerEvent> history) {
    this.aggregate = aggregate;
    this.history = history;
  }

  public static <T> Scenario<T> of(Class<T> aggregate, LedgerEvent... history) {
    return of(aggregate, List.of(history));
  }

  public static <T> Scenario<T> of(Class<T> aggregate, List<? extends LedgerEvent> history) {
    return new Scenario<>(aggregate, history);
  }

  /** Whatever is taken for granted holds. */
  public When when(LedgerCommand command) {
    List<Reference> taken = new ArrayList<>();
    PreconditionChecker checker = (_, references) -> taken.addAll(references);
    return new When(
        new AggregateTestFixture<>(aggregate)
            .registerInjectableResource(checker)
            .given(history)
            .when(
                new GenericCommandMessage<>(
                    new GenericMessage<>(command), command.subject().concept())),
        taken);
  }

  /** What became of the command. */
  public static final class When {
    private final ResultValidator<?> result;
    private final List<Reference> taken;

    private When(ResultValidator<?> result, List<Reference> taken) {
      this.result = result;
      this.taken = taken;
    }

    public void enters(LedgerEvent... events) {
      result.expectSuccessfulHandlerExecution().expectEvents((Object[]) events);
    }

    /** What the history adds to that which the command takes for granted. */
    public void takesForGranted(Reference... references) {
      result.expectSuccessfulHandlerExecution();
      assertThat(taken).containsExactlyInAnyOrder(references);
    }

    /** Versions are those of the entries named, counted from 0. */
    public void isRefused(RefusalCode code, long... versions) {
      List<Long> named = LongStream.of(versions).boxed().toList();
      result
          .expectException(
              matches(
                  (Object failure) ->
                      failure instanceof Refusal refusal
                          && refusal.code() == code
                          && refusal.versions().equals(named)))
          .expectNoEvents();
    }

    ResultValidator<?> result() {
      return result;
    }
  }
}
