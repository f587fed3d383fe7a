package org.chancery.query.asof;

import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The two tables of a read model. One answers; the other is empty, or being built anew. Whoever
 * reads holds on to one of them, so that no answer is put together out of both.
 */
final class Generations {
  private final List<Generation> both;
  private volatile Generation live;

  Generations(String model, JdbcTemplate jdbc) {
    both = List.of(new Generation(model, jdbc), new Generation(model + "_b", jdbc));
    live = both.getFirst();
  }

  Generation live() {
    return live;
  }

  Generation other() {
    return live == both.getFirst() ? both.getLast() : both.getFirst();
  }

  /** The rows stand under other subjects than those of the entries that they come from. */
  void keepByOtherSubjects() {
    both.forEach(generation -> generation.parked().keepByOtherSubjects());
  }

  /** Lets the table of that name answer from now on. */
  void use(String table) {
    live =
        both.stream()
            .filter(generation -> generation.table().equals(table))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no table " + table));
  }

  /** Reads from the one that answers; it is not emptied before the end. */
  <T> T reading(Function<Generation, T> query) {
    Generation entered = enter();
    try {
      return query.apply(entered);
    } finally {
      entered.leave();
    }
  }

  private Generation enter() {
    while (true) {
      Generation generation = live;
      generation.enter();
      if (generation == live) {
        return generation;
      }
      generation.leave(); // replaced in this very moment, and perhaps emptied
    }
  }
}
