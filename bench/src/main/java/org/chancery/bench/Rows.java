package org.chancery.bench;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows of a table as they stand in it, for the bare database to write them again. */
record Rows(String table, List<String> columns, List<@Nullable Object[]> values) {

  /** The rows that the condition keeps, in the order in which they were written. */
  static Rows of(DataSource source, String table, String condition, Object... params) {
    return new JdbcTemplate(source)
        .query(
            "select * from %s where %s".formatted(table, condition),
            (ResultSet rows) -> read(table, rows),
            params);
  }

  private static Rows read(String table, ResultSet rows) throws SQLException {
    ResultSetMetaData shape = rows.getMetaData();
    List<String> columns = new ArrayList<>();
    for (int column = 1; column <= shape.getColumnCount(); column++) {
      columns.add(shape.getColumnName(column));
    }
    List<@Nullable Object[]> values = new ArrayList<>();
    while (rows.next()) {
      @Nullable Object[] row = new @Nullable Object[columns.size()];
      for (int column = 0; column < row.length; column++) {
        row[column] = rows.getObject(column + 1);
      }
      values.add(row);
    }
    return new Rows(table, columns, values);
  }

  int size() {
    return values.size();
  }

  String insert() {
    return "insert into %s (%s) values (%s)"
        .formatted(
            table,
            String.join(", ", columns),
            String.join(", ", Collections.nCopies(columns.size(), "?")));
  }

  static void bind(PreparedStatement statement, @Nullable Object[] row) throws SQLException {
    for (int column = 0; column < row.length; column++) {
      statement.setObject(column + 1, row[column]);
    }
  }
}
