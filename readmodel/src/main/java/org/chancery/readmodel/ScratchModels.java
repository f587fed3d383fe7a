package org.chancery.readmodel;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.chancery.journal.JournalParts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** All read models, built from a journal in a database of their own; nothing else is started. */
final class ScratchModels {
  private static final Duration INTERVAL = Duration.ofMillis(100);

  private final List<ReadModelSpec<?, ?>> specs;
  private final JournalParts parts;
  private final DataSource target;
  private final long last;

  /**
   * @param target an empty database
   * @param last the last entry to take in, which must be there: the head may promise more
   */
  ScratchModels(List<ReadModelSpec<?, ?>> specs, JournalParts parts, DataSource target, long last) {
    this.specs = specs;
    this.parts = parts;
    this.target = target;
    this.last = last;
  }

  /** Takes the entries in. */
  void run(LongConsumer progress) {
    SubjectHistory history = SubjectHistory.in(parts.engine());
    ReadModels models = ReadModels.in(target, new JdbcTransactionManager(target), specs, history);
    Projector projector =
        new Projector(parts.journal(), parts.engine(), models, new SimpleMeterRegistry());
    projector.start();
    try {
      while (!models.await(last, INTERVAL)) {
        progress.accept(models.position());
        fail(projector.failure());
      }
      progress.accept(last);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the process stops");
    } finally {
      projector.stop();
    }
  }

  private static void fail(@Nullable Exception failure) {
    if (failure != null) {
      throw new IllegalStateException("the journal leads to no read models", failure);
    }
  }
}
