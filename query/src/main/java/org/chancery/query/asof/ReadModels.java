package org.chancery.query.asof;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.chancery.query.asof.Incoming.Legible;
import org.chancery.query.asof.ProgressTable.Standing;
import org.chancery.shared.LedgerEvent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** All read models together, and how far they have followed the journal. */
public final class ReadModels {
  private final List<Projection<?, ?>> projections;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final ProgressTable progress;
  private final ParkedTable parked;
  private final Reached reached = new Reached();
  private final Map<String, Long> opened = new HashMap<>();
  private volatile Group group;
  private final SwitchOver switchOver;

  /** An entry that a read model lacks. */
  public record ParkedIn(String model, ParkedEntry entry) {}

  public ReadModels(
      List<Projection<?, ?>> projections,
      DataSource source,
      PlatformTransactionManager transactions) {
    this.projections = projections;
    this.jdbc = new JdbcTemplate(source);
    this.transaction = new TransactionTemplate(transactions);
    this.progress = new ProgressTable(jdbc);
    this.parked = new ParkedTable(jdbc);
    this.switchOver = new SwitchOver(progress, transaction);
    this.group = group(0);
  }

  private Group group(long position) {
    return new FollowingGroup(
        projections, Map.copyOf(opened), position, jdbc, transaction, progress);
  }

  /** The position that all models have reached, committed. */
  public long position() {
    return reached.position();
  }

  /** True once they have taken in what the journal held at the start; before, they lack it. */
  public boolean haveCaughtUp() {
    return reached.isThere();
  }

  /** Waits until all models have reached a position; false where they have not in time. */
  public boolean await(long wanted, Duration limit) throws InterruptedException {
    return reached.await(wanted, limit);
  }

  /** The models' names, in order. */
  public List<String> names() {
    return projections.stream().map(projection -> projection.model().name()).sorted().toList();
  }

  /**
   * Finds out how far each model came. A model that has seen more than the journal holds has seen
   * another journal (one restored from an older copy, say), and is built anew.
   */
  void open(long head) {
    projections.forEach(projection -> open(projection, head));
    long least = opened.values().stream().mapToLong(Long::longValue).min().orElse(head);
    group = group(least);
    reached.begin(least, head);
  }

  private void open(Projection<?, ?> projection, long head) {
    String model = projection.model().name();
    Standing standing = progress.of(model).orElseGet(() -> new Standing(model, -1));
    projection.model().generations().use(standing.live());
    boolean known = standing.position() >= 0 && standing.position() <= head;
    if (!known) {
      restart(projection);
    }
    opened.put(model, known ? standing.position() : 0);
    Generation live = projection.model().generations().live();
    live.parked().clear();
    live.parked().keep(parked.of(live.table()));
  }

  private void restart(Projection<?, ?> projection) {
    String table = projection.model().table();
    transaction.executeWithoutResult(
        status -> {
          jdbc.update("delete from " + table);
          parked.clear(table);
          progress.restart(projection.model().name(), table);
        });
    projection.model().generations().live().emptied();
  }

  /**
   * Takes an entry in; nothing of it is written yet.
   *
   * @param first true where it is its subject's first, so that there is no history to read
   */
  public void on(LedgerEvent event, long at, boolean first) {
    group.on(new Legible(at, event, first));
  }

  /** Writes what was taken in, in the transaction of the caller. */
  public void flush() {
    group.drain().forEach(batch -> batch.write(jdbc));
  }

  /** Forgets what was taken in: the transaction that would make it true may yet fail. */
  public void forget() {
    group.forget();
  }

  /** What follows the journal into them. */
  Follower follower(Feed feed) {
    return new Follower(feed, group, reached::moveTo, 0);
  }

  /** Takes parked entries in, as far as that is possible now; nothing may follow meanwhile. */
  void retry() {
    Retry retry = new Retry(jdbc, transaction);
    for (Projection<?, ?> projection : projections) {
      String model = projection.model().name();
      retry.all(projection, Math.max(position(), opened.getOrDefault(model, 0L)));
    }
  }

  /** The entries that the models lack, by model and position; at most so many of each. */
  public List<ParkedIn> parked(int limit) {
    return projections.stream()
        .flatMap(projection -> parked(projection.model(), limit))
        .sorted(Comparator.comparing(ParkedIn::model))
        .toList();
  }

  private Stream<ParkedIn> parked(ReadModel<?> model, int limit) {
    return parked.of(model.table(), limit).stream().map(entry -> new ParkedIn(model.name(), entry));
  }

  /** How many entries each model lacks; those that lack none are left out. */
  public Map<String, Integer> parkedCounts() {
    Map<String, Integer> counts = new TreeMap<>();
    projections.forEach(
        projection -> {
          int lacking = projection.kept().parked().size();
          if (lacking > 0) {
            counts.put(projection.model().name(), lacking);
          }
        });
    return counts;
  }

  /** How many entries the models lack together. */
  public long parkedTotal() {
    return parkedCounts().values().stream().mapToLong(Integer::longValue).sum();
  }

  /**
   * Prepares to build models anew in the tables that do not answer.
   *
   * @param names of the models
   * @param position up to which they are built already
   * @param moving writes how far they came; called within the transaction
   */
  Rebuild rebuild(Collection<String> names, Feed feed, long position, LongConsumer moving) {
    List<Projection<?, ?>> chosen =
        projections.stream()
            .filter(projection -> names.contains(projection.model().name()))
            .toList();
    List<Projection<?, ?>> beside =
        chosen.stream().<Projection<?, ?>>map(Projection::beside).toList();
    Group built = new RebuildingGroup(beside, position, jdbc, transaction, moving);
    return new Rebuild(chosen, beside, built, feed, jdbc);
  }

  /** Lets rebuilt tables answer; nothing may follow meanwhile. */
  SwitchOver switchOver() {
    return switchOver;
  }

  /** True once the models all stand at the same position. */
  boolean areAligned() {
    return opened.values().stream().allMatch(before -> before <= position());
  }
}
