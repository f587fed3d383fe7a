package org.chancery.readmodel;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.chancery.journal.Database;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds the attributes that lead to few rows. H2 joins by the index that it is given, though it
 * would read all rows in their order sooner than many by their subjects; PostgreSQL sees that
 * itself.
 */
final class Leads {
  /** So many subjects are always looked up, and more up to this part of the rows. */
  private static final long FEW = 2_000;

  private static final long PART = 10;

  private final Database database;
  private final JdbcTemplate jdbc;

  Leads(DataSource source) {
    this.database = Database.of(source);
    this.jdbc = new JdbcTemplate(source);
  }

  /** Those of the attributes by which the table's subjects are looked up, the rarest first. */
  List<FilterAttribute> of(RowTable table, Collection<FilterAttribute> asked) {
    List<FilterAttribute> found = asked.stream().filter(table::finds).toList();
    if (found.isEmpty() || database == Database.POSTGRESQL) {
      return found;
    }
    long few = Math.max(FEW, number("select count(*) from " + table.name()) / PART);
    return found.stream()
        .map(attribute -> Map.entry(attribute, subjects(table, attribute, few + 1)))
        .filter(counted -> counted.getValue() <= few)
        .sorted(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** How many subjects ever had the attribute, counted so far and no further. */
  private long subjects(RowTable table, FilterAttribute attribute, long most) {
    return number(
        "select count(*) from (select 1 from %s where %s limit %d)"
            .formatted(table.index(), RowTable.sought("attribute", attribute), most),
        RowTable.keys(attribute));
  }

  private long number(String sql, Object... values) {
    return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class, values));
  }
}
