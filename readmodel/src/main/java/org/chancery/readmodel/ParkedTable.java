package org.chancery.readmodel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Parked entries as they outlast a restart, with the table that lacks them. */
final class ParkedTable {
  private static final String SELECT =
      "select position, subject, cause, since from parked where kept_in = ?";

  private final JdbcTemplate jdbc;

  ParkedTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  List<ParkedEntry> of(String table) {
    return jdbc.query(SELECT + " order by position", ParkedTable::read, table);
  }

  List<ParkedEntry> of(String table, int limit) {
    return jdbc.query(SELECT + " order by position limit ?", ParkedTable::read, table, limit);
  }

  List<ParkedEntry> of(String table, String subject) {
    return jdbc.query(SELECT + " and subject = ?", ParkedTable::read, table, subject);
  }

  void insert(String table, Collection<ParkedEntry> entries) {
    if (!entries.isEmpty()) {
      jdbc.batchUpdate(
          "insert into parked (kept_in, position, subject, cause, since) values (?,?,?,?,?)",
          entries,
          entries.size(),
          (insert, entry) -> {
            insert.setString(1, table);
            insert.setLong(2, entry.position());
            insert.setString(3, entry.subject());
            insert.setString(4, entry.cause());
            insert.setObject(5, entry.since().atOffset(ZoneOffset.UTC));
          });
    }
  }

  void delete(String table, String subject) {
    jdbc.update("delete from parked where kept_in = ? and subject = ?", table, subject);
  }

  void deleteAfter(String table, long position) {
    jdbc.update("delete from parked where kept_in = ? and position > ?", table, position);
  }

  void clear(String table) {
    jdbc.update("delete from parked where kept_in = ?", table);
  }

  private static ParkedEntry read(ResultSet row, int number) throws SQLException {
    return new ParkedEntry(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getObject(4, OffsetDateTime.class).toInstant());
  }
}
