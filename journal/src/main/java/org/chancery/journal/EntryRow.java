package org.chancery.journal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.chancery.shared.Subject;

/** An entry as a row of the table {@code entry}: how it is read, and how H2 writes it. */
final class EntryRow {
  static final String COLUMNS =
      "position, id, subject, version, name, revision, recorded_at, ordinal, command_id, command,"
          + " digest, recorded_by, authority, rationale, sources, correlation, causation, payload";

  static final String INSERT =
      "insert into entry (" + COLUMNS + ") values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";

  private EntryRow() {}

  static void bind(PreparedStatement insert, Entry entry) throws SQLException {
    Attribution by = entry.attribution();
    insert.setLong(1, entry.position());
    insert.setString(2, entry.id());
    insert.setString(3, entry.subject().toString());
    insert.setLong(4, entry.version());
    insert.setString(5, entry.name());
    insert.setInt(6, entry.revision());
    insert.setObject(7, entry.recordedAt().atOffset(ZoneOffset.UTC));
    insert.setInt(8, entry.ordinal());
    insert.setString(9, by.commandId());
    insert.setString(10, by.command());
    insert.setString(11, by.digest());
    insert.setString(12, by.recordedBy());
    insert.setString(13, by.authority());
    insert.setString(14, by.rationale());
    insert.setString(15, by.sources());
    insert.setString(16, by.correlation());
    insert.setString(17, by.causation());
    insert.setString(18, entry.payload());
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

  static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
