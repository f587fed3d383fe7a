package org.chancery.journal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The imports that made entries, numbered from 1 in the order of their first ones. One that made
 * none left nothing in the journal. Kept in memory, and read on from where the last question ended:
 * there are few of them.
 */
public final class Imports {
  private static final String WITHIN =
      " from entry where position > ? and position <= ? and correlation ";

  private final JdbcClient jdbc;
  private final Journal journal;
  private final Map<ImportRun, Span> spans = new LinkedHashMap<>();
  private long read;

  public Imports(JournalParts parts) {
    this.jdbc = JdbcClient.create(parts.beside().source());
    this.journal = parts.journal();
  }

  private record Span(long first, long last) {}

  /**
   * An import.
   *
   * @param number its place among all, from 1
   * @param first the position of its first entry
   * @param last that of its last one
   */
  public record Import(int number, ImportRun run, long first, long last) {}

  /** Those that had made an entry by a position, as they stood then. */
  public synchronized List<Import> upTo(long position) {
    readOn();
    List<Import> imports = new ArrayList<>();
    spans.forEach(
        (run, span) -> {
          if (span.first() <= position) {
            long last = span.last() <= position ? span.last() : lastOf(run, span.first(), position);
            imports.add(new Import(imports.size() + 1, run, span.first(), last));
          }
        });
    return imports;
  }

  private void readOn() {
    long head = journal.head().position();
    if (head < read) { // the journal's database has lost entries
      spans.clear();
      read = 0;
    }
    if (read < head) {
      RowCallbackHandler keep =
          row -> add(row.getString(1), new Span(row.getLong(2), row.getLong(3)));
      jdbc.sql(
              "select correlation, min(position), max(position)"
                  + WITHIN
                  + "like ? group by correlation order by min(position)")
          .params(read, head, ImportRun.PREFIX + "%")
          .query(keep);
      read = head;
    }
  }

  private void add(String correlation, Span more) {
    ImportRun.in(correlation)
        .ifPresent(
            run -> spans.merge(run, more, (known, later) -> new Span(known.first(), later.last())));
  }

  private long lastOf(ImportRun run, long first, long position) {
    return jdbc.sql("select max(position)" + WITHIN + "= ?")
        .params(first - 1, position, run.correlation())
        .query(Long.class)
        .single();
  }
}
