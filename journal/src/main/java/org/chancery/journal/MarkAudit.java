package org.chancery.journal;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Compares the marks by which entries are found with the entries: what is marked wrongly is not
 * found, and a retraction that looks for who names its subject would pass.
 */
public final class MarkAudit {
  /** Of a journal that no server of this release has opened yet. */
  private static final String LAID =
      "select count(*) from information_schema.tables where table_schema = current_schema"
          + " and lower(table_name) = 'marked'";

  private final JdbcClient jdbc;
  private final Journal journal;

  /**
   * @param snapshot of the journal's database
   */
  public MarkAudit(DataSource snapshot, JournalParts parts) {
    this.jdbc = JdbcClient.create(snapshot);
    this.journal = parts.journal();
  }

  /** Whoever is told of stretches whose marks are not those of their entries. */
  @FunctionalInterface
  public interface Finder {
    void wrong(long from, long to);
  }

  /**
   * Looks at all stretches that are said to be marked.
   *
   * @param at told the position that is reached
   */
  public void run(Finder found, LongConsumer at) {
    long marked = marked();
    for (long after = 0; after < marked; after += Marks.STRETCH) {
      if (!kept(after / Marks.STRETCH).equals(Marking.words(journal, after))) {
        found.wrong(after + 1, after + Marks.STRETCH);
      }
      at.accept(after + Marks.STRETCH);
    }
  }

  private long marked() {
    return jdbc.sql(LAID).query(Long.class).single() == 0
        ? 0
        : jdbc.sql("select position from marked where edition = ?")
            .param(Marks.EDITION)
            .query(Long.class)
            .optional()
            .orElse(0L);
  }

  /** What cannot be read is nobody's mark. */
  private Map<String, BitSet> kept(long stretch) {
    Map<String, BitSet> kept = new HashMap<>();
    RowCallbackHandler take =
        row -> {
          if (Marks.isOfEdition(row.getString(1))) {
            kept.put(row.getString(1), read(row.getBytes(2)));
          }
        };
    jdbc.sql("select word, entries from mark where stretch = ?").param(stretch).query(take);
    return kept;
  }

  private static BitSet read(byte[] entries) {
    try {
      BitSet places = PositionRuns.read(entries);
      return Arrays.equals(PositionRuns.written(places), entries) ? places : new BitSet();
    } catch (IllegalArgumentException malformed) {
      return new BitSet();
    }
  }
}
