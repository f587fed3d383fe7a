package org.chancery.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.chancery.query.relationship.RelationsView;
import org.chancery.readmodel.AsOf;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.springframework.util.FileSystemUtils;

/** An answer on a relationship at a random point in both times, and a row by its primary key. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class Lookups {

  /** In which order the relationship's history was recorded. */
  public enum Recorded {
    AS_IT_HAPPENED,
    IN_ANY_ORDER
  }

  @Param("10")
  public int versions = 10;

  @Param("AS_IT_HAPPENED")
  public Recorded recorded = Recorded.AS_IT_HAPPENED;

  private final SplittableRandom random = new SplittableRandom(1);
  private final RelationshipRows relationship = new RelationshipRows();
  private final LookupTables tables = LookupTables.create();

  /** Lays the tables. */
  @Setup
  public void record() throws SQLException {
    for (int change = 0; relationship.versions() < versions; change++) {
      int day = recorded == Recorded.AS_IT_HAPPENED ? change : random.nextInt(versions);
      relationship.changed(LookupTables.FIRST.plusDays(day));
    }
    tables.fill(relationship);
  }

  /** Through the read model. */
  @Benchmark
  public Optional<RelationsView> asOf() {
    LocalDate on = LookupTables.FIRST.plusDays(random.nextInt(versions));
    long position = 1 + random.nextLong(relationship.position());
    return tables.model().at(LookupTables.SUBJECT, new AsOf(on, null, position));
  }

  /** The same answer by primary key, out of as many rows. */
  @Benchmark
  public RelationsView primaryKey() throws SQLException {
    return tables.answer(random.nextInt(relationship.versions()));
  }

  /** The row alone, its text not read as an answer. */
  @Benchmark
  public String primaryKeyUnread() throws SQLException {
    return tables.body(random.nextInt(relationship.versions()));
  }

  /** Removes the tables. */
  @TearDown
  public void remove() throws IOException {
    tables.close();
    FileSystemUtils.deleteRecursively(tables.folder());
  }
}
