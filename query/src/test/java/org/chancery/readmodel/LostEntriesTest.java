package org.chancery.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.chancery.journal.JournalParts;
import org.chancery.journal.TestJournal;
import org.chancery.query.TestLedger;
import org.chancery.shared.OfficialId;
import org.chancery.shared.ProblemException;
import org.chancery.shared.official.OfficialEvent.OfficialRegistered;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the journal has lost is not answered, though the read models have taken it in. */
@Tag("slow")
class LostEntriesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static OfficialRegistered official(String id) {
    return new OfficialRegistered(new OfficialId(id), "Nobody");
  }

  private static List<String> officials(DataSource views) {
    JdbcTemplate jdbc = new JdbcTemplate(views);
    String live =
        jdbc.queryForObject(
            "select coalesce(live, model) from progress where model = 'official'", String.class);
    return jdbc.query(
        "select distinct subject from %s order by subject".formatted(live),
        (row, n) -> row.getString(1));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aJournalThatBecameAsLongAsTheOneBeforeIsNotTakenForIt(boolean postgres) throws Exception {
    DataSource views = postgres ? TestDatabases.postgres() : TestDatabases.h2();
    try (TestLedger before = new TestLedger(TestJournal.inMemory(), views)) {
      before.record(List.of(official("kept"), official("lost")));
    }
    JournalParts other = TestJournal.inMemory();
    other.engine().appendEvents(TestJournal.event(0, official("kept")));
    other.engine().appendEvents(TestJournal.event(0, official("other")));
    other.engine().appendEvents(TestJournal.event(0, official("third")));

    try (TestLedger after = new TestLedger(other, views)) {
      after.settle();
      assertThat(officials(views))
          .containsExactly("officials/kept", "officials/other", "officials/third");
    }
  }

  @Test
  void anEntryThatIsReplacedWhileItIsFollowedIsNotAnsweredAnyMore() {
    DataSource views = TestDatabases.h2();
    JournalParts journal = TestJournal.inMemory();
    try (TestLedger ledger = new TestLedger(journal, views)) {
      ledger.record(List.of(official("kept"), official("lost")));

      new JdbcTemplate(journal.beside().source())
          .update(
              "update entry set id = 'another', subject = 'officials/other',"
                  + " payload = replace(payload, 'lost', 'other') where position = 2");

      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(officials(views))
                      .containsExactly("officials/kept", "officials/other"));
      ledger.record(official("third"));
      ledger.settle();
      assertThat(officials(views)).hasSize(3);
    }
  }

  /** An answer that was begun before is not made up of rows that are thrown away. */
  @Test
  void whatIsThrownAwayWhileItIsReadIsNotAnswered() {
    TablePair generations =
        new TablePair("official", Set.of(), new JdbcTemplate(TestDatabases.h2()));
    CountDownLatch reached = new CountDownLatch(1);
    generations.reach(reached::getCount);

    assertThat(generations.<String>reading(2, held -> "rows")).isEqualTo("rows");
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(
            () ->
                generations.reading(
                    1,
                    held -> {
                      generations.startOver();
                      return "no rows";
                    }))
        .matches(failure -> failure.problem().code().equals("NOT_YET"));
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> generations.reading(2, held -> "no rows"));
    assertThat(generations.<String>reading(1, held -> "rows")).isEqualTo("rows");
  }
}
