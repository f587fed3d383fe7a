package org.chancery.journal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source whose connections are cut once, just before or just after they commit. */
public final class Sabotage {
  public enum Moment {
    NONE,
    BEFORE_COMMIT,
    AFTER_COMMIT
  }

  private volatile Moment moment = Moment.NONE;
  private volatile boolean down;

  public void cut(Moment when) {
    moment = when;
  }

  /** As long as it is down, there are no connections. */
  public void down(boolean now) {
    down = now;
  }

  public DataSource around(DataSource source) {
    return proxy(
        DataSource.class,
        source,
        made -> made instanceof Connection connection ? reached(connection) : made);
  }

  private Connection reached(Connection connection) throws SQLException {
    if (down) {
      connection.close();
      throw new SQLException("connection refused", "08001");
    }
    return saboteur(connection);
  }

  private Connection saboteur(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (self, method, args) -> {
              if (method.getName().equals("commit") && moment != Moment.NONE) {
                throw cut(connection);
              }
              return invoke(connection, method, args);
            });
  }

  private SQLException cut(Connection connection) throws SQLException {
    if (moment == Moment.AFTER_COMMIT) {
      connection.commit();
    }
    moment = Moment.NONE;
    connection.close();
    return new SQLException("connection lost", "08006");
  }

  /** What is made of a result. */
  private interface Wrap {
    @Nullable Object of(@Nullable Object made) throws SQLException;
  }

  private static <T> T proxy(Class<T> type, T target, Wrap wrap) {
    return type.cast(
        Proxy.newProxyInstance(
            Sabotage.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, args) -> wrap.of(invoke(target, method, args))));
  }

  private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] args)
      throws Throwable {
    try {
      return method.invoke(target, args);
    } catch (InvocationTargetException thrown) {
      throw thrown.getTargetException();
    }
  }
}
