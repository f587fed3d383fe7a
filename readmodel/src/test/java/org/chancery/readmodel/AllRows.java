package org.chancery.readmodel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every row of the tables that answer, both times, every column, in order. */
public final class AllRows {

  private AllRows() {}

  /** By the models' names, whichever of its tables a model has in use. */
  public static Map<String, List<String>> in(DataSource views) {
    JdbcTemplate jdbc = new JdbcTemplate(views);
    Map<String, List<String>> rows = new TreeMap<>();
    jdbc.query(
        "select model, coalesce(live, model) from progress",
        row -> {
          rows.put(row.getString(1), rowsOf(row.getString(2), jdbc));
          rows.put(
              row.getString(1) + ", by attribute", rowsOf(row.getString(2) + "_attribute", jdbc));
        });
    return rows;
  }

  private static List<String> rowsOf(String table, JdbcTemplate jdbc) {
    return jdbc.queryForList("select * from " + table).stream()
        .map(AllRows::text)
        .sorted()
        .toList();
  }

  /** Bytes as the text that they are. */
  static String text(Map<String, Object> row) {
    row.replaceAll((_, value) -> value instanceof byte[] bytes ? new String(bytes, UTF_8) : value);
    return row.toString();
  }
}
