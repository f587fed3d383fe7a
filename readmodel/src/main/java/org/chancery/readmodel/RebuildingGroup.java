package org.chancery.readmodel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.chancery.readmodel.TablePair.Generation;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Projections into tables that nobody reads. Of a part of the journal they are built one after the
 * other, each being written while the next one is folded. Of a short journal, all is written at
 * once, in the order of the table's index; of a long one, each part becomes a sorted run, and the
 * runs are merged at the end ({@link SortedRuns}). What stands beyond the position after a crash is
 * taken back.
 */
final class RebuildingGroup extends Group {
  private final List<Incoming> part = new ArrayList<>();
  private final Map<String, SortedRuns> runs = new HashMap<>();
  private final long longPart;
  private long size;
  private @Nullable AsyncTask<Boolean> tables;
  private long handedOver;
  private boolean empty;
  private boolean inRuns;

  /**
   * @param longPart bytes of memory that a part of a table may take before it is written
   */
  RebuildingGroup(
      List<Projection<?, ?>> projections,
      long position,
      JdbcTemplate jdbc,
      TransactionTemplate transaction,
      LongConsumer moving,
      long longPart) {
    super(projections, position, jdbc, transaction, mark -> moving.accept(mark.position()));
    this.longPart = longPart;
    for (Projection<?, ?> projection : projections) {
      RowTable table = projection.kept().rows();
      runs.put(table.name(), new SortedRuns(jdbc, table));
    }
    inRuns = hasRuns();
  }

  private boolean hasRuns() {
    return !runs.values().stream().allMatch(SortedRuns::isEmpty);
  }

  private SortedRuns runs(Generation table) {
    return Objects.requireNonNull(runs.get(table.table()));
  }

  /**
   * Begins with empty tables.
   *
   * @param mayRun false where a table will not have a row, and the entry to blame is to be found
   */
  void begin(boolean mayRun) {
    inRuns = false;
    empty = mayRun;
    runs.values().forEach(SortedRuns::clear);
    projections().forEach(projection -> createOrder(projection.kept()));
  }

  @Override
  void expectMore() {
    if (empty) {
      inRuns = true;
      projections().forEach(projection -> dropOrder(projection.kept()));
    }
  }

  private void dropOrder(Generation table) {
    jdbc().execute(table.rows().dropOrder());
  }

  private void createOrder(Generation table) {
    jdbc().execute(table.rows().createOrder());
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
  List<TableBatch> drain() {
    empty = false;
    List<Projection<?, ?>> all = projections();
    handOver(all.getFirst());
    all.subList(1, all.size()).forEach(this::fold);
    drop();
    return List.of();
  }

  private void fold(Projection<?, ?> projection) {
    for (Incoming entry : part) {
      projection.on(entry);
      if (projection.waiting() >= longPart) {
        handOver(projection);
      }
    }
    handOver(projection);
  }

  private void handOver(Projection<?, ?> projection) {
    if (handedOver >= longPart) {
      awaitTables();
    }
    handedOver += projection.waiting();
    TableBatch batch = projection.drain();
    AsyncTask<Boolean> before = tables;
    tables = new AsyncTask<>("write-table", () -> write(before, projection.kept(), batch));
  }

  private boolean write(@Nullable AsyncTask<Boolean> before, Generation table, TableBatch batch) {
    AsyncTask.await(before);
    if (inRuns) {
      runs(table).add(position(), batch, this::inTransaction);
      put(table, new TableBatch(batch.table(), List.of(), List.of(), batch.parked()).pieces());
    } else {
      put(table, batch.pieces());
    }
    return true;
  }

  private void put(Generation table, List<TableBatch> pieces) {
    pieces.forEach(piece -> inTransaction(() -> piece.write(jdbc())));
    pieces.forEach(table::written);
  }

  /**
   * Merges the runs into their tables. After a crash in between it begins anew, for the runs are
   * still there.
   */
  void merge() {
    if (inRuns) {
      projections().forEach(projection -> merge(projection.kept()));
      runs.values().forEach(SortedRuns::clear);
      inRuns = false;
    }
  }

  private void merge(Generation table) {
    table.rows().truncate(jdbc());
    runs(table).merge(piece -> put(table, piece.pieces()));
    createOrder(table);
  }

  private void awaitTables() {
    AsyncTask<Boolean> last = tables;
    tables = null;
    handedOver = 0;
    AsyncTask.await(last);
  }

  @Override
  void write(Mark reached, List<TableBatch> batches) {
    awaitTables();
    super.write(reached, batches);
  }

  @Override
  void forget() {
    AsyncTask.outlast(tables);
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
          projections().forEach(projection -> backTo(projection.kept()));
          super.write(new Mark(position(), null), List.of());
        });
  }

  private void backTo(Generation table) {
    runs(table).backTo(position());
    table.backTo(position(), jdbc());
  }
}
