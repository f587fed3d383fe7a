package org.chancery.query.asof;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Projections into tables that answer: rows, what is parked and how far, in one transaction. */
final class FollowingGroup extends Group {
  private final ProgressTable progress;

  FollowingGroup(
      List<Projection<?, ?>> projections,
      Map<String, Long> ahead,
      long position,
      JdbcTemplate jdbc,
      TransactionTemplate transaction,
      ProgressTable progress) {
    super(projections, ahead, position, jdbc, transaction, progress::moveTo);
    this.progress = progress;
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
