package org.chancery.query.asof;

import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Projections that take the same entries in and are written together: their rows, what they park
 * and how far they came are one transaction.
 */
final class Group {
  private final List<Projection<?, ?>> projections;
  private final Map<String, Long> ahead;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final LongConsumer moving;
  private volatile long position;

  /**
   * @param ahead the models that have seen some of what comes, and how far
   * @param moving writes how far they came; called within the transaction
   */
  Group(
      List<Projection<?, ?>> projections,
      Map<String, Long> ahead,
      long position,
      JdbcTemplate jdbc,
      TransactionTemplate transaction,
      LongConsumer moving) {
    this.projections = projections;
    this.ahead = ahead;
    this.position = position;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.moving = moving;
  }

  /** The position up to which all is written. */
  long position() {
    return position;
  }

  /** Takes an entry in; nothing of it is written yet. */
  void on(Incoming entry) {
    for (Projection<?, ?> projection : projections) {
      if (ahead.getOrDefault(projection.model().name(), 0L) < entry.position()) {
        projection.on(entry);
      }
    }
  }

  /** What is to be written, so that what was opened up to a position is. */
  List<Batch> drain(long upTo) {
    return projections.stream().map(projection -> projection.drain(upTo)).toList();
  }

  void write(List<Batch> batches) {
    batches.forEach(batch -> batch.write(jdbc));
  }

  /**
   * Writes what was taken in.
   *
   * @param reached the position up to which all is written then
   */
  void commit(long reached, List<Batch> batches) {
    transaction.executeWithoutResult(
        status -> {
          write(batches);
          moving.accept(reached);
        });
    for (int i = 0; i < batches.size(); i++) {
      projections.get(i).kept().parked().keep(batches.get(i).parked());
    }
    position = reached;
  }

  /** The table would not have the row that the entry leads to. */
  void reject(String table, long at, Exception cause) {
    projections.stream()
        .filter(projection -> projection.kept().table().equals(table))
        .forEach(projection -> projection.reject(at, cause));
  }

  void forget() {
    projections.forEach(Projection::forget);
  }

  /** Takes back what is written of entries after the position. */
  void back() {
    transaction.executeWithoutResult(
        status -> projections.forEach(projection -> projection.kept().backTo(position, jdbc)));
  }
}
