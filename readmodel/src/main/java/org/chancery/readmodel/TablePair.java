package org.chancery.readmodel;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.chancery.journal.EmbeddedDatabase;
import org.chancery.readmodel.DeadLetters.DeadLetterTable;
import org.chancery.readmodel.Rebuild.Tables;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RequestCode;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The two tables of a read model. One answers; the other is empty, or being built anew. Whoever
 * reads holds on to one of them, so that no answer is put together out of both.
 */
final class TablePair {
  private final List<Generation> both;
  private final JdbcTemplate jdbc;
  private final AtomicInteger emptied = new AtomicInteger();
  private volatile LongSupplier reached = () -> Long.MAX_VALUE;
  private volatile Generation live;

  TablePair(String model, Set<String> indexed, JdbcTemplate jdbc) {
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

  /** One of the two tables of a read model, who reads it, and what it lacks. */
  static final class Generation {
    private final RowTable table;
    private final PointLookup lookup;
    private final DeadLetters parked = new DeadLetters();
    private final AtomicInteger readers = new AtomicInteger();

    Generation(RowTable table, JdbcTemplate jdbc) {
      this.table = table;
      this.lookup = new PointLookup(table.name(), jdbc);
    }

    String table() {
      return table.name();
    }

    /** Its rows, and by what they are found. */
    RowTable rows() {
      return table;
    }

    PointLookup lookup() {
      return lookup;
    }

    DeadLetters parked() {
      return parked;
    }

    /** The table was emptied: nothing that was remembered of it holds. */
    void emptied() {
      parked.clear();
      lookup.forget();
    }

    /** A batch of it was committed, and not told to readers yet. */
    void written(TableBatch batch) {
      parked.keep(batch.parked());
      lookup.changed(batch.subjects());
    }

    /** What is remembered of the table may be older than the table. */
    void reread(JdbcTemplate jdbc) {
      parked.are(new DeadLetterTable(jdbc).of(table.name()));
      lookup.forget();
    }

    /** Takes back what was written of entries after a position: the table is as it was there. */
    void backTo(long position, JdbcTemplate jdbc) {
      jdbc.update("delete from %s where known_from > ?".formatted(table.name()), position);
      jdbc.update(
          "update %1$s set known_to = %2$d where known_to > ? and known_to < %2$d"
              .formatted(table.name(), ReadModel.OPEN),
          position);
      new DeadLetterTable(jdbc).deleteAfter(table.name(), position);
      reread(jdbc);
    }

    void enter() {
      readers.incrementAndGet();
    }

    void leave() {
      readers.decrementAndGet();
    }

    boolean isRead() {
      return readers.get() > 0;
    }
  }

  /**
   * The step from tables that answered to those that were rebuilt. A commit may stand though its
   * end was not heard of, so what the database says counts; and nothing may follow before that is
   * known, for it would follow into the wrong tables.
   */
  static final class SwitchOver {
    private final ProgressTable progress;
    private final TransactionTemplate transaction;
    private @Nullable Rebuild underWay;

    SwitchOver(ProgressTable progress, TransactionTemplate transaction) {
      this.progress = progress;
      this.transaction = transaction;
    }

    /**
     * Lets the rebuilt tables answer from now on.
     *
     * @param noting writes what is to be committed together with that
     */
    void to(Rebuild rebuild, Runnable noting) {
      underWay = rebuild;
      try {
        transaction.executeWithoutResult(
            status -> {
              rebuild.tables().forEach(pair -> progress.use(pair.model(), pair.rebuilt()));
              noting.run();
            });
      } catch (RuntimeException inDoubt) {
        if (end()) {
          return;
        }
        throw inDoubt;
      }
      end(rebuild, true);
    }

    /** The database has been lost: what was switched in it is told by what it holds. */
    void forget() {
      underWay = null;
    }

    /** Asks whether a switch stands of which that is not known, and ends it; true where it does. */
    boolean end() {
      Rebuild begun = underWay;
      return begun != null && end(begun, begun.tables().stream().allMatch(this::answers));
    }

    private boolean end(Rebuild begun, boolean stands) {
      underWay = null;
      if (stands) {
        begun.replace();
      }
      return stands;
    }

    private boolean answers(Tables pair) {
      return progress.of(pair.model()).filter(at -> at.live().equals(pair.rebuilt())).isPresent();
    }
  }
}
