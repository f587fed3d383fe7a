package org.chancery.app.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Every row of every read model in a data folder that no process has open. */
record ReadModelRows(Map<String, List<String>> byTable) {

  /** Both times, every column: what the journal leads to, and nothing else or less. */
  static void assertEqualARebuild(Path data, Path scratch)
      throws IOException, InterruptedException {
    OpenLedger.rebuilt(data, scratch).close();
    ReadModelRows kept = in(data);
    ReadModelRows rebuilt = in(scratch);
    assertThat(kept.byTable.keySet()).contains("progress", "meeting");
    rebuilt.byTable.forEach(
        (table, rows) -> {
          List<String> held = kept.byTable.getOrDefault(table, List.of());
          assertThat(without(rows, held)).as("%s lacks", table).isEmpty();
          assertThat(without(held, rows)).as("%s has beyond the journal", table).isEmpty();
          assertThat(held).hasSameSizeAs(rows);
        });
  }

  private static List<String> without(List<String> rows, List<String> others) {
    Set<String> known = new HashSet<>(others);
    return rows.stream().filter(row -> !known.contains(row)).toList();
  }

  private static ReadModelRows in(Path data) {
    JdbcClient jdbc =
        JdbcClient.create(
            new DriverManagerDataSource(
                "jdbc:h2:file:" + data.resolve("views").toAbsolutePath(), "sa", ""));
    Map<String, List<String>> rows = new TreeMap<>();
    rows.put("progress", rows(jdbc, "(select model, position from progress)"));
    jdbc.sql("select model, coalesce(live, model) from progress")
        .query(
            row -> {
              rows.put(row.getString(1), rows(jdbc, row.getString(2)));
            });
    return new ReadModelRows(rows);
  }

  private static List<String> rows(JdbcClient jdbc, String table) {
    return jdbc.sql("select * from " + table).query().listOfRows().stream()
        .map(ReadModelRows::text)
        .toList();
  }

  private static String text(Map<String, Object> row) {
    row.replaceAll((_, value) -> value instanceof byte[] bytes ? new String(bytes, UTF_8) : value);
    return row.toString();
  }
}
