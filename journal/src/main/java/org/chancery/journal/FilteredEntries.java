package org.chancery.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.chancery.journal.FindingAid.Piece;
import org.chancery.journal.Marks.Wanted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The entries that a filter keeps. */
final class FilteredEntries {
  private final JdbcClient jdbc;
  private final Head head;
  private final RecordedInstants instants;
  private final FindingAid aid;

  FilteredEntries(JdbcClient jdbc, Head head, RecordedInstants instants, FindingAid aid) {
    this.jdbc = jdbc;
    this.head = head;
    this.instants = instants;
    this.aid = aid;
  }

  /** Those after a position and up to another, it included, in order. */
  List<Entry> between(long position, long last, int limit, EntryFilter filter) {
    Page page = new Page(filter, limit, "asc");
    aid.ascending(wanted(filter), begin(position, filter), end(last, filter), page::takes);
    return page.found;
  }

  /** The last of them, newest first. */
  List<Entry> latest(long position, long last, int limit, EntryFilter filter) {
    Page page = new Page(filter, limit, "desc");
    aid.descending(wanted(filter), begin(position, filter), end(last, filter), page::takes);
    return page.found;
  }

  /** How many of them there are; where all are kept, positions tell, for they leave no gaps. */
  long count(long position, long last, EntryFilter filter) {
    EntryConditions conditions = new EntryConditions(filter);
    long after = begin(position, filter);
    long end = end(last, filter);
    if (conditions.sql().isEmpty()) {
      return Math.max(0, end - after);
    }
    Wanted wanted = wanted(filter);
    if (wanted.exact() && !wanted.isAnything()) {
      long marked = Math.clamp(aid.reached(), after, Math.max(after, end));
      return aid.count(wanted, after, marked) + count(new Piece(marked, end, null), conditions);
    }
    AtomicLong count = new AtomicLong();
    aid.ascending(
        wanted,
        after,
        end,
        piece -> {
          count.addAndGet(count(piece, conditions));
          return true;
        });
    return count.get();
  }

  private long count(Piece piece, EntryConditions conditions) {
    return statement("select count(*)", piece, conditions, "").query(Long.class).single();
  }

  /** A page that is filled up. */
  private final class Page {
    private final EntryConditions conditions;
    private final int limit;
    private final String order;
    private final List<Entry> found = new ArrayList<>();

    Page(EntryFilter filter, int limit, String order) {
      this.conditions = new EntryConditions(filter);
      this.limit = limit;
      this.order = " order by position %s limit :limit".formatted(order);
    }

    boolean takes(Piece piece) {
      found.addAll(
          statement("select " + EntryRow.COLUMNS, piece, conditions, order)
              .param("limit", limit - found.size())
              .query(EntryRow::read)
              .list());
      return found.size() < limit;
    }
  }

  private StatementSpec statement(
      String select, Piece piece, EntryConditions conditions, String order) {
    return piece.asking(jdbc, select, conditions.sql() + order).params(conditions.params());
  }

  private long begin(long position, EntryFilter filter) {
    return Math.max(position, instants.lastBefore(filter.from(), 0));
  }

  private long end(long last, EntryFilter filter) {
    return Math.min(last, instants.lastBefore(filter.to(), head.position()));
  }

  /** What has an index of its own needs no marks. */
  private static Wanted wanted(EntryFilter filter) {
    boolean indexed =
        filter.subject() != null || filter.commandId() != null || filter.positions() != null;
    return indexed ? Wanted.ANYTHING : Marks.of(filter);
  }
}
