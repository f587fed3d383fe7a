package org.chancery.query.asof;

import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Projections into tables that nobody reads. They are written one after the other in the order of
 * their index and in small transactions, so that H2 writes a page once where it would write it many
 * times; what stands beyond the position after a crash is taken back.
 */
final class RebuildingGroup extends Group {

  RebuildingGroup(
      List<Projection<?, ?>> projections,
      long position,
      JdbcTemplate jdbc,
      TransactionTemplate transaction,
      LongConsumer moving) {
    super(projections, Map.of(), position, jdbc, transaction, moving);
  }

  @Override
  void write(long reached, List<Batch> batches) {
    for (Batch batch : batches) {
      batch.pieces().forEach(piece -> inTransaction(() -> piece.write(jdbc())));
    }
    super.write(reached, List.of());
  }

  /** In one transaction: a position that stood beyond its rows would never get them. */
  @Override
  void recover() {
    inTransaction(
        () -> {
          projections().forEach(projection -> projection.kept().backTo(position(), jdbc()));
          super.write(position(), List.of());
        });
  }
}
