package org.chancery.readmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.chancery.readmodel.Rebuild.Tables;
import org.chancery.readmodel.Replays.Difference;
import org.chancery.readmodel.TableWalk.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Holds rebuilt tables against the old ones: every row, every column, as known at one position. The
 * old ones may be written to meanwhile, for what they held at that position can be read of them for
 * ever after.
 */
final class RowComparison {
  private static final int EXAMPLES = 20;

  /** Of a column's text; all examples of a replay are kept in a million characters. */
  private static final int LONGEST = 3_000;

  private static final Rows NONE = new Rows("", Map.of());

  private final JdbcTemplate olds;
  private final JdbcTemplate rebuilts;
  private final long known;
  private final int kept;
  private final BooleanSupplier stopping;
  private final List<Difference> examples = new ArrayList<>();
  private long differences;

  /**
   * @param stopping asked again and again whether to give up
   */
  RowComparison(JdbcTemplate jdbc, long known, BooleanSupplier stopping) {
    this(jdbc, jdbc, known, EXAMPLES, stopping);
  }

  /** The same of tables in two databases, with so many examples. */
  RowComparison(
      JdbcTemplate olds, JdbcTemplate rebuilts, long known, int kept, BooleanSupplier stopping) {
    this.olds = olds;
    this.rebuilts = rebuilts;
    this.known = known;
    this.kept = kept;
    this.stopping = stopping;
  }

  long differences() {
    return differences;
  }

  List<Difference> examples() {
    return examples;
  }

  /** A merge of the two in the order of their subjects. */
  void of(Tables tables) {
    TableWalk old = new TableWalk(olds, tables.live(), known);
    TableWalk rebuilt = new TableWalk(rebuilts, tables.rebuilt(), known);
    Rows before = following(old);
    Rows after = following(rebuilt);
    while (before != null || after != null) {
      if (stopping.getAsBoolean()) {
        throw new CancellationException("the process stops");
      }
      int order = order(before, after);
      compare(
          tables.model(),
          order <= 0 && before != null ? before : NONE,
          order >= 0 && after != null ? after : NONE);
      before = order <= 0 ? following(old) : before;
      after = order >= 0 ? following(rebuilt) : after;
    }
  }

  private static @Nullable Rows following(TableWalk walk) {
    return walk.hasNext() ? walk.next() : null;
  }

  private static int order(@Nullable Rows before, @Nullable Rows after) {
    if (before == null || after == null) {
      return before == null ? 1 : -1;
    }
    return before.subject().compareTo(after.subject());
  }

  private void compare(String model, Rows before, Rows after) {
    if (before.byBeginning().equals(after.byBeginning())) {
      return;
    }
    Set<String> beginnings = new TreeSet<>(before.byBeginning().keySet());
    beginnings.addAll(after.byBeginning().keySet());
    String subject = before.subject().isEmpty() ? after.subject() : before.subject();
    for (String beginning : beginnings) {
      @Nullable Map<String, String> was = before.byBeginning().get(beginning);
      @Nullable Map<String, String> is = after.byBeginning().get(beginning);
      if (!Objects.equals(was, is)) {
        differ(new Difference(model, subject, was, is));
      }
    }
  }

  private void differ(Difference difference) {
    differences++;
    if (examples.size() < kept) {
      examples.add(difference.cutTo(LONGEST));
    }
  }
}
