package org.chancery.query.asof;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Projections into tables that nobody reads. Of a part of the journal they are built one after the
 * other, each being written while the next one is folded; and each in the order of its index and in
 * small transactions, so that H2 writes a page once where it would write it many times. What stands
 * beyond the position after a crash is taken back.
 */
final class RebuildingGroup extends Group {
  private final List<Incoming> part = new ArrayList<>();
  private long size;
  private @Nullable Aside<Boolean> tables;
  private long handedOver;

  RebuildingGroup(
      List<Projection<?, ?>> projections,
      long position,
      JdbcTemplate jdbc,
      TransactionTemplate transaction,
      LongConsumer moving) {
    super(projections, position, jdbc, transaction, mark -> moving.accept(mark.position()));
  }

  /** The first one takes entries in while others are still being read. */
  @Override
  void on(Incoming entry) {
    projections().getFirst().on(entry);
    part.add(entry);
    size += entry.size();
  }

  @Override
  long waiting() {
    return size + projections().getFirst().waiting();
  }

  /** Has all written, a table at a time: only the position is left. */
  @Override
  List<Batch> drain() {
    List<Projection<?, ?>> all = projections();
    handOver(all.getFirst());
    all.subList(1, all.size()).forEach(this::fold);
    drop();
    return List.of();
  }

  private void fold(Projection<?, ?> projection) {
    for (Incoming entry : part) {
      projection.on(entry);
      if (projection.waiting() >= Rebuild.PART) {
        handOver(projection);
      }
    }
    handOver(projection);
  }

  private void handOver(Projection<?, ?> projection) {
    if (handedOver >= Rebuild.PART) {
      awaitTables();
    }
    handedOver += projection.waiting();
    List<Batch> pieces = projection.drain().pieces();
    if (!pieces.isEmpty()) {
      Aside<Boolean> before = tables;
      tables = new Aside<>("write-table", () -> write(before, projection.kept(), pieces));
    }
  }

  private boolean write(@Nullable Aside<Boolean> before, Generation table, List<Batch> pieces) {
    Aside.await(before);
    pieces.forEach(piece -> inTransaction(() -> piece.write(jdbc())));
    pieces.forEach(table::written);
    return true;
  }

  private void awaitTables() {
    Aside<Boolean> last = tables;
    tables = null;
    handedOver = 0;
    Aside.await(last);
  }

  @Override
  void write(Mark reached, List<Batch> batches) {
    awaitTables();
    super.write(reached, batches);
  }

  @Override
  void forget() {
    Aside.outlast(tables);
    tables = null;
    handedOver = 0;
    drop();
    super.forget();
  }

  private void drop() {
    part.clear();
    size = 0;
  }

  /** In one transaction: a position that stood beyond its rows would never get them. */
  @Override
  void recover() {
    inTransaction(
        () -> {
          projections().forEach(projection -> projection.kept().backTo(position(), jdbc()));
          super.write(new Mark(position(), null), List.of());
        });
  }
}
