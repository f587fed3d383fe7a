package org.chancery.readmodel;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.chancery.journal.EmbeddedDatabase;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RequestCode;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The two tables of a read model. One answers; the other is empty, or being built anew. Whoever
 * reads holds on to one of them, so that no answer is put together out of both.
 */
final class Generations {
  private final List<Generation> both;
  private final JdbcTemplate jdbc;
  private final AtomicInteger emptied = new AtomicInteger();
  private volatile LongSupplier reached = () -> Long.MAX_VALUE;
  private volatile Generation live;

  Generations(String model, Set<String> indexed, JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    both =
        tables(model).stream()
            .map(table -> new Generation(new RowTable(table, indexed), jdbc))
            .toList();
    live = both.getFirst();
  }

  /** The names of a model's tables, the first of which answers at first. */
  static List<String> tables(String model) {
    return List.of(model, model + "_b");
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

  /** Tells how far the rows reach, which after a start-over is less than it was. */
  void reach(LongSupplier position) {
    reached = position;
  }

  /** The rows are about to be thrown away, whoever reads them. */
  void startOver() {
    emptied.incrementAndGet();
  }

  /**
   * The same, of what was known at a position. Fails as NOT_YET where the rows were thrown away
   * since, for the journal had lost entries: an empty table is no answer.
   */
  <T> T reading(long position, Function<Generation, T> query) {
    int before = emptied.get();
    try {
      T found = reading(query);
      if (emptied.get() > 0 && (emptied.get() != before || reached.getAsLong() < position)) {
        throw notYet(position);
      }
      return found;
    } catch (DataAccessException failure) {
      throw isOfDatabase(failure) ? notYet(position) : failure;
    }
  }

  private ProblemException notYet(long position) {
    return new ProblemException(
        Problem.of(
            RequestCode.NOT_YET,
            "the read models are built anew; they are at position %d, not yet at %d"
                .formatted(reached.getAsLong(), position)));
  }

  /** Noted, so that whoever follows the journal looks after it. */
  private boolean isOfDatabase(DataAccessException failure) {
    return jdbc.getDataSource() instanceof EmbeddedDatabase file && file.suspects(failure);
  }

  /** Nothing that was remembered of them holds. */
  void forget() {
    both.forEach(Generation::emptied);
  }

  /** Reads from the one that answers; it is not emptied before the end. */
  private <T> T reading(Function<Generation, T> query) {
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
