package org.chancery.readmodel;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RequestCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs replays one after the other, on a thread of its own; goes on with those cut short. */
public final class Replays implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Replays.class);
  private static final int LISTED = 100;
  private static final long IDLE_SECONDS = 1;

  private final ReadModels models;
  private final Projector projector;
  private final ReplayTable table;
  private final ReplayRun run;
  private final Semaphore asked = new Semaphore(0);
  private final BackgroundLoop loop = new BackgroundLoop("replay", Duration.ofSeconds(20));

  Replays(ReadModels models, Projector projector, DataSource views) {
    this.models = models;
    this.projector = projector;
    this.table = new ReplayTable(views);
    this.run = new ReplayRun(models, projector, table, views, loop::isStopping);
  }

  /**
   * Asks for models to be built anew; it begins when those asked for before are over.
   *
   * @param names of the models; all where there are none
   * @throws ProblemException UNKNOWN_READ_MODEL, REPLAY_RUNNING
   */
  public synchronized ReplayView request(Collection<String> names, @Nullable String requestedBy) {
    List<String> chosen = names.isEmpty() ? models.names() : names.stream().sorted().toList();
    chosen.forEach(this::requireKnown);
    table.unfinished().forEach(running -> requireOther(running, chosen));
    long id = table.enter(chosen, projector.head(), requestedBy);
    asked.release();
    return of(id).orElseThrow();
  }

  private void requireKnown(String name) {
    if (!models.names().contains(name)) {
      throw new ProblemException(
          Problem.of(
              RequestCode.UNKNOWN_READ_MODEL,
              "there is no read model '%s'; there are %s".formatted(name, models.names())));
    }
  }

  private static void requireOther(Replay running, List<String> chosen) {
    Optional<String> both = chosen.stream().filter(running.models()::contains).findFirst();
    if (both.isPresent()) {
      throw new ProblemException(
          Problem.of(
              RequestCode.REPLAY_RUNNING,
              "replay %d builds '%s' anew already".formatted(running.id(), both.get())));
    }
  }

  /** A replay as it stands. */
  public Optional<ReplayView> of(long id) {
    return table.of(id).map(replay -> ReplayView.of(replay, run.pace()));
  }

  /** The last hundred replays, the newest first. */
  public List<ReplayView> last() {
    return table.last(LISTED).stream().map(replay -> ReplayView.of(replay, run.pace())).toList();
  }

  @Override
  public boolean isAutoStartup() {
    return models.areKept();
  }

  @Override
  public void start() {
    asked.release();
    loop.start(this::work);
  }

  /** After a failure it looks each second for what is unfinished: the database may be back. */
  private void work() {
    boolean lookAgain = false;
    while (!loop.isStopping()) {
      try {
        boolean wanted = asked.tryAcquire(IDLE_SECONDS, TimeUnit.SECONDS);
        if (wanted || lookAgain) {
          asked.drainPermits();
          table.unfinished().forEach(run::to);
          lookAgain = false;
        }
      } catch (InterruptedException stopped) {
        return;
      } catch (RuntimeException | Error failed) {
        if (!lookAgain) {
          log.error("no replay can be begun or ended; trying each second", failed);
        }
        lookAgain = true;
      }
    }
  }

  /** What is cut short goes on at the next start. */
  @Override
  public void stop() {
    loop.stop(asked::release);
  }

  @Override
  public boolean isRunning() {
    return loop.isRunning();
  }

  /**
   * A replay as it is told.
   *
   * @param entries how many it has taken in
   * @param of how many there were when it was asked for, or came to be since
   * @param perSecond entries a second; null where it is not building
   * @param secondsLeft until all are in, at that rate; null where it is not building
   * @param comparedTo the position up to which the rows were compared, in both times
   * @param differences how many rows came out otherwise; {@code examples} has the first twenty
   * @param cause why it failed
   */
  public record ReplayView(
      long replay,
      List<String> models,
      ReplayState state,
      long entries,
      long of,
      @Nullable Long perSecond,
      @Nullable Long secondsLeft,
      @Nullable Long comparedTo,
      long differences,
      List<Difference> examples,
      @Nullable String cause,
      @Nullable String requestedBy,
      Instant requested,
      @Nullable Instant ended) {

    static ReplayView of(Replay replay, ReplayPace pace) {
      boolean building = replay.state() == ReplayState.BUILDING && pace.replay() == replay.id();
      double rate = building ? pace.perSecond() : 0;
      long taken = building ? pace.taken() : replay.position();
      long left = Math.max(0, replay.goal() - taken);
      return new ReplayView(
          replay.id(),
          replay.models(),
          replay.state(),
          taken,
          Math.max(replay.goal(), taken),
          building ? Math.round(rate) : null,
          building && rate > 0 ? Math.round(left / rate) : null,
          replay.comparedTo(),
          replay.differences(),
          replay.examples(),
          replay.cause(),
          replay.requestedBy(),
          replay.requested(),
          replay.ended());
    }

    /** True once nothing more happens to it. */
    public boolean hasEnded() {
      return state.isOver();
    }
  }

  /** How far a replay is. */
  public enum ReplayState {
    /** Another one is at work. */
    WAITING,
    /** The journal is taken in. */
    BUILDING,
    /** The rebuilt rows are held against the old ones. */
    COMPARING,
    /** The rebuilt models answer. */
    DONE,
    /** It ended without a switch; {@code cause} says why. */
    FAILED;

    boolean isOver() {
      return this == DONE || this == FAILED;
    }
  }

  /**
   * A row that came out otherwise, with all its columns as text, cut where it is long; what is null
   * is left out, and so is {@code known_to} where it is open, or ends beyond the position of the
   * comparison.
   *
   * @param subject what the row is about
   * @param before as the old table has it; null where it has none
   * @param rebuilt as the journal leads to it; null where it leads to none
   */
  public record Difference(
      String model,
      String subject,
      @Nullable Map<String, String> before,
      @Nullable Map<String, String> rebuilt) {

    /** The same with no text longer than so many characters. */
    Difference cutTo(int length) {
      return new Difference(model, subject, cut(before, length), cut(rebuilt, length));
    }

    private static @Nullable Map<String, String> cut(
        @Nullable Map<String, String> columns, int length) {
      if (columns == null) {
        return null;
      }
      Map<String, String> cut = new LinkedHashMap<>(columns);
      cut.replaceAll((_, text) -> text.substring(0, Math.min(length, text.length())));
      return cut;
    }
  }
}
