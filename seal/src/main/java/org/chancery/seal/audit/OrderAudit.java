package org.chancery.seal.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.chancery.seal.audit.Fault.Kind;
import org.jspecify.annotations.Nullable;

/** Looks at the entries subject by subject, and command by command. */
final class OrderAudit {
  private static final int FETCHED = 2_000;

  private final DataSource source;
  private final Findings findings;

  /** A number that counts up within a group. */
  private interface Member {
    void on(boolean first, long number, long position, long before);
  }

  OrderAudit(DataSource source, Findings findings) {
    this.source = source;
    this.findings = findings;
  }

  /** Versions count from 1 without gaps, along positions. */
  void versions() {
    walk(
        "select subject, version, position from entry order by subject, version, position",
        1,
        (first, number, position, before) -> {
          if (!first && position < before) {
            findings.add(
                Kind.VERSION,
                position,
                "version %d of its subject stands before the one that it follows, at %d"
                    .formatted(number, before));
          }
        },
        Kind.VERSION,
        "is version %d of its subject, where %d is due");
  }

  /** The entries of a command count from 0 without gaps, and stand together. */
  void commands() {
    walk(
        "select command_id || ' ' || recorded_by, ordinal, position from entry"
            + " order by command_id, recorded_by, ordinal, position",
        0,
        (first, number, position, before) -> {
          if (!first && position != before + 1) {
            findings.add(
                Kind.COMMAND,
                position,
                "answers the same command as the entry at %d, apart from it".formatted(before));
          }
        },
        Kind.COMMAND,
        "is number %d of its command, where %d is due");
  }

  private void walk(String sql, long begin, Member member, Kind kind, String undue) {
    try (Connection connection = source.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setFetchSize(FETCHED);
      try (ResultSet rows = select.executeQuery()) {
        walk(rows, begin, member, kind, undue);
      }
    } catch (SQLException damaged) {
      findings.add(kind, 0, "cannot be checked: " + damaged.getMessage());
    }
  }

  private void walk(ResultSet rows, long begin, Member member, Kind kind, String undue)
      throws SQLException {
    @Nullable String group = null;
    long due = begin;
    long before = 0;
    while (rows.next()) {
      boolean first = !rows.getString(1).equals(group);
      group = rows.getString(1);
      due = first ? begin : due;
      long number = rows.getLong(2);
      long position = rows.getLong(3);
      if (number != due) {
        findings.add(kind, position, undue.formatted(number, due));
      }
      member.on(first, number, position, before);
      due = number + 1;
      before = position;
    }
  }
}
