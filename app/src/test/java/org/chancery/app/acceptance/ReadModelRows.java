package org.chancery.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    assertThat(kept.byTable.keySet()).contains("PROGRESS", "MEETING");
    rebuilt.byTable.forEach(
        (table, rows) ->
            assertThat(kept.byTable.get(table)).as(table).containsExactlyElementsOf(rows));
  }

  private static ReadModelRows in(Path data) {
    JdbcClient jdbc =
        JdbcClient.create(
            new DriverManagerDataSource(
                "jdbc:h2:file:" + data.resolve("views").toAbsolutePath(), "sa", ""));
    Map<String, List<String>> rows = new TreeMap<>();
    for (String table : tables(jdbc)) {
      rows.put(table, rows(jdbc, table));
    }
    return new ReadModelRows(rows);
  }

  private static List<String> tables(JdbcClient jdbc) {
    return jdbc.sql(
            "select table_name from information_schema.tables"
                + " where table_schema = 'PUBLIC' and table_name not like '%schema'")
        .query((row, n) -> row.getString(1))
        .list();
  }

  private static List<String> rows(JdbcClient jdbc, String table) {
    return jdbc.sql("select * from " + table).query().listOfRows().stream()
        .map(Object::toString)
        .sorted()
        .toList();
  }
}
