package org.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whoever reads a snapshot for long, a dump or a check say, has PostgreSQL keep all versions of the
 * head. An append does not go through them.
 */
@Tag("slow")
class LongSnapshotTest {
  /** Versions of the head that as many appends leave behind. */
  private static final int APPENDS = 100_000;

  private static final int MEASURED = 200;

  /** The versions take some five hundred. */
  private static final int PAGES = 100;

  /** As appends do, one after the other, but for the entries. */
  private static final String LEAVE_VERSIONS =
      "create procedure leave_versions(n int) language plpgsql as $$ declare place tid; begin"
          + " select ctid into place from head; for i in 1..n loop update head set recorded_at ="
          + " recorded_at where ctid = place returning ctid into place; commit; end loop; end $$";

  private final PGSimpleDataSource source = Postgres.database();
  private int meetings;

  @Test
  void anAppendBesideALongSnapshotReadsNoMoreThanItDoesAlone() throws Exception {
    long before = medianOfAppends();
    try (Connection snapshot = source.getConnection()) {
      begin(snapshot);
      leaveVersions();
      long read = pagesRead(0);
      long beside = medianOfAppends();
      long pages = (pagesRead(read + MEASURED) - read) / MEASURED;
      snapshot.rollback();

      System.out.printf(
          Locale.ROOT,
          "an append takes %d us, and %d us beside a snapshot; it reads %d pages of head%n",
          before / 1_000,
          beside / 1_000,
          pages);
      assertThat(pages).isLessThan(PAGES);
    }
  }

  /** In nanoseconds, of a process that has just begun. */
  private long medianOfAppends() {
    long[] times = new long[MEASURED];
    try (JournalParts journal = TestJournal.on(source)) {
      for (int n = -MEASURED; n < MEASURED; n++) {
        long start = System.nanoTime();
        journal.engine().appendEvents(TestJournal.event(0, TestJournal.held("m" + ++meetings)));
        times[Math.max(n, 0)] = System.nanoTime() - start;
      }
    }
    Arrays.sort(times);
    return times[MEASURED / 2];
  }

  private static void begin(Connection snapshot) throws SQLException {
    snapshot.setAutoCommit(false);
    snapshot.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    try (Statement reading = snapshot.createStatement()) {
      reading.execute("select count(*) from entry");
    }
  }

  private void leaveVersions() throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(LEAVE_VERSIONS);
      statement.execute("set synchronous_commit = off");
      statement.execute("set enable_seqscan = off");
      statement.execute("call leave_versions(" + APPENDS + ")");
    }
  }

  /** How many pages of the head's table were read, at least so many; told as sessions end. */
  private long pagesRead(long atLeast) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                JdbcClient.create(source)
                    .sql(
                        "select heap_blks_read + heap_blks_hit from pg_statio_user_tables"
                            + " where relname = 'head'")
                    .query(Long.class)
                    .single(),
            read -> read >= atLeast);
  }
}
