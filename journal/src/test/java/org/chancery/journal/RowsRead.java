package org.chancery.journal;

import static org.chancery.journal.Wrapped.invoke;
import static org.chancery.journal.Wrapped.proxy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Asks the database for its plan of each query, and how many rows that has it look at. */
final class RowsRead {
  private static final Pattern H2_TABLE = Pattern.compile("scanCount: (\\d+)");
  private static final Pattern ROWS = Pattern.compile("actual [^)]*?rows=([\\d.]+) loops=(\\d+)");
  private static final Pattern REMOVED = Pattern.compile("Rows Removed by [\\w ]+: (\\d+)");

  private final List<String> plans = new ArrayList<>();
  private long rows;

  DataSource around(DataSource source) {
    return proxy(
        DataSource.class,
        (method, args) -> {
          Object made = invoke(source, method, args);
          return made instanceof Connection connection ? watched(connection) : made;
        });
  }

  /** Of all tables, since this was asked last. */
  synchronized long taken() {
    long taken = rows;
    rows = 0;
    plans.clear();
    return taken;
  }

  synchronized List<String> plans() {
    return List.copyOf(plans);
  }

  private Connection watched(Connection connection) {
    return proxy(
        Connection.class,
        (method, args) -> {
          Object made = invoke(connection, method, args);
          return made instanceof PreparedStatement statement && args != null
              ? watched(connection, args[0].toString(), statement)
              : made;
        });
  }

  private PreparedStatement watched(Connection connection, String sql, PreparedStatement asked) {
    List<Object[]> bound = new ArrayList<>();
    return proxy(
        PreparedStatement.class,
        (method, args) -> {
          if (method.getName().startsWith("set") && args != null && args.length > 1) {
            bound.add(args);
          }
          if (method.getName().equals("executeQuery") && sql.contains(" from ")) {
            explain(connection, sql, bound);
          }
          return invoke(asked, method, args);
        });
  }

  private synchronized void explain(Connection connection, String sql, List<Object[]> bound)
      throws SQLException {
    try (PreparedStatement plan = connection.prepareStatement("explain analyze " + sql)) {
      for (Object[] parameter : bound) {
        plan.setObject((int) parameter[0], parameter[1]);
      }
      StringBuilder text = new StringBuilder();
      try (ResultSet lines = plan.executeQuery()) {
        while (lines.next()) {
          text.append(lines.getString(1)).append('\n');
        }
      }
      long read = sum(H2_TABLE, text) + postgresql(text.toString().lines().toList());
      rows += read;
      plans.add(read + " rows: " + text);
    }
  }

  private static long sum(Pattern pattern, CharSequence text) {
    return pattern.matcher(text).results().mapToLong(row -> Long.parseLong(row.group(1))).sum();
  }

  /** Those that a scan gives and those that it looked at and left out. */
  private static long postgresql(List<String> lines) {
    long read = 0;
    boolean scans = false;
    for (String line : lines) {
      var rows = ROWS.matcher(line);
      if (rows.find()) {
        scans = line.contains("Scan");
        double each = Double.parseDouble(rows.group(1)) * Long.parseLong(rows.group(2));
        read += scans ? Math.round(each) : 0;
      } else if (scans) {
        read += sum(REMOVED, line);
      }
    }
    return read;
  }
}
