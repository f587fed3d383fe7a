package org.chancery.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.chancery.journal.JournalParts;
import org.chancery.journal.TestJournal;
import org.chancery.query.TestLedger;
import org.chancery.query.cooperation.CooperationView;
import org.chancery.readmodel.Replays.Difference;
import org.chancery.readmodel.Replays.ReplayState;
import org.chancery.readmodel.Replays.ReplayView;
import org.chancery.shared.PartyId;
import org.chancery.shared.ProblemException;
import org.chancery.shared.cooperation.CooperationEvent;
import org.chancery.shared.cooperation.CooperationEvent.CooperationEstablished;
import org.chancery.shared.cooperation.CooperationEvent.CooperationSuspended;
import org.chancery.shared.cooperation.CooperationId;
import org.chancery.shared.time.EdtfDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

@Tag("slow")
class ReplaysTest {
  private static final List<String> ALL = List.of();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MANY = 2_500;

  enum Database {
    H2,
    POSTGRESQL;

    DataSource fresh() {
      return this == H2 ? TestDatabases.h2() : TestDatabases.postgres();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsBuiltAnewEqualsWhatFollowedAndTakesItsPlace(Database database) throws Exception {
    DataSource views = database.fresh();
    try (TestLedger ledger = new TestLedger(views)) {
      tell(ledger, 0, 40);
      Map<String, List<String>> before = AllRows.in(views);

      ReplayView replay = done(ledger, ALL);

      assertThat(replay.state()).isEqualTo(ReplayState.DONE);
      assertThat(replay.differences()).isZero();
      assertThat(replay.comparedTo()).isEqualTo(80);
      assertThat(replay.entries()).isEqualTo(80);
      assertThat(AllRows.in(views)).isEqualTo(before);
      assertThat(live(views, "cooperation")).isEqualTo("cooperation_b");
      assertThat(countAtLast(views, "cooperation")).isZero();
      assertThat(suspended(ledger)).isEqualTo(40);
    }
  }

  @Test
  void aModelGoesToAndFroBetweenItsTwoTablesAndFollowsInBoth() throws Exception {
    DataSource views = TestDatabases.h2();
    try (TestLedger ledger = new TestLedger(views)) {
      for (int round = 0; round < 3; round++) {
        tell(ledger, 10 * round, 10);
        assertThat(done(ledger, List.of("cooperation")).differences()).isZero();
        assertThat(suspended(ledger)).isEqualTo(10L * (round + 1));
      }
      assertThat(live(views, "cooperation")).isEqualTo("cooperation_b");
      assertThat(live(views, "happening")).isEqualTo("happening");
      tell(ledger, 30, 5);
      assertThat(suspended(ledger)).isEqualTo(35);
    }
  }

  @Test
  void aReplayThatHasSwitchedIsDoneThoughTheFormerTablesCannotBeEmptied() throws Exception {
    DataSource views = TestDatabases.h2();
    JdbcTemplate jdbc = new JdbcTemplate(views);
    try (TestLedger ledger = new TestLedger(views)) {
      tell(ledger, 0, 10);
      jdbc.execute("alter table cooperation add unique (subject, known_to, valid_from)");
      jdbc.execute(
          "create table holder (a varchar(180), b bigint, c bigint, foreign key (a, b, c)"
              + " references cooperation (subject, known_to, valid_from))");

      long id = done(ledger, ALL).replay();
      done(ledger, List.of("party")); // one after the other: by now that one has emptied or failed
      assertThat(over(ledger, id).state()).isEqualTo(ReplayState.DONE);
      assertThat(live(views, "cooperation")).isEqualTo("cooperation_b");
      assertThat(count(views, "cooperation")).isPositive();

      jdbc.execute("drop table holder");
      assertThat(done(ledger, ALL).differences()).isZero();
      assertThat(suspended(ledger)).isEqualTo(10);
    }
  }

  @Test
  void aReplayThatLostTheDatabaseGoesOnOnceItIsBack() throws Exception {
    AtomicInteger failures = new AtomicInteger();
    AtomicBoolean down = new AtomicBoolean();
    DataSource views =
        new DelegatingDataSource(TestDatabases.h2()) {
          @Override
          public Connection getConnection() throws SQLException {
            if (down.get() && Thread.currentThread().getName().equals("replay")) {
              failures.incrementAndGet();
              throw new SQLException("connection refused");
            }
            return super.getConnection();
          }
        };
    try (TestLedger ledger = new TestLedger(views)) {
      tell(ledger, 0, 10);
      down.set(true);
      long id = ledger.bean(Replays.class).request(ALL, "tester").replay();
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (failures.get() == 0 && System.nanoTime() < end) {
        Thread.sleep(10);
      }
      assertThat(failures).hasPositiveValue();
      down.set(false);
      assertThat(over(ledger, id).state()).isEqualTo(ReplayState.DONE);
      assertThat(done(ledger, ALL).differences()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 8})
  void aReplayThatLostASingleConnectionGoesOn(int which) throws Exception {
    AtomicInteger asked = new AtomicInteger(-1_000_000);
    DataSource views =
        new DelegatingDataSource(TestDatabases.h2()) {
          @Override
          public Connection getConnection() throws SQLException {
            if (Thread.currentThread().getName().equals("replay")
                && asked.incrementAndGet() == which) {
              throw new SQLException("connection refused");
            }
            return super.getConnection();
          }
        };
    try (TestLedger ledger = new TestLedger(views)) {
      tell(ledger, 0, 10);
      asked.set(0);
      long id = ledger.bean(Replays.class).request(ALL, "tester").replay();

      assertThat(over(ledger, id).state()).isEqualTo(ReplayState.DONE);
      assertThat(asked).hasValueGreaterThan(which);
    }
  }

  @Test
  void rowsThatDifferAtLengthDoNotKeepTheRebuiltOnesFromAnswering() throws Exception {
    DataSource views = TestDatabases.h2();
    try (TestLedger ledger = new TestLedger(views)) {
      tell(ledger, 0, 10);
      Map<String, List<String>> right = AllRows.in(views);
      int spoilt =
          new JdbcTemplate(views).update("update cooperation set body = repeat('\"', 99000)");

      ReplayView replay = done(ledger, List.of("cooperation"));

      assertThat(replay.differences()).isEqualTo(spoilt).isGreaterThan(10);
      assertThat(AllRows.in(views)).isEqualTo(right);
    }
  }

  @Test
  void whereTheReadModelsAreBehindTheJournalAReplayWaitsForThemAndTakesAllOfItIn()
      throws Exception {
    try (TestLedger ledger = new TestLedger(TestDatabases.h2())) {
      ledger.bean(Projector.class).stop();
      for (int number = 0; number < 10; number++) {
        ledger.record(established(number));
      }
      Replays replays = ledger.bean(Replays.class);
      ReplayView asked = replays.request(ALL, "tester");
      assertThat(asked.of()).isEqualTo(10);
      Thread.sleep(500);
      assertThat(replays.of(asked.replay()).orElseThrow().hasEnded()).isFalse();

      ledger.bean(Projector.class).start();
      ReplayView replay = over(ledger, asked.replay());
      assertThat(replay.entries()).isEqualTo(10);
      assertThat(replay.comparedTo()).isEqualTo(10);
    }
  }

  @Test
  void everyKindOfDifferenceIsReportedAndTheJournalPrevails() throws Exception {
    DataSource views = TestDatabases.h2();
    try (TestLedger ledger = new TestLedger(views)) {
      tell(ledger, 0, 10);
      Map<String, List<String>> right = AllRows.in(views);
      JdbcTemplate jdbc = new JdbcTemplate(views);
      int spoilt =
          jdbc.update(
              "update cooperation set body = '{}' where subject = 'cooperations/c-3'"
                  + " and known_to < 100");
      int deleted =
          jdbc.update(
              "delete from cooperation where subject = 'cooperations/c-5' and known_to > 100");
      int added =
          jdbc.update(
              "insert into cooperation select 'cooperations/zz', known_to, valid_from, valid_to,"
                  + " known_from, sort_key, first_day, last_day, attributes, body from cooperation"
                  + " where subject = 'cooperations/c-1' and known_to < 100");
      assertThat(List.of(spoilt, deleted, added)).allMatch(count -> count > 0);

      ReplayView replay = done(ledger, List.of("cooperation"));

      assertThat(replay.differences()).isEqualTo(spoilt + deleted + added);
      assertThat(about("c-3", replay))
          .hasSize(spoilt)
          .allSatisfy(row -> assertThat(row.before()).containsEntry("body", "{}"))
          .allSatisfy(row -> assertThat(row.rebuilt()).isNotNull());
      assertThat(about("c-5", replay))
          .hasSize(deleted)
          .allSatisfy(row -> assertThat(row.before()).isNull());
      assertThat(about("zz", replay))
          .hasSize(added)
          .allSatisfy(row -> assertThat(row.rebuilt()).isNull());
      assertThat(AllRows.in(views)).isEqualTo(right);
    }
  }

  private static List<Difference> about(String cooperation, ReplayView replay) {
    return replay.examples().stream()
        .filter(difference -> difference.subject().equals("cooperations/" + cooperation))
        .toList();
  }

  @Test
  void readersSeeTheSameAnswersAllAlongAndNothingRecordedMeanwhileIsMissed() throws Exception {
    JournalParts journal = TestJournal.inMemory();
    DataSource views = TestDatabases.h2();
    try (TestLedger ledger = new TestLedger(journal, views);
        ExecutorService readers = Executors.newFixedThreadPool(3)) {
      tell(ledger, 0, MANY / 2);
      AtomicBoolean over = new AtomicBoolean();
      List<Future<Integer>> reading = new ArrayList<>();
      for (int reader = 0; reader < 3; reader++) {
        reading.add(readers.submit(() -> readUntil(over, ledger)));
      }

      Replays replays = ledger.bean(Replays.class);
      long id = replays.request(ALL, "tester").replay();
      for (int told = MANY / 2; !replays.of(id).orElseThrow().hasEnded(); told++) {
        tell(ledger, told, 1);
      }
      over.set(true);

      for (Future<Integer> reader : reading) {
        assertThat(reader.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isPositive();
      }
      assertThat(replays.of(id).orElseThrow().differences()).isZero();
      ledger.settle();
      DataSource fresh = TestDatabases.h2();
      try (TestLedger other = new TestLedger(journal, fresh)) {
        other.settle();
        assertThat(AllRows.in(views)).isEqualTo(AllRows.in(fresh));
      }
    }
  }

  private static int readUntil(AtomicBoolean over, TestLedger ledger) {
    ReadModel<CooperationView> cooperations = ledger.model(CooperationView.class);
    int asked = 0;
    while (!over.get()) {
      var page =
          cooperations.list(
              new Selection(Set.of(), null, null, false, 10, null),
              new AsOf(LocalDate.of(2010, 1, 1), null, MANY));
      assertThat(page.total()).isEqualTo(MANY / 2);
      assertThat(page.items()).hasSize(10);
      asked++;
    }
    return asked;
  }

  @Test
  void whatWasCutShortGoesOnAtTheNextStart() throws Exception {
    JournalParts journal = TestJournal.inMemory();
    DataSource views = TestDatabases.h2();
    Map<String, List<String>> before;
    ReplayTable table = new ReplayTable(views);
    try (TestLedger ledger = new TestLedger(journal, views)) {
      tell(ledger, 0, MANY);
      before = AllRows.in(views);
      ledger.bean(Replays.class).stop();
      long id = table.enter(List.of("cooperation"), 2 * MANY, null);
      Rebuild rebuild =
          ledger
              .bean(Projector.class)
              .rebuild(List.of("cooperation"), 0, at -> table.moveTo(id, at));
      rebuild.begin();
      table.enter(id, ReplayState.BUILDING);
      rebuild.advance(2 * MANY);
      rebuild.settle();
    }
    long half = table.last(1).getFirst().position();
    assertThat(half).isBetween(1L, 2L * MANY - 1);
    int marked =
        new JdbcTemplate(views)
            .update("update cooperation_b set attributes = '|kept|' where known_from = 1");

    try (TestLedger ledger = new TestLedger(journal, views)) {
      ReplayView replay = over(ledger, table.last(1).getFirst().id());

      assertThat(replay.state()).isEqualTo(ReplayState.DONE);
      assertThat(replay.differences()).as("rows marked before").isEqualTo(marked);
    }
    assertThat(AllRows.in(views).get("happening")).isEqualTo(before.get("happening"));
  }

  @ParameterizedTest
  @EnumSource
  void whatWasKilledTakesBackWhatStandsBeyondWhereItGoesOn(Database database) throws Exception {
    JournalParts journal = TestJournal.inMemory();
    DataSource views = database.fresh();
    ReplayTable table = new ReplayTable(views);
    long id;
    try (TestLedger ledger = new TestLedger(journal, views)) {
      tellInTurns(ledger, MANY);
      ledger.bean(Replays.class).stop();
      id = table.enter(List.of("cooperation"), 2 * MANY, null);
      Rebuild rebuild =
          ledger
              .bean(Projector.class)
              .rebuild(List.of("cooperation"), 0, at -> moveOnce(table, id, at));
      rebuild.begin();
      table.enter(id, ReplayState.BUILDING);
      rebuild.advance(2 * MANY);
      rebuild.settle();
      assertThatThrownBy(() -> advanceToTheEnd(rebuild)).hasMessage("killed");
    }
    assertThat(
            JdbcClient.create(views)
                .sql("select count(*) from cooperation_b where known_from > ?")
                .param(table.of(id).orElseThrow().position())
                .query(Long.class)
                .single())
        .as("what stands beyond")
        .isPositive();

    try (TestLedger ledger = new TestLedger(journal, views)) {
      ReplayView replay = over(ledger, id);

      assertThat(replay.cause()).isNull();
      assertThat(replay.state()).isEqualTo(ReplayState.DONE);
      assertThat(replay.differences()).isZero();
    }
  }

  private static void moveOnce(ReplayTable table, long id, long at) {
    if (table.of(id).orElseThrow().position() > 0) {
      throw new IllegalStateException("killed");
    }
    table.moveTo(id, at);
  }

  private static void advanceToTheEnd(Rebuild rebuild) {
    while (rebuild.advance(2 * MANY)) {
      // on to the next batch
    }
    rebuild.settle();
  }

  @Test
  void oneReplayOfAModelAtATime() throws Exception {
    try (TestLedger ledger = new TestLedger(TestDatabases.h2())) {
      tell(ledger, 0, 2);
      Replays replays = ledger.bean(Replays.class);
      replays.stop();
      replays.request(List.of("meeting"), null);

      assertThatThrownBy(() -> replays.request(ALL, null))
          .isInstanceOfSatisfying(
              ProblemException.class,
              refused -> assertThat(refused.problem().code()).isEqualTo("REPLAY_RUNNING"));
      long other = replays.request(List.of("cooperation"), null).replay();
      assertThatThrownBy(() -> replays.request(List.of("nothing"), null))
          .isInstanceOfSatisfying(
              ProblemException.class,
              refused -> assertThat(refused.problem().code()).isEqualTo("UNKNOWN_READ_MODEL"));

      replays.start();
      assertThat(over(ledger, other).state()).isEqualTo(ReplayState.DONE);
    }
  }

  /** The former table is emptied once nobody reads it, which is after the replay has ended. */
  private static long countAtLast(DataSource views, String table) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (count(views, table) > 0 && System.nanoTime() < end) {
      Thread.sleep(10);
    }
    return count(views, table);
  }

  private static ReplayView done(TestLedger ledger, List<String> models) throws Exception {
    return over(ledger, ledger.bean(Replays.class).request(models, "tester").replay());
  }

  private static ReplayView over(TestLedger ledger, long id) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    ReplayView replay = ledger.bean(Replays.class).of(id).orElseThrow();
    while (!replay.hasEnded() && System.nanoTime() < end) {
      Thread.sleep(10);
      replay = ledger.bean(Replays.class).of(id).orElseThrow();
    }
    assertThat(replay.hasEnded()).as(replay.toString()).isTrue();
    return replay;
  }

  /** Each a cooperation that was established and suspended: two entries. */
  private static void tell(TestLedger ledger, int from, int count) {
    List<CooperationEvent> events = new ArrayList<>();
    for (int number = from; number < from + count; number++) {
      events.add(established(number));
      events.add(suspended(number));
    }
    ledger.record(events);
  }

  /** The same, but each is suspended after many others were established. */
  private static void tellInTurns(TestLedger ledger, int count) {
    List<CooperationEvent> events = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      events.add(established(number));
      if (number >= MANY / 4) {
        events.add(suspended(number - MANY / 4));
      }
    }
    ledger.record(events);
  }

  private static CooperationEvent established(int number) {
    return new CooperationEstablished(
        new CooperationId("c-" + number),
        List.of(new PartyId("russia"), new PartyId("united-states")),
        "space",
        EdtfDate.parse("2001"));
  }

  private static CooperationEvent suspended(int number) {
    return new CooperationSuspended(
        new CooperationId("c-" + number), EdtfDate.parse("2005"), "budget");
  }

  private static long suspended(TestLedger ledger) {
    return ledger
        .model(CooperationView.class)
        .list(
            new Selection(
                Set.of(new FilterAttribute("state", "suspended")), null, null, false, 1, null),
            ledger.on("2010-01-01"))
        .total();
  }

  private static String live(DataSource views, String model) {
    return new JdbcTemplate(views)
        .queryForList("select live from progress where model = ?", String.class, model)
        .getFirst();
  }

  private static long count(DataSource views, String table) {
    Long count =
        new JdbcTemplate(views).queryForObject("select count(*) from " + table, Long.class);
    return count == null ? -1 : count;
  }
}
