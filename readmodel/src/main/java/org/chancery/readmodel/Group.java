package org.chancery.readmodel;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Projections that take the same entries in and are written together. */
abstract class Group {
  private final List<Projection<?, ?>> projections;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final Consumer<Mark> moving;
  private volatile long position;

  /**
   * @param moving writes how far they came; called within a transaction
   */
  Group(
      List<Projection<?, ?>> projections,
      long position,
      JdbcTemplate jdbc,
      TransactionTemplate transaction,
      Consumer<Mark> moving) {
    this.projections = projections;
    this.position = position;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.moving = moving;
  }

  /** The position up to which all is written. */
  final long position() {
    return position;
  }

  final List<Projection<?, ?>> projections() {
    return projections;
  }

  final JdbcTemplate jdbc() {
    return jdbc;
  }

  /** Takes an entry in; nothing of it is written yet. */
  abstract void on(Incoming entry);

  /** How many bytes of memory what was taken in may take. */
  abstract long waiting();

  /** What is drained next is not the last part: more is known to come. */
  void expectMore() {}

  /** What was taken in and is still to be written. */
  abstract List<TableBatch> drain();

  /**
   * Writes what was taken in, and that all is written up to a position; a crash in between leaves
   * nothing out and nothing twice.
   */
  final void commit(Mark reached, List<TableBatch> batches) {
    write(reached, batches);
    IntStream.range(0, batches.size())
        .forEach(i -> projections.get(i).kept().written(batches.get(i)));
    position = reached.position();
  }

  /** Writes in one transaction. */
  void write(Mark reached, List<TableBatch> batches) {
    inTransaction(
        () -> {
          batches.forEach(batch -> batch.write(jdbc));
          moving.accept(reached);
        });
  }

  final void inTransaction(Runnable work) {
    transaction.executeWithoutResult(status -> work.run());
  }

  /** The table would not have the row that the entry leads to. */
  final void reject(String table, long at, Exception cause) {
    projections.stream()
        .filter(projection -> projection.kept().table().equals(table))
        .forEach(projection -> projection.reject(at, cause));
  }

  /** Forgets what was taken in and not written. */
  void forget() {
    projections.forEach(Projection::forget);
  }

  /** Finds out after a failure what is written, and makes it so that all up to a position is. */
  abstract void recover();

  final void moveTo(long written) {
    position = written;
  }
}
