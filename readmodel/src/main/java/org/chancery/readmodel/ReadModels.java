package org.chancery.readmodel;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.chancery.journal.Ailment;
import org.chancery.journal.Database;
import org.chancery.journal.EmbeddedDatabase;
import org.chancery.journal.Journal;
import org.chancery.journal.UnreadableJournalException;
import org.chancery.readmodel.DeadLetters.DeadLetter;
import org.chancery.readmodel.DeadLetters.DeadLetterTable;
import org.chancery.readmodel.Incoming.Legible;
import org.chancery.readmodel.ProgressTable.Standing;
import org.chancery.readmodel.ReadModel.Revision;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.readmodel.TablePair.Generation;
import org.chancery.readmodel.TablePair.SwitchOver;
import org.chancery.shared.entry.LedgerEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** All read models together, and how far they have followed the journal. */
public final class ReadModels {
  private static final Logger log = LoggerFactory.getLogger(ReadModels.class);

  private final List<Projection<?, ?>> projections;
  private final boolean kept;
  private final @Nullable EmbeddedDatabase file;
  private final ViewsSchema schema;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final ProgressTable progress;
  private final DeadLetterTable parked;
  private final Watermark reached = new Watermark();
  private final Map<String, Long> opened = new HashMap<>();
  private volatile Group group;
  private final SwitchOver switchOver;
  private final String emptying;
  private volatile Mark mark = new Mark(0, null);
  private final AtomicInteger age = new AtomicInteger();

  /**
   * An entry that a read model lacks.
   *
   * @param subject what it is about, as a path
   * @param cause what went wrong, in one text
   * @param since recorded time at which it was parked first
   */
  public record ParkedIn(String model, long position, String subject, String cause, Instant since) {

    static ParkedIn of(String model, DeadLetter entry) {
      return new ParkedIn(model, entry.position(), entry.subject(), entry.cause(), entry.since());
    }
  }

  /** As specified, their tables laid where there are none; where not kept, nothing follows. */
  public static ReadModels in(
      DataSource source,
      PlatformTransactionManager transactions,
      List<ReadModelSpec<?, ?>> specs,
      SubjectHistory history,
      boolean kept) {
    return new ReadModels(projections(source, specs, history), source, transactions, kept);
  }

  /** What feeds them, in the order in which they take entries in. */
  static List<Projection<?, ?>> projections(
      DataSource source, List<ReadModelSpec<?, ?>> specs, SubjectHistory history) {
    new ViewsSchema(source, specs.stream().map(ReadModelSpec::name).toList()).lay();
    return specs.stream()
        .sorted(Comparator.comparing(spec -> !spec.isFirst()))
        .<Projection<?, ?>>map(spec -> spec.projection(source, history))
        .toList();
  }

  ReadModels(
      List<Projection<?, ?>> projections,
      DataSource source,
      PlatformTransactionManager transactions,
      boolean kept) {
    this.projections = projections;
    this.kept = kept;
    this.file = source instanceof EmbeddedDatabase embedded ? embedded : null;
    this.jdbc = new JdbcTemplate(source);
    this.schema = new ViewsSchema(source, names());
    this.transaction = new TransactionTemplate(transactions);
    this.progress = new ProgressTable(jdbc);
    this.parked = new DeadLetterTable(jdbc);
    // on H2 it would commit by itself; on PostgreSQL it does not, and takes no time
    this.emptying = Database.of(source).isShared() ? "truncate table " : "delete from ";
    this.switchOver = new SwitchOver(progress, transaction);
    this.group = group(0);
    projections.forEach(projection -> projection.model().generations().reach(reached::position));
  }

  private Group group(long position) {
    return new FollowingGroup(
        projections, Map.copyOf(opened), position, jdbc, transaction, progress, to -> mark = to);
  }

  /** The model that is so specified. */
  @SuppressWarnings("unchecked") // of one name there is one spec
  public <V> ReadModel<V> of(ReadModelSpec<?, V> spec) {
    return (ReadModel<V>) named(spec.name()).model();
  }

  /** All of them. */
  public List<ReadModel<?>> all() {
    return projections.stream().<ReadModel<?>>map(Projection::model).toList();
  }

  List<Projection<?, ?>> projections() {
    return projections;
  }

  private Projection<?, ?> named(String name) {
    return projections.stream()
        .filter(projection -> projection.model().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** What a model would cease or begin to hold of a subject with entries that are not made. */
  public List<Revision> wouldRevise(
      ReadModel<?> model, List<Recorded<LedgerEvent>> history, List<Recorded<LedgerEvent>> more) {
    return named(model.name()).wouldRevise(history, more);
  }

  /** True where they are kept; where not, nothing follows into them, and they hold nothing. */
  public boolean areKept() {
    return kept;
  }

  /** The position that all models have reached, committed. */
  public long position() {
    return reached.position();
  }

  /**
   * True once they have taken in what the journal held at the start, which they lack before; false
   * while their database is to be opened again.
   */
  public boolean haveCaughtUp() {
    return reached.isThere() && (file == null || !file.isLost());
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
   * Finds out how far each model came. A model that has seen an entry that the journal does not
   * hold has seen another journal (one restored from an older copy, or a standby that lacked
   * entries), and is built anew.
   */
  void open(Journal journal) {
    long head = journal.head().position();
    mark = new Mark(0, null);
    projections.forEach(projection -> open(projection, journal));
    long least = opened.values().stream().mapToLong(Long::longValue).min().orElse(head);
    group = group(least);
    reached.begin(least, head);
  }

  /** True as long as the journal holds the entry up to which they have come. */
  boolean areOf(Journal journal) {
    return mark.isIn(journal);
  }

  /** The journal ends here, though it once reached further. */
  void endAt(long head) {
    reached.lower(head);
  }

  /** Throws away what was taken in of entries that the journal does not hold, and begins again. */
  void startOver(Journal journal) {
    discard();
    open(journal);
  }

  private void discard() {
    age.incrementAndGet();
    reached.begin(0, Long.MAX_VALUE);
    projections.forEach(projection -> projection.model().generations().startOver());
    projections.forEach(Projection::forget);
  }

  /**
   * Looks after the database. One that has closed itself is opened again, with what its file holds,
   * which may be less than was committed; one that is damaged is set aside, and an empty one begun.
   * Whoever reads meanwhile is answered 503 NOT_YET.
   *
   * @param failure what was met, if anything
   * @return true where that was done, and the models are to be opened again
   */
  boolean mended(@Nullable Throwable failure) {
    if (file == null) {
      return false;
    }
    Throwable damage = damage(failure);
    if (damage == null) {
      damage = damage(file.suspicion());
    }
    if (damage == null && !file.isLost()) {
      return false;
    }
    discard();
    switchOver.forget();
    projections.forEach(projection -> projection.model().generations().forget());
    schema.again(file, damage);
    return true;
  }

  private static @Nullable Throwable damage(@Nullable Throwable met) {
    return met != null && isOwn(met) && Ailment.of(met) == Ailment.DAMAGED ? met : null;
  }

  private static boolean isOwn(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnreadableJournalException) {
        return false;
      }
    }
    return true;
  }

  /** H2 takes a file of no bytes for a new one, whatever was in it. */
  private void requireSome(long head, Mark came) {
    if (file != null && head == 0 && came.position() > 0) {
      throw new IllegalStateException(
          ("the journal is empty, but the read models have seen entries up to position %d:"
                  + " put back a copy of it, or delete the read models' database with it")
              .formatted(came.position()));
    }
  }

  /** How far they are, while they have not caught up. */
  public String progress() {
    return reached.toString();
  }

  /** How often they were started over. */
  int age() {
    return age.get();
  }

  private void open(Projection<?, ?> projection, Journal journal) {
    String model = projection.model().name();
    Optional<Standing> standing = progress.of(model);
    projection.model().generations().use(standing.map(Standing::live).orElse(model));
    Mark came = standing.map(Standing::mark).orElseGet(() -> new Mark(0, null));
    requireSome(journal.head().position(), came);
    boolean lost = !came.isIn(journal);
    if (lost) {
      log.error(
          "{} has seen entry {} at position {}, which the journal does not hold: it is built anew",
          model,
          came.entry(),
          came.position());
    }
    if (lost || standing.isEmpty()) {
      restart(projection, lost);
      came = new Mark(0, null);
    }
    mark = came.position() >= mark.position() ? came : mark;
    opened.put(model, came.position());
    Generation live = projection.model().generations().live();
    live.parked().clear();
    live.parked().keep(parked.of(live.table()));
  }

  /** A replay that was cut short has seen the same entries, and begins anew too. */
  private void restart(Projection<?, ?> projection, boolean lost) {
    String table = projection.model().table();
    transaction.executeWithoutResult(
        status -> {
          projection.model().generations().live().rows().empty(jdbc, emptying);
          parked.clear(table);
          progress.restart(projection.model().name(), table);
          if (lost) {
            jdbc.update("update replay set state = 'waiting' where ended is null");
          }
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
    return parked.of(model.table(), limit).stream().map(entry -> ParkedIn.of(model.name(), entry));
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
   * @param part bytes of memory that one part takes
   * @param moving writes how far they came; called within the transaction
   */
  Rebuild rebuild(
      Collection<String> names, Feed feed, long position, long part, LongConsumer moving) {
    List<Projection<?, ?>> chosen =
        projections.stream()
            .filter(projection -> names.contains(projection.model().name()))
            .toList();
    List<Projection<?, ?>> beside =
        chosen.stream().<Projection<?, ?>>map(Projection::beside).toList();
    RebuildingGroup built = new RebuildingGroup(beside, position, jdbc, transaction, moving, part);
    return new Rebuild(chosen, beside, built, feed, jdbc, age.get(), part);
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
