package org.chancery.readmodel;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds subjects that a table's index by attributes lacks: lists would leave them out, though their
 * rows are right. More than the rows say may stand in it, for rows are asked again.
 */
record IndexComparison(JdbcTemplate held, String table, JdbcTemplate rebuilt, String rebuiltTable) {
  private static final int PAGE = 1_000;
  private static final String SELECT = "select attribute, holder from %s_attribute where ";

  /** A subject, and one of the attributes by which it is to be found. */
  record Indexed(String attribute, String holder) {}

  /**
   * Gives each that is lacking.
   *
   * @param known the position at which rows are taken: an attribute that came later is not due
   */
  void forEachLacking(long known, Consumer<Indexed> lacking) {
    Indexed last = new Indexed("", "");
    for (List<Indexed> due = after(last); !due.isEmpty(); due = after(last)) {
      Set<Indexed> found = between(last, due.getLast());
      due.stream().filter(one -> !found.contains(one) && isDue(one, known)).forEach(lacking);
      last = due.getLast();
    }
  }

  private List<Indexed> after(Indexed last) {
    return rebuilt.query(
        (SELECT + "(attribute, holder) > (?, ?) order by attribute, holder limit ?")
            .formatted(rebuiltTable),
        (row, n) -> new Indexed(row.getString(1), row.getString(2)),
        last.attribute(),
        last.holder(),
        PAGE);
  }

  private Set<Indexed> between(Indexed before, Indexed last) {
    return new HashSet<>(
        held.query(
            (SELECT + "(attribute, holder) > (?, ?) and (attribute, holder) <= (?, ?)")
                .formatted(table),
            (row, n) -> new Indexed(row.getString(1), row.getString(2)),
            before.attribute(),
            before.holder(),
            last.attribute(),
            last.holder()));
  }

  private boolean isDue(Indexed one, long known) {
    @Nullable Integer rows =
        rebuilt.queryForObject(
            "select count(*) from %s where subject = ? and known_from <= ?".formatted(rebuiltTable)
                + " and position(? in attributes) > 0",
            Integer.class,
            one.holder(),
            known,
            "|" + one.attribute());
    return rows != null && rows > 0;
  }
}
