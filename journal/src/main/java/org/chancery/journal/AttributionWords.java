package org.chancery.journal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * By whom and on whose authority entries were made: all that occur, each with the first entry that
 * has it. Kept in memory, and read on from where the last question ended: there are few of them.
 */
public final class AttributionWords {
  private static final int MOST = 50_000;

  private final int most;
  private final JdbcClient jdbc;
  private final Journal journal;
  private final Column principals = new Column("recorded_by");
  private final Column authorities = new Column("authority");

  public AttributionWords(JournalParts parts) {
    this(parts, MOST);
  }

  AttributionWords(JournalParts parts, int most) {
    this.most = most;
    this.jdbc = JdbcClient.create(parts.beside().source());
    this.journal = parts.journal();
  }

  private static final class Column {
    final String name;
    final Map<String, Long> first = new TreeMap<>();
    long read;

    Column(String name) {
      this.name = name;
    }
  }

  /** Who made entries up to a position. */
  public Words principals(long last) {
    return new Words(principals, last);
  }

  /** On whose authority entries up to a position were made. */
  public Words authorities(long last) {
    return new Words(authorities, last);
  }

  /** The words of a column up to a position. */
  public final class Words {
    private final Column column;
    private final long last;

    private Words(Column column, long last) {
      this.column = column;
      this.last = last;
    }

    /** Those held in memory: all, or 50,000 where there are more. */
    public List<String> some() {
      return upTo(last, column);
    }

    /** All of which something is true. Where not all are held, the journal is read for it. */
    public List<String> all(Predicate<String> wanted) {
      List<String> held = some();
      return (isWhole(column) ? held : read(column, last)).stream().filter(wanted).toList();
    }
  }

  private boolean isWhole(Column column) {
    synchronized (column) {
      return column.first.size() < most;
    }
  }

  private List<String> upTo(long last, Column column) {
    synchronized (column) {
      long head = journal.head().position();
      if (head < column.read) { // the journal's database has lost entries
        column.first.clear();
        column.read = 0;
      }
      if (column.read < head && isWhole(column)) {
        readOn(column, head);
      }
      return column.first.entrySet().stream()
          .filter(word -> word.getValue() <= last)
          .map(Map.Entry::getKey)
          .toList();
    }
  }

  private void readOn(Column column, long head) {
    RowCallbackHandler keep = row -> column.first.putIfAbsent(row.getString(1), row.getLong(2));
    jdbc.sql(
            String.format(
                Locale.ROOT,
                "select %1$s, min(position) from entry where position > ? and position <= ? and"
                    + " %1$s is not null group by %1$s limit %2$d",
                column.name,
                most))
        .params(column.read, head)
        .query(keep);
    column.read = head;
  }

  private List<String> read(Column column, long last) {
    return jdbc.sql(
            String.format(
                Locale.ROOT,
                "select distinct %1$s from entry where position <= ? and %1$s is not null",
                column.name))
        .param(Math.min(last, journal.head().position()))
        .query((row, n) -> row.getString(1))
        .list();
  }
}
