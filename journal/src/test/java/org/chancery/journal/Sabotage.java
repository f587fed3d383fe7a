package org.chancery.journal;

import static java.util.Objects.requireNonNull;
import static org.chancery.journal.Wrapped.invoke;
import static org.chancery.journal.Wrapped.proxy;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source whose connections are cut once, just before or just after they commit. */
public final class Sabotage {
  public enum Moment {
    NONE,
    BEFORE_COMMIT,
    AFTER_COMMIT,
    /** What was sent lies about until {@link #deliver} lets the database begin with it. */
    SENT
  }

  /** What commits. */
  @FunctionalInterface
  private interface Commit {
    void run() throws SQLException;
  }

  private volatile Moment moment = Moment.NONE;
  private volatile boolean down;
  private volatile boolean downOnceCut;
  private volatile @Nullable Connection kept;
  private volatile Commit sent = () -> {};

  public void cut(Moment when) {
    moment = when;
  }

  /** The same, and the first who asks for another connection gets none. */
  public void cutAndRefuse(Moment when) {
    downOnceCut = true;
    moment = when;
  }

  /** Lets the database have what was {@link Moment#SENT}. */
  public void deliver() throws SQLException {
    try (Connection _ = requireNonNull(kept)) {
      sent.run();
    }
  }

  /** As long as it is down, there are no connections. */
  public void down(boolean now) {
    down = now;
  }

  public DataSource around(DataSource source) {
    return proxy(
        DataSource.class,
        (method, args) -> {
          Object made = invoke(source, method, args);
          return made instanceof Connection connection ? reached(connection) : made;
        });
  }

  private Connection reached(Connection connection) throws SQLException {
    if (down || (downOnceCut && moment == Moment.NONE)) {
      downOnceCut = false;
      connection.close();
      throw new SQLException("connection refused", "08001");
    }
    return saboteur(connection);
  }

  private Connection saboteur(Connection connection) {
    return proxy(
        Connection.class,
        (method, args) -> {
          if (method.getName().equals("commit") && moment != Moment.NONE) {
            throw cut(connection, connection::commit);
          }
          if (closesKept(connection, method)) {
            return null;
          }
          return method.getName().equals("prepareStatement") && appends(connection, args)
              ? saboteur(
                  connection, (PreparedStatement) requireNonNull(invoke(connection, method, args)))
              : invoke(connection, method, args);
        });
  }

  /** True of the statement that writes entries, where it commits itself. */
  private static boolean appends(Connection connection, Object @Nullable [] args)
      throws SQLException {
    return args != null
        && args[0].toString().contains("insert into entry")
        && connection.getAutoCommit();
  }

  private PreparedStatement saboteur(Connection connection, PreparedStatement statement) {
    return proxy(
        PreparedStatement.class,
        (method, args) -> {
          if (method.getName().equals("execute") && moment != Moment.NONE) {
            throw cut(connection, statement::execute);
          }
          return closesKept(connection, method) ? null : invoke(statement, method, args);
        });
  }

  private boolean closesKept(Connection connection, Method method) {
    return connection.equals(kept) && method.getName().equals("close");
  }

  private SQLException cut(Connection connection, Commit commit) throws SQLException {
    if (moment == Moment.AFTER_COMMIT) {
      commit.run();
    }
    if (moment == Moment.SENT) {
      sent = commit;
      kept = connection;
    } else {
      connection.close();
    }
    moment = Moment.NONE;
    return new SQLException("connection lost", "08006");
  }
}
