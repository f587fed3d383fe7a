package org.chancery.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.chancery.journal.JournalParts;
import org.chancery.journal.TestJournal;
import org.chancery.shared.OfficialId;
import org.chancery.shared.official.OfficialEvent.OfficialRegistered;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("slow")
class FollowerTest {
  private static final int ENTRIES = 4 * Feed.BATCH;

  /** For an entry 500 bytes and four times its text are reckoned; here, some thirty letters. */
  private static final long MORE_THAN_ONE_BATCH = Feed.BATCH * 800;

  private final JournalParts journal = TestJournal.inMemory();
  private final DataSource views = TestDatabases.h2();
  private final Group group = group();
  private final List<Long> written = new ArrayList<>();
  private int registered;

  @Test
  void whatWaitsIsWrittenOnceItTakesAsMuchMemoryAsAPartMay() {
    record();
    Follower follower = new Follower(feed(), group, written::add, MORE_THAN_ONE_BATCH);

    IntStream.range(0, 3).forEach(batch -> follower.advance());
    follower.settle();

    assertThat(written).containsExactly(2L * Feed.BATCH, 3L * Feed.BATCH);
    assertThat(group.waiting()).isZero();
  }

  @Test
  void whatTakesLessThanAPartWaits() {
    record();
    Follower follower = new Follower(feed(), group, written::add, Long.MAX_VALUE);

    IntStream.range(0, 4).forEach(batch -> follower.advance());
    assertThat(written).isEmpty();

    assertThat(follower.advance()).as("no more entries").isZero();
    assertThat(written).containsExactly((long) ENTRIES);
  }

  @Test
  void whatIsRecordedAfterItWasReadAheadInVainIsTakenIn() {
    record();
    Follower follower = new Follower(feed(), group, written::add, Long.MAX_VALUE);
    IntStream.range(0, 4).forEach(batch -> follower.advance());
    await().atMost(Duration.ofSeconds(10)).until(() -> !isReadingAhead());

    record();

    assertThat(follower.advance()).isEqualTo(Feed.BATCH);
  }

  private static boolean isReadingAhead() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals("read-ahead"));
  }

  private Feed feed() {
    return new Feed(journal.engine(), journal.journal());
  }

  private Group group() {
    List<Projection<?, ?>> projections = TestProjections.on(views, journal.engine());
    TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(views));
    return new RebuildingGroup(
        projections, 0, new JdbcTemplate(views), transaction, at -> {}, Long.MAX_VALUE);
  }

  private void record() {
    journal
        .engine()
        .appendEvents(
            IntStream.range(0, ENTRIES)
                .mapToObj(number -> new OfficialId("o-" + registered++))
                .map(id -> TestJournal.event(0, new OfficialRegistered(id, "Nobody")))
                .toList());
  }
}
