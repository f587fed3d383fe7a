package org.chancery.seal.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import org.chancery.journal.Attribution;
import org.chancery.journal.Entry;
import org.chancery.journal.JournalWalk;
import org.chancery.seal.audit.Fault.Kind;
import org.jspecify.annotations.Nullable;

/** Looks at the entries subject by subject, and command by command. */
final class OrderAudit {
  private static final int FETCHED = 2_000;

  private final DataSource source;
  private final JournalWalk journal;
  private final long covered;
  private final Findings findings;

  /** A number that counts up within a group. */
  private interface Member {
    void on(boolean first, long number, long position, long before);
  }

  /**
   * @param covered the position up to which nothing is looked at
   */
  OrderAudit(DataSource source, JournalWalk journal, long covered, Findings findings) {
    this.source = source;
    this.journal = journal;
    this.covered = covered;
    this.findings = findings;
  }

  /** Versions count from 1 without gaps, along positions. */
  void versions() {
    walk(
        "select subject, version, position from entry where position > ?"
            + " order by subject, version, position",
        subject -> journal.lastVersion(subject, covered) + 1,
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

  private static long due(String key, @Nullable Entry parted) {
    if (parted == null) {
      return 0;
    }
    Attribution by = parted.attribution();
    return key.equals(by.commandId() + " " + by.recordedBy()) ? parted.ordinal() + 1 : 0;
  }

  /** The entries of a command count from 0 without gaps, and stand together. */
  void commands() {
    @Nullable Entry parted = journal.read(covered).orElse(null); // a checkpoint may part them
    walk(
        "select command_id || ' ' || recorded_by, ordinal, position from entry where position > ?"
            + " order by command_id, recorded_by, ordinal, position",
        key -> due(key, parted),
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

  private void walk(
      String sql, ToLongFunction<String> begin, Member member, Kind kind, String undue) {
    try (Connection connection = source.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setFetchSize(FETCHED);
      select.setLong(1, covered == 0 ? Long.MIN_VALUE : covered);
      try (ResultSet rows = select.executeQuery()) {
        walk(rows, begin, member, kind, undue);
      }
    } catch (SQLException damaged) {
      findings.add(kind, 0, "cannot be checked: " + damaged.getMessage());
    }
  }

  private void walk(
      ResultSet rows, ToLongFunction<String> begin, Member member, Kind kind, String undue)
      throws SQLException {
    @Nullable String group = null;
    long due = 0;
    long before = 0;
    while (rows.next()) {
      boolean first = !rows.getString(1).equals(group);
      group = rows.getString(1);
      due = first ? begin.applyAsLong(group) : due;
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
