package org.chancery.readmodel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.chancery.readmodel.ReadModelSpec.Dimension;
import org.chancery.readmodel.Selection.Group;
import org.chancery.readmodel.Selection.Grouped;
import org.chancery.readmodel.Selection.Grouping;
import org.chancery.readmodel.Selection.Grouping.Measure;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Counts a list by groups, in the database alone. What a row has one value of is cut out of the
 * text of its attributes; what it has several of is joined from the index, where each of them
 * stands, and must stand in that text: the index may name too many.
 */
record GroupReader(JdbcTemplate jdbc, Query query, Grouping grouping) {

  Grouped groups() {
    List<Group> groups = new ArrayList<>();
    long[] count = {0};
    List<Object> params = new ArrayList<>(List.of(query.conditionParams()));
    params.add(grouping.limit());
    params.add(grouping.offset());
    jdbc.query(
        "select k.*, count(*) over () as n from (%s) k order by %s limit ? offset ?"
            .formatted(measured(), ranked()),
        row -> {
          groups.add(group(row));
          count[0] = row.getLong("n");
        },
        params.toArray());
    long total = ask(query.count());
    long grouped = ask("select count(distinct subject) from (%s) k".formatted(keyed()));
    return new Grouped(groups, count[0], total, total - grouped);
  }

  private long ask(String count) {
    return Objects.requireNonNull(jdbc.queryForObject(count, Long.class, query.conditionParams()));
  }

  private Group group(ResultSet row) throws SQLException {
    List<String> key = new ArrayList<>();
    for (int index = 0; index < grouping.by().size(); index++) {
      key.add(row.getString("key" + index));
    }
    return new Group(
        List.copyOf(key),
        row.getLong("counted"),
        row.getLong("untold"),
        day(row, "first", EdtfSpan.BEGINNING),
        day(row, "last", EdtfSpan.END));
  }

  private static @Nullable LocalDate day(ResultSet row, String which, LocalDate open)
      throws SQLException {
    long day = row.getLong(which + "_day");
    return row.wasNull() || day == open.toEpochDay() ? null : LocalDate.ofEpochDay(day);
  }

  private String ranked() {
    String direction = grouping.isDescending() ? " desc" : "";
    String keys = keys("");
    return switch (grouping.rank()) {
      case VALUE -> "counted" + direction + ", " + keys;
      case KEY -> keys(direction);
      case FIRST -> "first_day" + direction + ", " + keys;
      case LAST -> "last_day" + direction + ", " + keys;
    };
  }

  private String keys(String direction) {
    return String.join(
        ", ",
        grouping.by().stream().map(by -> "key" + grouping.by().indexOf(by) + direction).toList());
  }

  private String measured() {
    String from = grouping.measure() == Measure.DAYS ? reached() : keyed();
    return "select %s, %s as counted,".formatted(keys(""), value())
        + " sum(case when days is null then 1 else 0 end) as untold,"
        + " min(first_day) as first_day, max(last_day) as last_day from (%s) item group by %s"
            .formatted(from, keys(""));
  }

  private String value() {
    return switch (grouping.measure()) {
      case COUNT -> "count(*)";
      case DISTINCT -> "count(distinct measured)";
      case DAYS ->
          "sum(case when days is null then 0 when reached is null or reached < first_day then days"
              + " when reached < last_day then last_day - reached else 0 end)";
    };
  }

  /** With the last day of what began before, so that a day on which both happen counts once. */
  private String reached() {
    return "select item.*, max(case when days is not null then last_day end)"
        + " over (partition by %s order by first_day, last_day, subject".formatted(keys(""))
        + " rows between unbounded preceding and 1 preceding) as reached from (%s) item"
            .formatted(keyed());
  }

  /** A row for each item and each group that it is of. */
  private String keyed() {
    List<String> columns = new ArrayList<>(List.of("subject", "first_day", "last_day", "days"));
    List<String> joins = new ArrayList<>();
    List<String> present = new ArrayList<>();
    for (Dimension by : grouping.by()) {
      String name = "key" + grouping.by().indexOf(by);
      columns.add(column(by, name, " join ", joins));
      present.add(value(by, name) + " is not null");
    }
    if (grouping.distinct() != null) {
      columns.add(column(grouping.distinct(), "measured", " left join ", joins));
    }
    return "select %s from (%s) listed%s where %s"
        .formatted(
            String.join(", ", columns),
            query.rows(
                "subject, first_day, last_day, attributes, %s as days".formatted(Query.days())),
            String.join("", joins),
            String.join(" and ", present));
  }

  private String column(Dimension by, String name, String join, List<String> joins) {
    if (by.isMany()) {
      joins.add(
          join
              + "%1$s %2$s_of on %2$s_of.holder = subject".formatted(query.table().index(), name)
              + " and %1$s_of.attribute >= '%2$s=' and %1$s_of.attribute < '%2$s>'"
                  .formatted(name, by.attribute())
              + " and position('|' || %s_of.attribute || '|' in attributes) > 0".formatted(name));
    }
    return value(by, name) + " as " + name;
  }

  private static String value(Dimension by, String name) {
    return by.isMany()
        ? "substring(%s_of.attribute from %d)".formatted(name, by.attribute().length() + 2)
        : Query.value(by.attribute());
  }
}
