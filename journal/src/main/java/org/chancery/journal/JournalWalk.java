package org.chancery.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Goes through the lines of a journal as they stand, whether they can be read or not. */
public final class JournalWalk {
  private static final String SELECT = "select " + EntryRow.COLUMNS + " from entry ";

  private final JdbcClient jdbc;
  private final long last;

  /** A line of the journal. */
  public sealed interface Line {
    long position();

    /** A line that is an entry. */
    record Read(Entry entry) implements Line {
      @Override
      public long position() {
        return entry.position();
      }
    }

    /** A line that is there and says nothing that can be understood. */
    record Unread(long position, String why) implements Line {}
  }

  /**
   * What an entry that others name is about.
   *
   * @param version the subject's, from 1
   */
  public record Named(String subject, long version) {}

  /** The lines that are there by now. */
  public JournalWalk(DataSource source) {
    this.jdbc = JdbcClient.create(source);
    this.last = jdbc.sql("select coalesce(max(position), 0) from entry").query(Long.class).single();
  }

  /** The last position. */
  public long last() {
    return last;
  }

  /** The lines after a position, in order; those of a page that is damaged are tried singly. */
  public List<Line> after(long position, int limit) {
    try {
      return jdbc.sql(SELECT + "where position > ? and position <= ? order by position limit ?")
          .params(position, last, limit)
          .query(JournalWalk::line)
          .list();
    } catch (DataAccessException damaged) {
      return singly(position, limit);
    }
  }

  private List<Line> singly(long position, int limit) {
    List<Line> lines = List.of();
    for (List<Long> page = positions(position, limit); lines.isEmpty() && !page.isEmpty(); ) {
      lines = page.stream().flatMap(at -> single(at).stream()).toList();
      page = positions(page.getLast(), limit);
    }
    return lines;
  }

  private List<Long> positions(long after, int limit) {
    try {
      return jdbc.sql(
              "select position from entry where position > ? and position <= ?"
                  + " order by position limit ?")
          .params(after, last, limit)
          .query((row, n) -> row.getLong(1))
          .list();
    } catch (DataAccessException damaged) {
      return due(after, limit);
    }
  }

  /** Where they cannot be listed: as many as there are entries, and the last, which may be far. */
  private List<Long> due(long after, int limit) {
    long from = Math.max(0, after) + 1;
    long to = Math.min(Math.min(last, count()), from + limit - 1);
    return from <= to
        ? LongStream.rangeClosed(from, to).boxed().toList()
        : from <= last ? List.of(last) : List.of();
  }

  private long count() {
    try {
      return jdbc.sql("select count(*) from entry").query(Long.class).single();
    } catch (DataAccessException damaged) {
      return 0;
    }
  }

  private Optional<Line> single(long position) {
    try {
      return jdbc.sql(SELECT + "where position = ?")
          .param(position)
          .query(JournalWalk::line)
          .optional();
    } catch (DataAccessException damaged) {
      return Optional.of(new Line.Unread(position, "the database's file is damaged here"));
    }
  }

  private static Line line(ResultSet row, int number) throws SQLException {
    long position = row.getLong(1);
    try {
      return new Line.Read(EntryRow.read(row, number));
    } catch (RuntimeException unfit) {
      return new Line.Unread(position, "is no entry: " + unfit.getMessage());
    }
  }

  /** The entry at a position, if there is one that can be read. */
  public Optional<Entry> read(long position) {
    return single(position)
        .flatMap(
            line -> line instanceof Line.Read(Entry entry) ? Optional.of(entry) : Optional.empty());
  }

  /** The last version of a subject that stands at a position or before, 0 where none does. */
  public long lastVersion(String subject, long position) {
    return jdbc.sql(
            "select coalesce(max(version), 0) from entry where subject = ? and position <= ?")
        .params(subject, position)
        .query(Long.class)
        .single();
  }

  /** What the entry at a position is about, if there is one. */
  public Optional<Named> named(long position) {
    return jdbc.sql("select subject, version from entry where position = ?")
        .param(position)
        .query((row, n) -> new Named(row.getString(1), row.getLong(2)))
        .optional();
  }

  /** What the table {@code head} says; one row where it is sound. */
  public List<Head.Point> heads() {
    return jdbc.sql("select position, recorded_at from head")
        .query((row, n) -> EntryRow.point(row))
        .list();
  }
}
