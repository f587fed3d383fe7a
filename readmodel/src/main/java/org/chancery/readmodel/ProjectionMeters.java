package org.chancery.readmodel;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.chancery.journal.Entry;
import org.chancery.journal.Head.Point;
import org.chancery.journal.Journal;

/** What is measured of the read models' following. */
final class ProjectionMeters {
  private final Journal journal;
  private final ReadModels models;
  private final Timer batches;
  private final Timer latency;

  ProjectionMeters(Journal journal, ReadModels models, MeterRegistry meters) {
    this.journal = journal;
    this.models = models;
    this.batches = meters.timer("chancery.projection.batch");
    this.latency = meters.timer("chancery.projection.latency");
    meters.gauge("chancery.journal.position", journal, all -> all.head().position());
    if (models.areKept()) {
      measure(meters);
    }
  }

  private void measure(MeterRegistry meters) {
    meters.gauge("chancery.projection.position", models, ReadModels::position);
    meters.gauge("chancery.projection.parked", models, ReadModels::parkedTotal);
    meters.gauge("chancery.projection.lag", this, ProjectionMeters::lag);
  }

  double lag() {
    return journal.head().position() - models.position();
  }

  /**
   * Takes in a batch. How long entries wait for answers to have them is measured of its first, from
   * when it was recorded; not of those that the journal held at the start.
   */
  int batch(IntSupplier taking) {
    boolean follows = models.haveCaughtUp();
    long before = models.position();
    long begin = System.nanoTime();
    int taken = taking.getAsInt();
    if (taken > 0) {
      batches.record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
    }
    if (follows && models.position() > before) {
      latency.record(Duration.between(recordedAt(before + 1), Instant.now()));
    }
    return taken;
  }

  private Instant recordedAt(long position) {
    Point head = journal.head().point();
    return head.position() == position
        ? head.recordedAt()
        : journal.at(position).map(Entry::recordedAt).orElse(head.recordedAt());
  }
}
