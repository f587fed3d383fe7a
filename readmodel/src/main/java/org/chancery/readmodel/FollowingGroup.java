package org.chancery.readmodel;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Projections into tables that answer: rows, what is parked and how far, in one transaction. */
final class FollowingGroup extends Group {
  private final Map<String, Long> ahead;
  private final ProgressTable progress;
  private final Consumer<Mark> noting;

  /**
   * @param ahead the models that have seen some of what comes, and how far
   */
  FollowingGroup(
      List<Projection<?, ?>> projections,
      Map<String, Long> ahead,
      long position,
      JdbcTemplate jdbc,
      TransactionTemplate transaction,
      ProgressTable progress,
      Consumer<Mark> noting) {
    super(projections, position, jdbc, transaction, progress::moveTo);
    this.ahead = ahead;
    this.progress = progress;
    this.noting = noting;
  }

  @Override
  void write(Mark reached, List<TableBatch> batches) {
    super.write(reached, batches);
    noting.accept(reached);
  }

  @Override
  void on(Incoming entry) {
    for (Projection<?, ?> projection : projections()) {
      if (ahead.getOrDefault(projection.model().name(), 0L) < entry.position()) {
        projection.on(entry);
      }
    }
  }

  @Override
  long waiting() {
    return projections().stream().mapToLong(Projection::waiting).sum();
  }

  @Override
  List<TableBatch> drain() {
    return projections().stream().<TableBatch>map(Projection::drain).toList();
  }

  /** A commit whose end was not heard of, for the connection was lost, may stand all the same. */
  @Override
  void recover() {
    long written = progress.least();
    if (written > position()) {
      projections().forEach(projection -> projection.kept().reread(jdbc()));
      moveTo(written);
    }
  }
}
