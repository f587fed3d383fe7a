package org.chancery.journal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.chancery.journal.Head.Point;
import org.chancery.shared.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An entry as a row of the table {@code entry}: how it is read and written. */
final class EntryRow {
  static final String COLUMNS =
      "position, id, subject, version, name, revision, recorded_at, ordinal, command_id, command,"
          + " digest, recorded_by, authority, rationale, sources, correlation, causation, payload";

  /** The end of the entries, where the head must be: what stood beyond it would follow a hole. */
  static final String END = "coalesce((select max(position) from entry), 0)";

  private EntryRow() {}

  /** Binds all but position and instant, in the order of {@link #COLUMNS}, after so many others. */
  static void bind(PreparedStatement insert, int others, Entry entry) throws SQLException {
    Attribution by = entry.attribution();
    int parameter = others;
    insert.setString(++parameter, entry.id());
    insert.setString(++parameter, entry.subject().toString());
    insert.setLong(++parameter, entry.version());
    insert.setString(++parameter, entry.name());
    insert.setInt(++parameter, entry.revision());
    insert.setInt(++parameter, entry.ordinal());
    insert.setString(++parameter, by.commandId());
    insert.setString(++parameter, by.command());
    insert.setString(++parameter, by.digest());
    insert.setString(++parameter, by.recordedBy());
    insert.setString(++parameter, by.authority());
    insert.setString(++parameter, by.rationale());
    insert.setString(++parameter, by.sources());
    insert.setString(++parameter, by.correlation());
    insert.setString(++parameter, by.causation());
    insert.setString(++parameter, entry.payload());
  }

  static Entry read(ResultSet row, int rowNumber) throws SQLException {
    return new Entry(
        row.getLong(1),
        row.getString(2),
        Subject.parse(row.getString(3)),
        row.getLong(4),
        row.getString(5),
        row.getInt(6),
        instant(row, 7),
        row.getInt(8),
        new Attribution(
            row.getString(9),
            row.getString(10),
            row.getString(11),
            row.getString(12),
            row.getString(13),
            row.getString(14),
            row.getString(15),
            row.getString(16),
            row.getString(17)),
        row.getString(18));
  }

  /** Binds a place to two parameters, the first of which follows so many others. */
  static void bind(PreparedStatement statement, int others, Point point) throws SQLException {
    statement.setLong(others + 1, point.position());
    statement.setObject(others + 2, point.recordedAt().atOffset(ZoneOffset.UTC));
  }

  /** A place, where a query gives position and instant. */
  static Point point(ResultSet row) throws SQLException {
    return new Point(row.getLong(1), instant(row, 2));
  }

  static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /**
   * Where the journal's last entry stands. That is where its head is, which takes longer to find:
   * while somebody reads a snapshot for long, all its earlier versions are kept and gone through.
   */
  static Point last(JdbcClient jdbc) {
    return jdbc.sql("select position, recorded_at from entry order by position desc limit 1")
        .query((row, n) -> point(row))
        .optional()
        .orElse(Head.BEGINNING);
  }
}
