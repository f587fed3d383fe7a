package org.chancery.readmodel;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.chancery.journal.JournalParts;
import org.chancery.readmodel.Rebuild.Tables;
import org.chancery.readmodel.Replays.Difference;
import org.chancery.readmodel.RowTable.Indexed;
import org.chancery.seal.audit.Fault.Kind;
import org.chancery.seal.audit.Findings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Holds every row of the read models against what the journal leads to. */
public final class ReadModelAudit {
  private static final int EXAMPLES = 1_000;
  private static final int LONGEST = 120;

  private final List<ReadModelSpec<?, ?>> specs;
  private final JdbcTemplate views;
  private final Findings findings;
  private final List<Standing> standings;

  private record Standing(String model, String table, long position) {

    /** What the doubted database says goes into statements, so it may say no more than this. */
    boolean isNamedAsKept() {
      return TablePair.tables(model).contains(table);
    }
  }

  /**
   * Finds out how far the models came, which must be before the journal is opened: it may go on.
   *
   * @param views is only read
   */
  public ReadModelAudit(List<ReadModelSpec<?, ?>> specs, DataSource views, Findings findings) {
    this.specs = specs;
    this.views = new JdbcTemplate(views);
    this.findings = findings;
    this.standings =
        this.views.query(
            "select model, coalesce(live, model), position from progress order by model",
            (row, n) -> new Standing(row.getString(1), row.getString(2), row.getLong(3)));
  }

  /**
   * Builds the models anew and compares them, each as it was known where it stands.
   *
   * @param last the journal's last entry that is there, wherever the head is
   * @param scratch an empty database, to build them in
   */
  public void run(JournalParts journal, long last, DataSource scratch, LongConsumer progress) {
    long head = Math.min(last, journal.journal().head().position());
    new ScratchModels(specs, journal, scratch, head).run(progress);
    JdbcTemplate rebuilt = new JdbcTemplate(scratch);
    List<String> models = rebuilt.query("select model from progress", (row, n) -> row.getString(1));
    List<String> missing = new ArrayList<>(models);
    for (Standing standing : standings) {
      missing.remove(standing.model());
      if (!models.contains(standing.model()) || !standing.isNamedAsKept()) {
        findings.add(
            Kind.READ_MODEL,
            0,
            "there is no read model %s in a table %s"
                .formatted(cut(standing.model()), cut(standing.table())));
        continue;
      }
      if (standing.position() > head) {
        findings.add(
            Kind.READ_MODEL,
            head + 1,
            standing.position(),
            "the read models have seen it, and the journal ends before it");
        return;
      }
      compare(standing, rebuilt);
    }
    missing.forEach(model -> findings.note("the read model %s is not built yet".formatted(model)));
    tellBehind(head);
  }

  private void tellBehind(long head) {
    standings.stream().mapToLong(Standing::position).min().stream()
        .filter(least -> least < head)
        .forEach(least -> findings.note("the read models stand at position " + least));
  }

  private void compare(Standing standing, JdbcTemplate rebuilt) {
    RowComparison comparison =
        new RowComparison(views, rebuilt, standing.position(), EXAMPLES, () -> false);
    comparison.of(new Tables(standing.model(), standing.table(), standing.model()));
    comparison
        .examples()
        .forEach(
            difference -> findings.add(Kind.READ_MODEL, positionOf(difference), told(difference)));
    if (comparison.differences() > EXAMPLES) {
      findings.add(
          Kind.READ_MODEL,
          0,
          "%s has %d wrong rows in all".formatted(standing.model(), comparison.differences()));
    }
    try {
      compareIndex(standing, rebuilt);
    } catch (BadSqlGrammarException none) {
      findings.note(
          "an earlier version built the read model %s; the next start builds it anew"
              .formatted(standing.model()));
    }
  }

  private void compareIndex(Standing standing, JdbcTemplate rebuilt) {
    AtomicInteger lacking = new AtomicInteger();
    new IndexComparison(
            views,
            new RowTable(standing.table(), Set.of()),
            rebuilt,
            new RowTable(standing.model(), Set.of()))
        .forEachLacking(
            standing.position(),
            one -> {
              if (lacking.incrementAndGet() <= EXAMPLES) {
                findings.add(
                    Kind.READ_MODEL,
                    0,
                    "%s, %s: is not found by %s"
                        .formatted(standing.model(), one.holder(), cut(one.attribute())));
              }
            });
    if (lacking.get() > EXAMPLES) {
      findings.add(
          Kind.READ_MODEL,
          0,
          "%s is not found by %d attributes in all".formatted(standing.model(), lacking.get()));
    }
  }

  private static long positionOf(Difference difference) {
    Map<String, String> row =
        difference.before() == null ? difference.rebuilt() : difference.before();
    return row == null ? 0 : Long.parseLong(row.getOrDefault("known_from", "0"));
  }

  private static String told(Difference difference) {
    String row = "%s, %s".formatted(difference.model(), difference.subject());
    @Nullable Map<String, String> is = difference.before();
    @Nullable Map<String, String> due = difference.rebuilt();
    if (is == null) {
      return row + ": lacks a row";
    }
    return due == null
        ? row + ": has a row that no entry leads to"
        : "%s: %s".formatted(row, columns(is, due));
  }

  private static String columns(Map<String, String> is, Map<String, String> due) {
    TreeSet<String> names = new TreeSet<>(is.keySet());
    names.addAll(due.keySet());
    names.removeIf(name -> Objects.equals(is.get(name), due.get(name)));
    return String.join(
        "; ",
        names.stream()
            .map(name -> "%s is %s, not %s".formatted(name, cut(is.get(name)), cut(due.get(name))))
            .toList());
  }

  private static String cut(@Nullable String text) {
    return text == null || text.length() <= LONGEST
        ? String.valueOf(text)
        : text.substring(0, LONGEST) + "...";
  }

  /** All read models, built from a journal in a database of their own; nothing else is started. */
  private static final class ScratchModels {
    private static final Duration INTERVAL = Duration.ofMillis(100);

    private final List<ReadModelSpec<?, ?>> specs;
    private final JournalParts parts;
    private final DataSource target;
    private final long last;

    /**
     * @param target an empty database
     * @param last the last entry to take in, which must be there: the head may promise more
     */
    ScratchModels(
        List<ReadModelSpec<?, ?>> specs, JournalParts parts, DataSource target, long last) {
      this.specs = specs;
      this.parts = parts;
      this.target = target;
      this.last = last;
    }

    /** Takes the entries in. */
    void run(LongConsumer progress) {
      SubjectHistory history = SubjectHistory.in(parts.engine());
      ReadModels models =
          ReadModels.in(target, new JdbcTransactionManager(target), specs, history, true);
      Projector projector =
          new Projector(parts.journal(), parts.engine(), models, new SimpleMeterRegistry());
      projector.start();
      try {
        while (!models.await(last, INTERVAL)) {
          progress.accept(models.position());
          fail(projector.failure());
        }
        progress.accept(last);
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        throw new CancellationException("the process stops");
      } finally {
        projector.stop();
      }
    }

    private static void fail(@Nullable Exception failure) {
      if (failure != null) {
        throw new IllegalStateException("the journal leads to no read models", failure);
      }
    }
  }

  /**
   * Finds subjects that a table's index by attributes lacks: lists would leave them out, though
   * their rows are right. More than the rows say may stand in it, for rows are asked again.
   */
  private record IndexComparison(
      JdbcTemplate held, RowTable table, JdbcTemplate rebuilt, RowTable due) {
    private static final int PAGE = 1_000;
    private static final String BEHIND =
        "select attribute, holder from %s where (attribute, holder) > (?, ?)";

    /**
     * Gives each that is lacking.
     *
     * @param known the position at which rows are taken: an attribute that came later is not due
     */
    void forEachLacking(long known, Consumer<Indexed> lacking) {
      Indexed last = new Indexed("", "");
      for (List<Indexed> page = behind(last); !page.isEmpty(); page = behind(last)) {
        Set<Indexed> found = between(last, page.getLast());
        page.stream().filter(one -> !found.contains(one) && isDue(one, known)).forEach(lacking);
        last = page.getLast();
      }
    }

    private List<Indexed> behind(Indexed last) {
      return rows(
          rebuilt,
          BEHIND.formatted(due.index()) + " order by attribute, holder limit ?",
          last.attribute(),
          last.holder(),
          PAGE);
    }

    private Set<Indexed> between(Indexed before, Indexed last) {
      return new HashSet<>(
          rows(
              held,
              BEHIND.formatted(table.index()) + " and (attribute, holder) <= (?, ?)",
              before.attribute(),
              before.holder(),
              last.attribute(),
              last.holder()));
    }

    private static List<Indexed> rows(JdbcTemplate jdbc, String query, Object... params) {
      return jdbc.query(query, (row, n) -> new Indexed(row.getString(1), row.getString(2)), params);
    }

    private boolean isDue(Indexed one, long known) {
      return rebuilt
          .query(
              "select attributes from %s where subject = ? and known_from <= ?"
                  .formatted(due.name()),
              (row, n) -> row.getString(1),
              one.holder(),
              known)
          .stream()
          .flatMap(RowTable::keys)
          .anyMatch(one.attribute()::equals);
    }
  }
}
