package org.chancery.query.replay;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.chancery.query.QueryConfiguration.ViewsSchema;
import org.chancery.query.asof.BackgroundLoop;
import org.chancery.query.asof.Projector;
import org.chancery.query.asof.ReadModels;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs replays one after the other, on a thread of its own; goes on with those cut short. */
@Component
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

  Replays(ReadModels models, Projector projector, ViewsSchema views) {
    this.models = models;
    this.projector = projector;
    this.table = new ReplayTable(views.source());
    this.run = new ReplayRun(models, projector, table, views.source(), loop::isStopping);
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
              422,
              "UNKNOWN_READ_MODEL",
              "there is no read model '%s'; there are %s".formatted(name, models.names())));
    }
  }

  private static void requireOther(Replay running, List<String> chosen) {
    Optional<String> both = chosen.stream().filter(running.models()::contains).findFirst();
    if (both.isPresent()) {
      throw new ProblemException(
          Problem.of(
              409,
              "REPLAY_RUNNING",
              "replay %d builds '%s' anew already".formatted(running.id(), both.get())));
    }
  }

  /** A replay as it stands. */
  public Optional<ReplayView> of(long id) {
    return table.of(id).map(replay -> ReplayView.of(replay, run.pace()));
  }

  /** The last hundred replays, the newest first. */
  List<ReplayView> last() {
    return table.last(LISTED).stream().map(replay -> ReplayView.of(replay, run.pace())).toList();
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
    loop.stop();
  }

  @Override
  public boolean isRunning() {
    return loop.isRunning();
  }
}
