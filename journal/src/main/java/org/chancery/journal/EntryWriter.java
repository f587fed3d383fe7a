package org.chancery.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.chancery.journal.Head.Point;

/**
 * Writes entries behind the last one and commits, in the fewest steps that a database allows. They
 * get their positions and their instant in the act, while the head cannot move.
 */
interface EntryWriter {

  static EntryWriter to(Database database, Clock clock) {
    return switch (database) {
      case H2 -> new RowWriter(clock);
      case POSTGRESQL -> new ColumnWriter();
    };
  }

  /**
   * Writes all of them or none, and moves the head on to the last of them, whose place it returns.
   * Fails as {@link HeadMovedException} where the journal does not end at the head, does not hold
   * what is known or has a later registry, and as the breach of a unique key; another failure says
   * nothing about the commit.
   *
   * @param known the last entry that is known to stand
   * @param learnt up to which position the {@link Registry} is known, where others append too
   * @param connection one that does not commit by itself, and is left so
   * @param begun true where its transaction has begun and locked the head, and is to be gone on
   *     with
   */
  Point write(Connection connection, Point known, long learnt, List<Entry> entries, boolean begun)
      throws SQLException;

  /** True where they move the registry on. */
  static boolean register(List<Entry> entries) {
    return entries.stream().anyMatch(entry -> Registry.includes(entry.subject()));
  }

  /** Another process has appended, or the tables were changed or have lost entries. */
  final class HeadMovedException extends SQLException {
    private static final long serialVersionUID = 1L;

    HeadMovedException() {
      super("the journal does not end where it is known to");
    }
  }

  /**
   * Writes a row each, in one batch: on H2, within the one process that appends, so the head is
   * where it is known to be.
   */
  final class RowWriter implements EntryWriter {
    private static final String MOVE =
        "update head set position = ?, recorded_at = ?, registry = greatest(registry, ?)"
            + " where position = ? and recorded_at = ? and position = "
            + EntryRow.END;

    private static final String INSERT =
        "insert into entry (position, recorded_at, id, subject, version, name, revision, ordinal,"
            + " command_id, command, digest, recorded_by, authority, rationale, sources,"
            + " correlation, causation, payload) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";

    private final Clock clock;

    RowWriter(Clock clock) {
      this.clock = clock;
    }

    @Override
    public Point write(
        Connection connection, Point known, long learnt, List<Entry> entries, boolean begun)
        throws SQLException {
      Point last = new Point(known.position() + entries.size(), instantAfter(known));
      try (PreparedStatement move = connection.prepareStatement(MOVE);
          PreparedStatement insert = connection.prepareStatement(INSERT)) {
        EntryRow.bind(move, 0, last);
        move.setLong(3, EntryWriter.register(entries) ? last.position() : 0);
        EntryRow.bind(move, 3, known);
        if (move.executeUpdate() == 0) {
          throw new HeadMovedException();
        }
        long position = known.position();
        for (Entry entry : entries) {
          EntryRow.bind(insert, 0, new Point(++position, last.recordedAt()));
          EntryRow.bind(insert, 2, entry);
          insert.addBatch();
        }
        insert.executeBatch();
      }
      connection.commit();
      return last;
    }

    /** Recorded instants do not run backward: where the clock is behind, the last one's is used. */
    private Instant instantAfter(Point known) {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      return now.isBefore(known.recordedAt()) ? known.recordedAt() : now;
    }
  }
}
