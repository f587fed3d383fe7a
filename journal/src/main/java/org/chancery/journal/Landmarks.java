package org.chancery.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.chancery.journal.Head.Point;
import org.jspecify.annotations.Nullable;

/** What an append looks for in the tables, within a transaction that is begun. */
final class Landmarks {
  private Landmarks() {}

  /** The head, once those have ended who are in the act of appending: they hold its row. */
  static Point lockedHead(Connection connection) throws SQLException {
    Point head = point(connection, "select position, recorded_at from head for update");
    if (head == null) {
      throw new SQLException("the journal's head is lost");
    }
    return head;
  }

  /**
   * The head, locked, if the last entry stands there and so does what is known to be durable; fails
   * as {@link JournalStoppedException} where not.
   */
  static Point soundHead(Connection connection, Point known) throws SQLException {
    Point head = lockedHead(connection);
    Point last = last(connection);
    if (head.position() != last.position()) {
      throw JournalStoppedException.mismatch(head.position(), last.position());
    }
    if (known.position() > 0 && !keeps(connection, known, head)) {
      throw JournalStoppedException.lost(
          known.position(), Math.min(head.position(), known.position() - 1));
    }
    return head;
  }

  /**
   * The head as it is at this moment, if it is sound and what is read on this server is durable;
   * null where it must be locked to tell.
   */
  static @Nullable Point durableHead(Connection connection, Point known) throws SQLException {
    return point(
        connection,
        "select position, recorded_at from head where position = "
            + EntryRow.END
            + " and current_setting('synchronous_standby_names') = ''"
            + " and (? = 0 or exists (select from entry where position = ? and recorded_at = ?))",
        known.position(),
        known.position(),
        known.recordedAt().atOffset(ZoneOffset.UTC));
  }

  private static boolean keeps(Connection connection, Point known, Point head) throws SQLException {
    return head.position() == known.position()
        ? head.recordedAt().equals(known.recordedAt())
        : head.position() > known.position()
            && exists(
                connection,
                "position = ? and recorded_at = ?",
                known.position(),
                known.recordedAt().atOffset(ZoneOffset.UTC));
  }

  /** Where the last entry on a subject of the {@link Registry} stands; the head is locked. */
  static long registry(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("select registry from head");
        ResultSet rows = query.executeQuery()) {
      return rows.next() ? rows.getLong(1) : Long.MAX_VALUE;
    }
  }

  /**
   * True where an entry after the position is on a subject of which some entry names the id: it may
   * have that stand again. Subject by subject: left to itself, PostgreSQL reads all entries for it.
   */
  static boolean isNamed(Connection connection, String id, long position) throws SQLException {
    for (String subject : subjectsAfter(connection, position)) {
      if (exists(connection, "subject = ? and payload like ?", subject, "%\"" + id + "\"%")) {
        return true;
      }
    }
    return false;
  }

  private static List<String> subjectsAfter(Connection connection, long position)
      throws SQLException {
    List<String> subjects = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement("select distinct subject from entry where position > ?")) {
      query.setLong(1, position);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          subjects.add(rows.getString(1));
        }
      }
    }
    return subjects;
  }

  /** The last entry before the first hole: how far the journal reaches, whatever the head says. */
  static Point lastWithoutHole(Connection connection) throws SQLException {
    long head = Math.min(lockedHead(connection).position(), last(connection).position());
    Point found =
        point(
            connection,
            ("select position, recorded_at from entry where position ="
                    + " (select coalesce(max(position), %1$d) from (select position,"
                    + " row_number() over (order by position) as n from entry"
                    + " where position > %1$d) beyond where position = %1$d + n)")
                .formatted(head));
    return found == null ? Head.BEGINNING : found;
  }

  private static Point last(Connection connection) throws SQLException {
    Point last =
        point(connection, "select position, recorded_at from entry order by position desc limit 1");
    return last == null ? Head.BEGINNING : last;
  }

  private static @Nullable Point point(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      for (int n = 0; n < values.length; n++) {
        query.setObject(n + 1, values[n]);
      }
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? EntryRow.point(rows) : null;
      }
    }
  }

  /** Where this very entry stands, found by the command that made it; null where it does not. */
  static @Nullable Point placeOf(Connection connection, Entry entry) throws SQLException {
    CommandKey key = entry.attribution().key();
    return point(
        connection,
        "select position, recorded_at from entry"
            + " where command_id = ? and recorded_by = ? and ordinal = ? and id = ?",
        key.id(),
        key.principal(),
        entry.ordinal(),
        entry.id());
  }

  /**
   * Whether the database's clock has passed the instant, for who has locked the head. The head is
   * written too: who read the clock before and has yet to lock the head reads it again.
   */
  static boolean hasPassed(Connection connection, Instant instant) throws SQLException {
    try (PreparedStatement turn =
        connection.prepareStatement(
            "update head set recorded_at = recorded_at returning clock_timestamp()")) {
      try (ResultSet rows = turn.executeQuery()) {
        return rows.next() && EntryRow.instant(rows, 1).isAfter(instant);
      }
    }
  }

  static boolean wasExecuted(Connection connection, CommandKey key) throws SQLException {
    return exists(connection, "command_id = ? and recorded_by = ?", key.id(), key.principal());
  }

  private static boolean exists(Connection connection, String condition, Object... values)
      throws SQLException {
    return point(
            connection,
            "select position, recorded_at from entry where " + condition + " limit 1",
            values)
        != null;
  }
}
