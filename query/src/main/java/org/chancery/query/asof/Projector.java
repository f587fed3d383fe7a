package org.chancery.query.asof;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.chancery.journal.Journal;
import org.chancery.shared.LedgerEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Follows the journal into the read models, in batches: what a batch changes and how far it reached
 * are committed together, so a crash at any point repeats nothing and leaves nothing out.
 */
public final class Projector implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Projector.class);
  private static final int BATCH = 1_000;
  private static final Duration IDLE = Duration.ofMillis(20);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final Journal journal;
  private final EventStorageEngine engine;
  private final ReadModels models;
  private final Timer batches;
  private volatile @Nullable Thread thread;
  private volatile boolean stopping;
  private volatile @Nullable Exception failure;

  public Projector(
      Journal journal, EventStorageEngine engine, ReadModels models, MeterRegistry meters) {
    this.journal = journal;
    this.engine = engine;
    this.models = models;
    this.batches = meters.timer("chancery.projection.batch");
    meters.gauge("chancery.projection.lag", this, Projector::lag);
  }

  /** How many entries the read models have yet to take in. */
  public double lag() {
    return journal.head().position() - models.position();
  }

  /** What stops the read models from following, or null. */
  public @Nullable Exception failure() {
    return failure;
  }

  /** Takes in the next batch; returns how many entries it held. */
  public int advance() {
    long after = models.position();
    List<? extends TrackedEventMessage<?>> batch;
    try (var entries = engine.readEvents(new GlobalSequenceTrackingToken(after), false)) {
      batch = entries.limit(BATCH).toList();
    }
    if (!batch.isEmpty()) {
      batches.record(() -> take(batch));
    }
    return batch.size();
  }

  private void take(List<? extends TrackedEventMessage<?>> batch) {
    try {
      long position = 0;
      for (TrackedEventMessage<?> message : batch) {
        position = message.trackingToken().position().orElseThrow();
        models.on((LedgerEvent) message.getPayload(), position, isFirst(message));
      }
      models.commit(position);
    } catch (RuntimeException failed) {
      models.forget();
      throw failed;
    }
  }

  private static boolean isFirst(TrackedEventMessage<?> message) {
    return message instanceof DomainEventMessage<?> domain && domain.getSequenceNumber() == 0;
  }

  @Override
  public void start() {
    models.open(journal.refreshedHead().position());
    stopping = false;
    thread = Thread.ofPlatform().name("projector").daemon().start(this::follow);
  }

  private void follow() {
    while (!stopping) {
      try {
        if (advance() == 0) {
          journal.head().awaitBeyond(models.position(), IDLE);
          journal.refreshedHead();
        }
        failure = null;
      } catch (InterruptedException stopped) {
        return;
      } catch (RuntimeException failed) {
        failure = failed;
        log.error("the read models stand still after position {}", models.position(), failed);
        rest();
      }
    }
  }

  private static void rest() {
    try {
      Thread.sleep(AFTER_FAILURE);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Does not interrupt: H2 closes its file when a thread is interrupted that writes to it. */
  @Override
  public void stop() {
    Thread running = thread;
    if (running != null) {
      stopping = true;
      try {
        running.join(Duration.ofSeconds(10));
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
      thread = null;
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
