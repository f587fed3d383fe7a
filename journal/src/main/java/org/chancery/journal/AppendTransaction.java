package org.chancery.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.modelling.command.ConcurrencyException;
import org.chancery.journal.EntryWriter.HeadMovedException;
import org.chancery.journal.Head.Point;
import org.jspecify.annotations.Nullable;

/**
 * One transaction at a time that writes entries at the positions after the last one. Whoever moves
 * the head on writes there, and it stays locked until they are committed, so positions leave no
 * gaps and they and instants follow the commits.
 */
final class AppendTransaction implements AutoCloseable {
  private static final String UNCONFIRMED = "the disk did not confirm a write";

  private final Database database;
  private final @Nullable EmbeddedDatabase embedded;
  private final boolean durable;
  private final Clock clock;
  private final EntryWriter writer;
  private final AppendConnection line;
  private final FileSpace space = new FileSpace();

  AppendTransaction(DataSource source, Database database, boolean durable, Clock clock) {
    this.database = database;
    this.embedded = source instanceof EmbeddedDatabase file ? file : null;
    this.durable = durable;
    this.clock = clock;
    this.writer = EntryWriter.to(database, clock);
    this.line = new AppendConnection(source, database, durable);
  }

  /** What some of a group were decided on is no more; nothing of the group was written. */
  static final class FencedException extends SQLException {
    private static final long serialVersionUID = 1L;

    private final transient List<Append> appends;

    FencedException(List<Append> appends) {
      super("what others name has changed");
      this.appends = appends;
    }

    List<Append> appends() {
      return appends;
    }
  }

  /**
   * Returns the last entry's place after the group, which is on the disk by then. Fails as {@link
   * FencedException} where some of it must be decided again.
   *
   * @param known the last entry that is known to stand
   */
  Point write(List<Append> group, Point known) throws SQLException {
    try {
      Point written = writeAfter(group, known);
      sync();
      return written;
    } catch (SQLException | RuntimeException | Error failure) {
      line.rollback();
      throw failure;
    }
  }

  private Point writeAfter(List<Append> group, Point known) throws SQLException {
    Connection connection = line.get();
    if (isShared() && group.stream().anyMatch(append -> append.fence().looksForNames())) {
      return again(connection, group, known);
    }
    try {
      return write(connection, group, known, false);
    } catch (SQLException failure) {
      if (DuplicateKey.isCauseOf(failure)) {
        throw failure;
      }
      return again(group, known, failure);
    }
  }

  private Point write(Connection connection, List<Append> group, Point known, boolean begun)
      throws SQLException {
    long learnt =
        group.stream().mapToLong(append -> append.fence().learnt()).min().orElse(Long.MAX_VALUE);
    return placed(group, writer.write(connection, known, learnt, entriesOf(group), begun));
  }

  static List<Entry> entriesOf(List<Append> group) {
    return group.stream().flatMap(append -> append.entries().stream()).toList();
  }

  /** Tells each where it stands, the last of the group at the given place. */
  private static Point placed(List<Append> group, Point last) {
    long position = last.position() - entriesOf(group).size();
    for (Append append : group) {
      append.place(position, last.recordedAt());
      position += append.entries().size();
    }
    return last;
  }

  /**
   * The second attempt, for which the head is locked: who is in the act of appending is waited for,
   * and nobody else comes first. Where the connection was lost, the entries may stand by then, and
   * are found by their command. If they do not, they are written now, and what a server begins with
   * too late breaches their keys.
   */
  private Point again(List<Append> group, Point known, SQLException failure) throws SQLException {
    try {
      if (failure instanceof HeadMovedException) {
        line.rollback();
      } else {
        line.close();
      }
      return again(line.get(), group, known);
    } catch (SQLException unsettled) {
      if (DuplicateKey.isCauseOf(unsettled) || unsettled instanceof FencedException) {
        throw unsettled;
      }
      failure.addSuppressed(unsettled);
      throw failure;
    }
  }

  /** The commit waits for a standby, even where that of an earlier attempt was cut short. */
  private Point again(Connection connection, List<Append> group, Point known) throws SQLException {
    Point last = Landmarks.soundHead(connection, known);
    Point written = Landmarks.placeOf(connection, entriesOf(group).getLast());
    if (written == null) {
      requireUnfenced(connection, group);
      return write(connection, group, last, true);
    }
    AppendConnection.commit(connection);
    placed(group, written);
    return last;
  }

  private void requireUnfenced(Connection connection, List<Append> group) throws SQLException {
    if (!isShared()) {
      return;
    }
    long registry = Landmarks.registry(connection);
    List<Append> fenced = new ArrayList<>();
    for (Append append : group) {
      if (registry > append.fence().learnt() || isNamed(connection, append.fence())) {
        fenced.add(append);
      }
    }
    if (!fenced.isEmpty()) {
      throw new FencedException(fenced);
    }
  }

  private static boolean isNamed(Connection connection, Fence fence) throws SQLException {
    for (Map.Entry<String, Long> id : fence.unnamed().entrySet()) {
      if (Landmarks.isNamed(connection, id.getKey(), id.getValue())) {
        return true;
      }
    }
    return false;
  }

  /** Brings all that is committed to the disk, as far as the database has not done so. */
  void sync() throws SQLException {
    if (durable && database.needsSync()) {
      try {
        database.sync(line.get());
      } catch (SQLException unconfirmed) {
        throw embedded == null
            ? new JournalStoppedException(UNCONFIRMED + "; restart to go on", unconfirmed)
            : JournalStoppedException.forNow(UNCONFIRMED, unconfirmed);
      }
    }
  }

  /** Reclaims space of an embedded database's file, a little at a time. */
  void tend() throws SQLException {
    if (!isShared()) {
      space.tend(line.get());
    }
  }

  /** Why an embedded database is to be opened again after a failure, or null where it is not. */
  @Nullable String lost(@Nullable Throwable failure) {
    if (embedded == null) {
      return null;
    }
    boolean ailing = failure != null && Ailment.of(failure) != Ailment.NONE;
    return ailing || embedded.isLost() ? "its database could not be written or read" : null;
  }

  /**
   * Opens the database again and brings all that it holds to the disk; returns where its last entry
   * stands. Fails where it lacks what was acknowledged.
   */
  Point reopen(Point acknowledged) throws SQLException {
    line.close();
    if (embedded != null) {
      reopen(embedded);
    }
    Point last = head(acknowledged);
    sync();
    return last;
  }

  private static void reopen(EmbeddedDatabase embedded) throws SQLException {
    try {
      embedded.reopen();
    } catch (SQLException | RuntimeException failure) {
      if (Ailment.of(failure) == Ailment.DAMAGED) {
        throw JournalStoppedException.forNow("its file is damaged; put back a copy", failure);
      }
      throw failure;
    }
  }

  /** True where other processes may append too. */
  boolean isShared() {
    return database.isShared();
  }

  /**
   * The head, once those have ended who are in the act of appending: they hold its row. What it
   * covers is as durable as an append: the lock makes the commit wait for a standby, where one is
   * waited for. Fails as {@link JournalStoppedException} where it does not fit the entries.
   *
   * @param known up to where entries are known to be durable
   */
  Point head(Point known) throws SQLException {
    return alone(connection -> Landmarks.soundHead(connection, known));
  }

  /** The same without waiting for those, where no standby is waited for. */
  Point seenHead(Point known) throws SQLException {
    return alone(
        connection -> {
          Point seen = Landmarks.durableHead(connection, known);
          return seen == null ? Landmarks.soundHead(connection, known) : seen;
        });
  }

  /**
   * The head as above, if the database's clock has passed the instant: whatever is appended from
   * then on has a later one. Null if not.
   */
  @Nullable Point headPast(Instant instant, Point known) throws SQLException {
    return alone(
        connection -> {
          Point head = Landmarks.soundHead(connection, known);
          return Landmarks.hasPassed(connection, instant) ? head : null;
        });
  }

  /** Whether the instant has come by this process's clock. */
  boolean hasCome(Instant instant) {
    return !instant.isAfter(clock.instant());
  }

  /** How far the journal reaches where its head does not tell. */
  Point lastWithoutHole() throws SQLException {
    return alone(Landmarks::lastWithoutHole);
  }

  private interface Question<T extends @Nullable Object> {
    T on(Connection connection) throws SQLException;
  }

  /** Asks in a transaction of its own. */
  private <T extends @Nullable Object> T alone(Question<T> question) throws SQLException {
    try {
      Connection connection = line.get();
      T answer = question.on(connection);
      AppendConnection.commit(connection);
      return answer;
    } catch (SQLException | RuntimeException failure) {
      line.rollback();
      throw failure;
    }
  }

  /** Says what in history was in the way of an append that breached a unique key. */
  RuntimeException refusal(Append append) throws SQLException {
    for (Entry entry : append.entries()) {
      if (wasExecuted(entry.attribution().key())) {
        return new DuplicateCommandException(entry.attribution().commandId());
      }
    }
    Entry first = append.entries().getFirst();
    return new ConcurrencyException(
        "version %d of %s is recorded already".formatted(first.version(), first.subject()));
  }

  private boolean wasExecuted(CommandKey key) throws SQLException {
    return alone(connection -> Landmarks.wasExecuted(connection, key));
  }

  @Override
  public void close() {
    line.close();
  }
}
