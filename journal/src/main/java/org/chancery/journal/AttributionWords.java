package org.chancery.journal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * By whom and on whose authority entries were made: all that occur, each with the first entry that
 * has it. Kept in memory, and read on from where the last question ended: there are few of them.
 */
public final class AttributionWords {
  private static final int MOST = 50_000;

  private final JdbcClient jdbc;
  private final Journal journal;
  private final Column principals = new Column("recorded_by");
  private final Column authorities = new Column("authority");

  public AttributionWords(JournalParts parts) {
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
  public List<String> principals(long last) {
    return upTo(last, principals);
  }

  /** On whose authority entries up to a position were made; the first 50,000 of them. */
  public List<String> authorities(long last) {
    return upTo(last, authorities);
  }

  private List<String> upTo(long last, Column column) {
    synchronized (column) {
      long head = journal.head().position();
      if (column.read < head && column.first.size() < MOST) {
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
                MOST))
        .params(column.read, head)
        .query(keep);
    column.read = head;
  }
}
