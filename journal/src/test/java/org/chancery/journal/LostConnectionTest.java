package org.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.chancery.journal.Sabotage.Moment;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;

@OnEachDatabase
@Tag("slow")
class LostConnectionTest extends JournalTestBase {
  private static final int CALLERS = 8;
  private static final int EACH = 30;

  LostConnectionTest(TestDatabase database) {
    super(database);
  }

  @Test
  void aCommitThatTookPlaceUnheardCountsAsDone() {
    Sabotage sabotage = sabotaged();
    hold("a");
    sabotage.cut(Moment.AFTER_COMMIT);
    hold("b");
    hold("c");

    assertThat(all()).extracting(entry -> entry.subject().id()).containsExactly("a", "b", "c");
  }

  @Test
  void aCommitThatDidNotTakePlaceIsMadeGood() {
    Sabotage sabotage = sabotaged();
    hold("a");
    sabotage.cut(Moment.BEFORE_COMMIT);
    hold("b");

    assertThat(all()).extracting(Entry::position).containsExactly(1L, 2L);
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE_COMMIT", "AFTER_COMMIT"})
  void whereTheDatabaseIsGoneThatIsReportedAndCanBeTriedAgain(Moment cut) {
    Sabotage sabotage = sabotaged();
    hold("a");
    sabotage.cutAndRefuse(cut);
    assertThatExceptionOfType(EventStoreException.class).isThrownBy(() -> hold("b", "key"));
    try {
      hold("b", "key");
    } catch (DuplicateCommandException stands) {
      assertThat(cut).isEqualTo(Moment.AFTER_COMMIT);
    }
    hold("c");

    assertThat(all()).extracting(entry -> entry.subject().id()).containsExactly("a", "b", "c");
  }

  @Test
  void whatTheServerBeginsWithTooLateIsNotEnteredTwice() {
    assumeThat(database).isEqualTo(TestDatabase.POSTGRESQL);
    Sabotage sabotage = sabotaged();
    sabotage.cut(Moment.SENT);
    hold("a");
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(sabotage::deliver)
        .matches(DuplicateKey::isCauseOf);
    hold("b");

    assertThat(all()).extracting(entry -> entry.subject().id()).containsExactly("a", "b");
  }

  @Test
  void aServerThatDropsItsConnectionsNeitherLosesNorDoublesAnything() throws Exception {
    assumeThat(database).isEqualTo(TestDatabase.POSTGRESQL);
    Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    AtomicBoolean done = new AtomicBoolean();
    Thread dropper = Thread.ofPlatform().start(() -> dropUntil(done));
    try {
      Callers.run(CALLERS, caller -> holdStubbornly("m" + caller, acknowledged));
    } finally {
      done.set(true);
      dropper.join(10_000);
    }
    holdStubbornly("after", acknowledged);

    assertThat(all()).extracting(Entry::position).isEqualTo(oneTo((CALLERS + 1) * EACH));
    assertThat(all())
        .extracting(entry -> entry.subject().id())
        .containsExactlyInAnyOrderElementsOf(acknowledged);
    assertThat(headRow(source)).isEqualTo(all().size());
  }

  @Test
  void aConnectionThatDiedWhileNobodyWroteIsReplacedUnnoticed() throws Exception {
    assumeThat(database).isEqualTo(TestDatabase.POSTGRESQL);
    hold("a");
    drop();
    Thread.sleep(1_100);
    hold("b");

    assertThat(all()).hasSize(2);
  }

  @Test
  void commitsReachTheDiskEvenWhereTheServerIsToldToBeLazy() {
    assumeThat(database).isEqualTo(TestDatabase.POSTGRESQL);
    PGSimpleDataSource lazy = Postgres.database();
    lazy.setOptions("-c synchronous_commit=off");
    try (AppendConnection line = new AppendConnection(lazy, Database.POSTGRESQL, true);
        ResultSet answer = line.get().createStatement().executeQuery("show synchronous_commit")) {
      answer.next();
      assertThat(answer.getString(1)).isEqualTo("on");
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  private void hold(String meeting, String commandId) {
    parts.engine().appendEvents(TestJournal.event(0, TestJournal.held(meeting), commandId));
  }

  private Sabotage sabotaged() {
    Sabotage sabotage = new Sabotage();
    parts.close();
    parts = TestJournal.on(sabotage.around(source));
    return sabotage;
  }

  private void holdStubbornly(String meeting, Set<String> acknowledged) {
    for (int turn = 0; turn < EACH; turn++) {
      String id = meeting + "-" + turn;
      while (!acknowledged.contains(id)) {
        try {
          hold(id, id);
          acknowledged.add(id);
        } catch (DuplicateCommandException done) {
          acknowledged.add(id);
        } catch (EventStoreException lost) {
          assertThat(lost).isNotInstanceOf(JournalStoppedException.class);
        }
      }
    }
  }

  private void dropUntil(AtomicBoolean done) {
    while (!done.get()) {
      drop();
      try {
        Thread.sleep(40);
      } catch (InterruptedException interrupted) {
        return;
      }
    }
  }

  private void drop() {
    Postgres.execute(
        "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()"
            + " and datname = '%s'".formatted(((PGSimpleDataSource) source).getDatabaseName()));
  }
}
