package org.chancery.readmodel;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.chancery.readmodel.DeadLetters.DeadLetterTable;
import org.chancery.readmodel.TablePair.Generation;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Read models built anew from the journal, in the tables that do not answer, while those that do go
 * on following. For one thread at a time.
 */
public final class Rebuild {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration INTERVAL = Duration.ofMillis(5);

  /**
   * Taken in and written in parts of so many bytes of memory: of a large part each page of an index
   * is written once for many rows, and an answer that was superseded meanwhile is written once, not
   * twice. So much is held of entries with their first rows, of each other table's, and of what is
   * being written.
   */
  static final long PART = Runtime.getRuntime().maxMemory() / 16;

  private final List<Projection<?, ?>> answering;
  private final List<Projection<?, ?>> beside;
  private final RebuildingGroup group;
  private final Follower follower;
  private final JdbcTemplate jdbc;
  private final List<Tables> tables;
  private final int age;

  /**
   * The tables of a model.
   *
   * @param live the one that answered when the rebuild began
   */
  public record Tables(String model, String live, String rebuilt) {}

  Rebuild(
      List<Projection<?, ?>> answering,
      List<Projection<?, ?>> beside,
      RebuildingGroup group,
      Feed feed,
      JdbcTemplate jdbc,
      int age,
      long part) {
    this.answering = answering;
    this.beside = beside;
    this.group = group;
    this.follower = new Follower(feed, group, at -> {}, part);
    this.jdbc = jdbc;
    this.age = age;
    this.tables =
        IntStream.range(0, answering.size())
            .mapToObj(
                i ->
                    new Tables(
                        answering.get(i).model().name(),
                        answering.get(i).kept().table(),
                        beside.get(i).kept().table()))
            .toList();
  }

  /** How often the models had been started over when it began. */
  int age() {
    return age;
  }

  public List<Tables> tables() {
    return tables;
  }

  /** The position up to which the rebuilt tables are written. */
  public long position() {
    return group.position();
  }

  /** The position up to which entries were taken in; some may wait to be written. */
  public long taken() {
    return follower.taken();
  }

  /** Empties the tables. */
  public void begin() {
    beside.forEach(projection -> empty(projection.kept()));
    group.begin(true);
  }

  /** Empties the tables, and writes into them part by part, however long the journal is. */
  public void beginInPlace() {
    begin();
    group.begin(false);
  }

  /** Goes on where the process was restarted. */
  public void resume() {
    group.recover();
  }

  /** Takes in the next entries, of those up to a position; false where there are none. */
  public boolean advance(long upTo) {
    return follower.advance(upTo) > 0;
  }

  /**
   * Waits until all that was taken in is written, each table in its place.
   *
   * @throws org.springframework.dao.DataIntegrityViolationException where a table will not have a
   *     row of a long journal: {@link #beginInPlace} finds the entry to blame and parks it
   */
  public void settle() {
    follower.settle();
    group.merge();
  }

  /** Waits until all that was taken in is kept, to be gone on with after a restart. */
  public void pause() {
    follower.settle();
  }

  /** Catches up to the last entry. */
  void catchUp(long position) {
    while (advance(position)) {
      // on to the next batch
    }
    Feed.requireAllOf(position, taken());
    follower.settle();
  }

  /** From here on the rebuilt tables answer, and those who feed them go on with what they hold. */
  void replace() {
    IntStream.range(0, answering.size())
        .forEach(
            i -> {
              answering.get(i).model().generations().use(beside.get(i).kept().table());
              answering.get(i).forget();
            });
  }

  /**
   * Empties the tables that answered before, once nobody reads them; false where it is too long.
   */
  public boolean retire() throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    for (Projection<?, ?> projection : answering) {
      Generation former = projection.model().generations().other();
      while (former.isRead()) {
        if (System.nanoTime() > end) {
          return false;
        }
        Thread.sleep(INTERVAL);
      }
      empty(former);
    }
    return true;
  }

  private void empty(Generation generation) {
    generation.rows().truncate(jdbc);
    new DeadLetterTable(jdbc).clear(generation.table());
    generation.emptied();
  }
}
