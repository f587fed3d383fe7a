package org.chancery.readmodel;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.chancery.readmodel.RowTable.Indexed;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds subjects that a table's index by attributes lacks: lists would leave them out, though their
 * rows are right. More than the rows say may stand in it, for rows are asked again.
 */
record IndexComparison(JdbcTemplate held, RowTable table, JdbcTemplate rebuilt, RowTable due) {
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
            "select attributes from %s where subject = ? and known_from <= ?".formatted(due.name()),
            (row, n) -> row.getString(1),
            one.holder(),
            known)
        .stream()
        .flatMap(RowTable::keys)
        .anyMatch(one.attribute()::equals);
  }
}
