package org.chancery.readmodel;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.chancery.readmodel.Replays.ReplayState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;

/** Does one replay after the other: builds, compares, switches. */
final class ReplayRun {
  private static final Logger log = LoggerFactory.getLogger(ReplayRun.class);
  private static final int LONGEST = 2_000;
  private static final Duration INTERVAL = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final ReadModels models;
  private final Projector projector;
  private final ReplayTable table;
  private final JdbcTemplate jdbc;
  private final BooleanSupplier stopping;
  private volatile ReplayPace pace = ReplayPace.NONE;
  private long moved;

  ReplayRun(
      ReadModels models,
      Projector projector,
      ReplayTable table,
      DataSource views,
      BooleanSupplier stopping) {
    this.models = models;
    this.projector = projector;
    this.table = table;
    this.jdbc = new JdbcTemplate(views);
    this.stopping = stopping;
  }

  /** Of the one that is at work, or was last. */
  ReplayPace pace() {
    return pace;
  }

  /**
   * Takes a replay to its end, from wherever it is; leaves it there where the process stops, and
   * where the database is lost.
   */
  void to(Replay replay) {
    try {
      go(replay);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (DataAccessResourceFailureException
        | RecoverableDataAccessException
        | TransientDataAccessException
        | TransactionException lost) {
      throw lost;
    } catch (RuntimeException | Error failed) {
      if (!stopping.getAsBoolean()) {
        log.error("replay {} failed; the old read models go on answering", replay.id(), failed);
        String cause = failed.toString();
        table.end(
            replay.id(), ReplayState.FAILED, cause.substring(0, Math.min(LONGEST, cause.length())));
      }
    }
  }

  private void go(Replay replay) throws InterruptedException {
    if (stopping.getAsBoolean()) {
      return;
    }
    Rebuild rebuild = begun(replay);
    table.enter(replay.id(), ReplayState.BUILDING);
    if (built(replay, rebuild)) {
      compare(replay, rebuild);
      finish(replay, rebuild);
    }
  }

  /** False where the process stops before all is built. */
  private boolean built(Replay replay, Rebuild rebuild) throws InterruptedException {
    if (!takesIn(replay, rebuild)) {
      return false;
    }
    try {
      rebuild.settle();
      return true;
    } catch (DataIntegrityViolationException unfit) {
      log.warn("replay {} begins anew, to find the entry to blame", replay.id(), unfit);
      table.moveTo(replay.id(), 0);
      Rebuild again = rebuild(replay, 0);
      again.beginInPlace();
      return built(replay, again);
    }
  }

  private boolean takesIn(Replay replay, Rebuild rebuild) throws InterruptedException {
    pace = ReplayPace.of(replay);
    long goal = Math.min(replay.goal(), projector.head());
    moved = System.nanoTime();
    while (goesOn(rebuild, goal)) {
      pace = pace.at(rebuild.taken());
      if (stopping.getAsBoolean()) {
        rebuild.pause();
        return false;
      }
    }
    return true;
  }

  /** Read models that were put aside come from far behind, and are waited for. */
  private boolean goesOn(Rebuild rebuild, long goal) throws InterruptedException {
    if (rebuild.advance(models.position())) {
      moved = System.nanoTime();
      return true;
    }
    boolean lacks = rebuild.taken() < goal;
    if (lacks && !models.await(rebuild.taken() + 1, INTERVAL)) {
      requireSomeMove(goal);
    }
    return lacks;
  }

  private void requireSomeMove(long goal) {
    if (System.nanoTime() - moved > PATIENCE.toNanos()) {
      throw new IllegalStateException(
          "the read models stand still at %d of %d".formatted(models.position(), goal),
          projector.failure());
    }
  }

  /** One that has seen more than the journal holds has seen another, and begins anew. */
  private Rebuild begun(Replay replay) {
    boolean goesOn =
        replay.state() != ReplayState.WAITING
            && replay.position() > 0
            && replay.position() <= projector.head();
    Rebuild rebuild = rebuild(replay, goesOn ? replay.position() : 0);
    if (goesOn) {
      rebuild.resume();
    } else {
      table.moveTo(replay.id(), 0);
      rebuild.begin();
    }
    return rebuild;
  }

  private Rebuild rebuild(Replay replay, long position) {
    return projector.rebuild(replay.models(), position, at -> table.moveTo(replay.id(), at));
  }

  private void compare(Replay replay, Rebuild rebuild) {
    table.enter(replay.id(), ReplayState.COMPARING);
    long known = rebuild.position();
    RowComparison comparison = new RowComparison(jdbc, known, stopping);
    rebuild.tables().forEach(comparison::of);
    table.compared(replay.id(), known, comparison.differences(), comparison.examples());
    if (comparison.differences() > 0) {
      log.warn("replay {}: {} rows came out otherwise", replay.id(), comparison.differences());
    }
  }

  private void finish(Replay replay, Rebuild rebuild) throws InterruptedException {
    while (rebuild.advance(models.position())) {
      // what was recorded meanwhile
    }
    while (!stopping.getAsBoolean()) {
      if (projector.handOver(rebuild, () -> table.end(replay.id(), ReplayState.DONE, null))) {
        retire(rebuild);
        return;
      }
      Thread.sleep(INTERVAL);
    }
  }

  /** The replay is done by then, whatever becomes of the former tables. */
  private static void retire(Rebuild rebuild) throws InterruptedException {
    try {
      if (!rebuild.retire()) {
        log.warn("the former tables are still read; the next replay empties them");
      }
    } catch (RuntimeException failed) {
      log.warn("the former tables could not be emptied; the next replay empties them", failed);
    }
  }
}
