package org.chancery.seal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.chancery.journal.DurableWrites;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Has one of several processes seal at a time, in a PostgreSQL that they share. Whoever holds the
 * lease renews it; it lapses by the database's clock, and another takes it over with a new epoch. A
 * round asks for its own epoch in its own transaction, so who was paused writes nothing any more.
 */
public final class Lease {
  private static final Duration TERM = Duration.ofSeconds(15);
  private static final int RENEWALS = 3;
  private static final long NONE = -1;

  /** A row that somebody has locked is being taken, or a round under it is being committed. */
  private static final String TAKE =
      "update lease set holder = :holder, until = clock_timestamp() + :ms * interval '1 ms',"
          + " epoch = case when lease.epoch = :epoch then lease.epoch else lease.epoch + 1 end"
          + " from (select name from lease where name = 'sealer'"
          + " and (epoch = :epoch or until < clock_timestamp()) for update skip locked) free"
          + " where lease.name = free.name returning lease.epoch";

  private static final String GIVE_BACK =
      "update lease set holder = null, until = clock_timestamp() where name = 'sealer'"
          + " and epoch = ?";

  /** Whoever is paused while it writes is given up in time, for it has what others wait for. */
  private static final String KEEP =
      "select set_config('idle_in_transaction_session_timeout', ?, true) from lease"
          + " where name = 'sealer' and epoch = ? for share";

  private final DurableWrites writes;
  private final String holder;
  private final Duration term;
  private volatile long epoch = NONE;
  private long renewed;
  private volatile @Nullable String other;

  /**
   * Makes one that is not held yet.
   *
   * @param holder the name of this process, for who asks which of them seals
   */
  public Lease(DurableWrites writes, String holder) {
    this(writes, holder, TERM);
  }

  Lease(DurableWrites writes, String holder, Duration term) {
    this.writes = writes;
    this.holder = holder;
    this.term = term;
  }

  /** Who seals, as far as this process knows; null where nobody does. */
  @Nullable String holder() {
    return isHeld() ? holder : other;
  }

  boolean isHeld() {
    return epoch != NONE;
  }

  /** How long another one rests before it asks again. */
  Duration rest() {
    return term.dividedBy(RENEWALS);
  }

  /** Takes or renews it where it is time to; true where this process holds it. */
  boolean hold() throws SQLException {
    long now = System.nanoTime();
    if (isHeld() && now - renewed < rest().toNanos()) {
      return true;
    }
    long taken = writes.write(this::take);
    renewed = now;
    epoch = taken;
    return isHeld();
  }

  private long take(Connection connection) {
    JdbcClient jdbc = in(connection);
    long taken =
        jdbc.sql(TAKE)
            .param("holder", holder)
            .param("ms", term.toMillis())
            .param("epoch", epoch)
            .query(Long.class)
            .optional()
            .orElse(NONE);
    other =
        jdbc.sql("select holder from lease where name = 'sealer'")
            .query((row, n) -> String.valueOf(row.getString(1)))
            .single();
    return taken;
  }

  /**
   * Keeps it from being taken over until the transaction ends; false where it has been taken over.
   */
  boolean keep(Connection connection) {
    boolean kept =
        !in(connection)
            .sql(KEEP)
            .params(Long.toString(term.toMillis()), epoch)
            .query((row, n) -> row.getString(1))
            .list()
            .isEmpty();
    epoch = kept ? epoch : NONE;
    return kept;
  }

  /** Lets another one seal at once. */
  void giveBack() throws SQLException {
    long held = epoch;
    epoch = NONE;
    if (held != NONE) {
      int _ = writes.write(connection -> in(connection).sql(GIVE_BACK).param(held).update());
    }
  }

  private static JdbcClient in(Connection connection) {
    return JdbcClient.create(new SingleConnectionDataSource(connection, true));
  }
}
