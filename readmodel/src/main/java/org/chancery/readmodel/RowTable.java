package org.chancery.readmodel;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.journal.Database;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * A table of versions, and beside it one that says which subjects ever had an attribute. A list of
 * one party's meetings then reads the rows of these subjects alone. The second table may name too
 * many subjects, for nothing is taken out of it; each row still says itself what it has.
 *
 * @param name of the table of versions
 * @param indexed the names of the attributes by which subjects are looked up
 */
record RowTable(String name, Set<String> indexed) {
  /** Longer texts are cut, which makes two of them one: too many subjects again. */
  private static final int LONGEST = 200;

  private static final String TEXT =
      "subject varchar(180)%1$s not null,"
          + " known_to bigint not null,"
          + " valid_from bigint not null,"
          + " valid_to bigint not null,"
          + " known_from bigint not null,"
          + " sort_key varchar(200)%1$s not null,"
          + " first_day bigint,"
          + " last_day bigint,"
          + " attributes %2$s not null,"
          + " body %3$s not null";

  private static final String INDEX =
      "attribute varchar(%d)%%1$s not null, holder varchar(180)%%1$s not null,".formatted(LONGEST)
          + " primary key (holder, attribute)";

  /** A subject that had an attribute, as a row of the second table. */
  record Indexed(String attribute, String holder) {}

  /** The statements that make both tables, empty. */
  List<String> made(Database database) {
    return List.of(
        "drop table if exists " + name,
        "drop table if exists " + index(),
        create(name, TEXT, database),
        "create unique index %1$s_as_of on %1$s (subject, known_to, valid_from desc)"
            .formatted(name),
        createOrder(),
        create(index(), INDEX, database),
        "create unique index %1$s_found on %1$s (attribute, holder)".formatted(index()));
  }

  /** H2 writes and compares text letter by letter, so answers are bytes in it. */
  private static String create(String table, String columns, Database database) {
    return "create table %s (%s)"
        .formatted(
            table,
            switch (database) {
              case H2 -> columns.formatted("", "varchar(1000000)", "varbinary(1000000)");
              case POSTGRESQL -> columns.formatted(" collate \"C\"", "text", "text");
            });
  }

  String createOrder() {
    return "create index if not exists %1$s_in_order on %1$s (sort_key, subject)".formatted(name);
  }

  String dropOrder() {
    return "drop index if exists %s_in_order".formatted(name);
  }

  /** The table that says which subjects ever had an attribute. */
  String index() {
    return name + "_attribute";
  }

  /**
   * Its rows of the subjects given as the first parameter. They are joined, for H2 may read all
   * rows where they are many values of an {@code in}.
   */
  String amongGiven() {
    return "unnest(?) given(one) join %s on subject = one".formatted(name);
  }

  static Object given(Collection<String> subjects) {
    return new SqlArrayValue("varchar", subjects.toArray());
  }

  void truncate(JdbcTemplate jdbc) {
    empty(jdbc, "truncate table ");
  }

  /**
   * Empties both tables.
   *
   * @param by the statement that does, up to the table's name
   */
  void empty(JdbcTemplate jdbc, String by) {
    jdbc.execute(by + name);
    jdbc.execute(by + index());
  }

  /** Notes by which attributes the rows' subjects are found. */
  void index(Collection<TableBatch.Row> rows, JdbcTemplate jdbc) {
    Set<Indexed> found = new LinkedHashSet<>();
    rows.forEach(row -> attributes(row).forEach(found::add));
    if (!found.isEmpty()) {
      jdbc.batchUpdate(
          "insert into %1$s (attribute, holder) select cast(? as varchar), cast(? as varchar)"
                  .formatted(index())
              + " where not exists (select 1 from %s where attribute = ? and holder = ?)"
                  .formatted(index()),
          found,
          found.size(),
          (insert, one) -> {
            insert.setString(1, one.attribute());
            insert.setString(2, one.holder());
            insert.setString(3, one.attribute());
            insert.setString(4, one.holder());
          });
    }
  }

  private Stream<Indexed> attributes(TableBatch.Row row) {
    return FilterAttribute.tokens(row.attributes())
        .filter(token -> indexed.contains(FilterAttribute.nameOf(token)))
        .map(token -> new Indexed(key(token), row.start().subject()));
  }

  /** What the attributes of a row, as one text, would be indexed under. */
  static Stream<String> keys(String attributes) {
    return FilterAttribute.tokens(attributes).map(RowTable::key);
  }

  /** True where subjects can be looked up by the attribute. */
  boolean finds(FilterAttribute attribute) {
    return indexed.contains(attribute.name());
  }

  /** The condition that an attribute, or one that begins so, is in a column of the index. */
  static String sought(String column, FilterAttribute attribute) {
    return attribute.begun() ? "%1$s >= ? and %1$s < ?".formatted(column) : column + " = ?";
  }

  /** The values of that condition. */
  static Object[] keys(FilterAttribute attribute) {
    String key = key(attribute.token());
    return attribute.begun() ? new Object[] {key, afterAll(key)} : new Object[] {key};
  }

  /** What comes after all that begins with a text, by its letters and by their bytes. */
  private static String afterAll(String begin) {
    int last = begin.codePointBefore(begin.length());
    int next = last + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : last + 1;
    return begin.substring(0, begin.length() - Character.charCount(last))
        + Character.toString(next);
  }

  private static String key(String token) {
    return token.length() <= LONGEST ? token : token.substring(0, LONGEST);
  }
}
