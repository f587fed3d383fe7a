package org.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.chancery.shared.OfficialId;
import org.chancery.shared.Subject;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.official.OfficialEvent.OfficialRegistered;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What another process recorded keeps out what was decided without knowing of it. */
@Tag("slow")
class FenceTest {
  private static final int CALLERS = 16;

  private final DataSource source = Postgres.database();
  private final JournalParts here = TestJournal.on(source);
  private final JournalParts there = TestJournal.on(source);

  @AfterEach
  void close() {
    here.close();
    there.close();
  }

  private static void register(JournalParts at, String official) {
    at.engine()
        .appendEvents(
            TestJournal.event(0, new OfficialRegistered(new OfficialId(official), official)));
  }

  private static void hold(JournalParts at, String meeting, long learnt) {
    append(
        at,
        TestJournal.held(meeting),
        AppendContext.appending(List.of(), () -> {}).learnt(learnt),
        () -> {});
  }

  private static void append(
      JournalParts at, LedgerEvent event, AppendContext context, Runnable asked) {
    UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
    try {
      context.attachTo(work);
      asked.run();
      at.engine().appendEvents(TestJournal.event(0, event));
    } finally {
      work.rollback();
    }
  }

  private long registry() {
    return JdbcClient.create(source).sql("select registry from head").query(Long.class).single();
  }

  @Test
  void whatWasDecidedWithoutKnowingWhomAnotherRegisteredIsNotAppended() {
    hold(here, "a", 0);
    assertThat(registry()).isZero();
    register(there, "gromyko");
    assertThat(registry()).isEqualTo(2);

    for (int turn = 0; turn < 2; turn++) {
      assertThatExceptionOfType(RegistryMovedException.class).isThrownBy(() -> hold(here, "b", 1));
    }
    hold(here, "b", 2);

    here.journal().refreshedHead();
    assertThat(here.journal().after(0, 10))
        .extracting(entry -> entry.subject().id())
        .containsExactly("a", "gromyko", "b");
    assertThat(registry()).isEqualTo(2);
    assertThat(here.journal().footing(new Subject("meetings", "b")))
        .isEqualTo(new Journal.Footing(2, 1));
  }

  @Test
  void whoIsKeptOutTakesNobodyElseOfTheGroupAlong() throws Exception {
    register(there, "gromyko");
    Set<String> keptOut = ConcurrentHashMap.newKeySet();
    Callers.run(
        CALLERS,
        caller -> {
          try {
            hold(here, "m" + caller, caller % 2);
          } catch (RegistryMovedException moved) {
            keptOut.add("m" + caller);
          }
        });

    here.journal().refreshedHead();
    assertThat(keptOut).hasSize(CALLERS / 2).allMatch(meeting -> isEven(meeting));
    assertThat(here.journal().after(1, 100))
        .extracting(Entry::position)
        .isEqualTo(JournalTestBase.oneTo(1 + CALLERS / 2).subList(1, 1 + CALLERS / 2));
  }

  private static boolean isEven(String meeting) {
    return Integer.parseInt(meeting.substring(1)) % 2 == 0;
  }

  @Test
  void whatMustBeNamedByNobodyIsKeptOutByWhoNamesItMeanwhile() {
    register(here, "gromyko");
    hold(there, "names-dunford", Long.MAX_VALUE);

    for (String id : List.of("dunford-joseph", "russia")) {
      assertThatExceptionOfType(RegistryMovedException.class)
          .isThrownBy(() -> holdUnnamed("b", id, 1));
    }
    holdUnnamed("b", "gromyko", 1);
    holdUnnamed("c", "russia", 3);
    assertThat(here.journal().head().position()).isEqualTo(4);
  }

  @Test
  void whatHasASubjectNameItAgainKeepsItOutThoughItNamesNobodyItself() {
    hold(there, "named", Long.MAX_VALUE);
    there.engine().appendEvents(TestJournal.event(1, TestJournal.cancelled("named")));

    assertThatExceptionOfType(RegistryMovedException.class)
        .isThrownBy(() -> holdUnnamed("b", "russia", 1));
    holdUnnamed("b", "russia", 2);
  }

  private void holdUnnamed(String meeting, String id, long since) {
    append(
        here,
        TestJournal.held(meeting),
        AppendContext.appending(List.of(), () -> {}),
        () -> AppendContext.requireUnnamed(id, since));
  }
}
