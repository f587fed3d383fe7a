package org.chancery.command;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.exactSequenceOf;
import static org.axonframework.test.matchers.Matchers.matches;
import static org.axonframework.test.matchers.Matchers.payloadsMatching;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chancery.shared.Refusal;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.entry.LedgerEvent;
import org.junit.jupiter.params.provider.Arguments;

/**
 * What becomes of every command of a concept in every state: states across, commands down, in the
 * cells the event entered or the code of the refusal. A command without a row fails the test.
 */
public final class DecisionTable<T> {
  private final Class<T> aggregate;
  private final Map<String, List<? extends LedgerEvent>> states = new HashMap<>();
  private final Map<String, LedgerCommand> commands = new HashMap<>();

  public DecisionTable(Class<T> aggregate) {
    this.aggregate = aggregate;
  }

  /** A state, reached by this history. */
  public DecisionTable<T> state(String name, LedgerEvent... history) {
    states.put(name, List.of(history));
    return this;
  }

  /** A command with every field that it has. */
  public DecisionTable<T> command(LedgerCommand command) {
    commands.put(command.getClass().getSimpleName(), command);
    return this;
  }

  /** The cells: state, command, outcome. */
  public Stream<Arguments> cells(Class<?> concept, String table) {
    List<List<String>> rows =
        table
            .lines()
            .map(line -> Arrays.stream(line.split("\\|")).map(String::strip).toList())
            .toList();
    List<String> header = rows.getFirst();
    List<List<String>> body = rows.subList(1, rows.size());
    assertThat(header.subList(1, header.size())).hasSameElementsAs(states.keySet());
    assertThat(body.stream().map(List::getFirst))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(concept.getPermittedSubclasses()).map(Class::getSimpleName).toList());
    return body.stream()
        .flatMap(
            row ->
                Stream.iterate(1, i -> i + 1)
                    .limit(row.size() - 1)
                    .map(i -> Arguments.of(header.get(i), row.getFirst(), row.get(i))));
  }

  /** Fails unless the command comes out like this, and the event says all that the command says. */
  public void check(String state, String command, String outcome) {
    LedgerCommand given = requireNonNull(commands.get(command), command);
    var result = Scenario.of(aggregate, requireNonNull(states.get(state))).when(given).result();
    if (outcome.contains("_")) {
      result
          .expectException(matches((Object failure) -> isRefusal(failure, outcome)))
          .expectNoEvents();
    } else {
      result
          .expectSuccessfulHandlerExecution()
          .expectEventsMatching(
              payloadsMatching(
                  exactSequenceOf(matches((Object event) -> says(event, outcome, given)))));
    }
  }

  private static boolean isRefusal(Object failure, String code) {
    return failure instanceof Refusal refusal && refusal.code().name().equals(code);
  }

  private static boolean says(Object event, String name, LedgerCommand command) {
    return event.getClass().getSimpleName().equals(name)
        && Arrays.stream(event.getClass().getRecordComponents())
            .allMatch(field -> said(field.getName(), command).equals(said(field.getName(), event)));
  }

  private static Object said(String field, Object message) {
    try {
      return message.getClass().getMethod(field).invoke(message);
    } catch (ReflectiveOperationException different) {
      throw new LinkageError("%s says no %s".formatted(message, field), different);
    }
  }
}
