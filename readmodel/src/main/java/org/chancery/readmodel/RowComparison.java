package org.chancery.readmodel;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.chancery.readmodel.Rebuild.Tables;
import org.chancery.readmodel.Replays.Difference;
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

  private static final TableWalk.Rows NONE = new TableWalk.Rows("", Map.of());

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
    TableWalk.Rows before = following(old);
    TableWalk.Rows after = following(rebuilt);
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

  private static TableWalk.@Nullable Rows following(TableWalk walk) {
    return walk.hasNext() ? walk.next() : null;
  }

  private static int order(TableWalk.@Nullable Rows before, TableWalk.@Nullable Rows after) {
    if (before == null || after == null) {
      return before == null ? 1 : -1;
    }
    return before.subject().compareTo(after.subject());
  }

  private void compare(String model, TableWalk.Rows before, TableWalk.Rows after) {
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

  /**
   * Goes through a table subject by subject, in pages, with the rows of each as they were known at
   * a position: rows that came later are left out, and ends that came later are open.
   */
  private static final class TableWalk implements Iterator<TableWalk.Rows> {
    private static final int PAGE = 2_000;

    /** Kept as numbers, for the databases know fewer days than archives do. */
    private static final Set<String> DAYS =
        Set.of("valid_from", "valid_to", "first_day", "last_day");

    private final JdbcTemplate jdbc;
    private final String table;
    private final long known;
    private final List<Rows> page = new ArrayList<>();
    private int next;
    private String last = "";
    private boolean ended;

    /** The rows of a subject by where they begin in both times, which tells them apart. */
    record Rows(String subject, Map<String, Map<String, String>> byBeginning) {}

    TableWalk(JdbcTemplate jdbc, String table, long known) {
      this.jdbc = jdbc;
      this.table = table;
      this.known = known;
    }

    @Override
    public boolean hasNext() {
      while (next == page.size() && !ended) {
        turn();
      }
      return next < page.size();
    }

    @Override
    public Rows next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return page.get(next++);
    }

    private void turn() {
      page.clear();
      next = 0;
      List<Map<String, String>> rows =
          jdbc.query(
              "select * from %s where subject > ? order by subject, known_to, valid_from desc limit ?"
                  .formatted(table),
              TableWalk::columns,
              last,
              PAGE);
      ended = rows.size() < PAGE;
      if (!ended) {
        rows = whole(rows);
      }
      rows.forEach(this::add);
      last = rows.isEmpty() ? last : subject(rows.getLast());
    }

    /**
     * Without the last subject, which the page may cut; the subject alone where it fills the page.
     */
    private List<Map<String, String>> whole(List<Map<String, String>> rows) {
      String cut = subject(rows.getLast());
      if (!cut.equals(subject(rows.getFirst()))) {
        return rows.stream().filter(row -> !subject(row).equals(cut)).toList();
      }
      return jdbc.query(
          "select * from %s where subject = ?".formatted(table), TableWalk::columns, cut);
    }

    private void add(Map<String, String> row) {
      String subject = subject(row);
      if (page.isEmpty() || !page.getLast().subject().equals(subject)) {
        page.add(new Rows(subject, new TreeMap<>()));
      }
      if (number(row, "known_from") <= known) {
        if (number(row, "known_to") > known) {
          row.remove("known_to"); // open
        }
        page.getLast().byBeginning().put(beginning(row), row);
      }
    }

    private static String beginning(Map<String, String> row) {
      return "%019d %s".formatted(number(row, "known_from"), row.get("valid_from"));
    }

    private static String subject(Map<String, String> row) {
      return row.getOrDefault("subject", "");
    }

    private static long number(Map<String, String> row, String column) {
      return Long.parseLong(row.getOrDefault(column, "0"));
    }

    private static String day(String number) {
      return LocalDate.ofEpochDay(Long.parseLong(number)).toString();
    }

    /** Whatever columns there are, as text; those that are null are left out. */
    private static Map<String, String> columns(ResultSet row, int number) throws SQLException {
      ResultSetMetaData shape = row.getMetaData();
      Map<String, String> columns = new TreeMap<>();
      for (int column = 1; column <= shape.getColumnCount(); column++) {
        String text = row.getString(column);
        if (text != null) {
          String name = shape.getColumnLabel(column).toLowerCase(Locale.ROOT);
          columns.put(name, DAYS.contains(name) ? day(text) : text);
        }
      }
      return columns;
    }
  }
}
