package org.chancery.query.replay;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.chancery.journal.JournalParts;
import org.chancery.query.QueryConfiguration;
import org.chancery.query.QueryConfiguration.ViewsSchema;
import org.chancery.query.asof.JournalHistories;
import org.chancery.query.asof.Projection;
import org.chancery.query.asof.Projector;
import org.chancery.query.asof.ReadModels;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** All read models, built from a journal in a database of their own; nothing else is started. */
final class ScratchModels {
  private static final Pattern PROJECTIONS = Pattern.compile(".*\\.[A-Z][a-z]+Projection");
  private static final Duration INTERVAL = Duration.ofMillis(100);

  private final JournalParts parts;
  private final DataSource target;
  private final long last;

  /**
   * @param target an empty database
   * @param last the last entry to take in, which must be there: the head may promise more
   */
  ScratchModels(JournalParts parts, DataSource target, long last) {
    this.parts = parts;
    this.target = target;
    this.last = last;
  }

  /** Takes the entries in. */
  void run(LongConsumer progress) {
    try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
      context.registerBean(JournalHistories.class, () -> new JournalHistories(parts.engine()));
      context.registerBean(ViewsSchema.class, () -> ViewsSchema.in(target));
      ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context, false);
      scanner.addIncludeFilter(new RegexPatternTypeFilter(PROJECTIONS));
      scanner.scan(QueryConfiguration.class.getPackageName());
      context.refresh();
      follow(
          context.getBeanProvider(Projection.class).stream()
              .<Projection<?, ?>>map(projection -> projection)
              .toList(),
          progress);
    }
  }

  private void follow(List<Projection<?, ?>> projections, LongConsumer progress) {
    ReadModels models = new ReadModels(projections, target, new JdbcTransactionManager(target));
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
