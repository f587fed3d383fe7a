package org.chancery.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.chancery.query.TestLedger;
import org.chancery.shared.PartyId;
import org.chancery.shared.cooperation.CooperationEvent.CooperationEstablished;
import org.chancery.shared.cooperation.CooperationEvent.CooperationSuspended;
import org.chancery.shared.cooperation.CooperationId;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.time.EdtfDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Tables that are built from a long journal, in parts that are merged at the end. */
@Tag("slow")
class RebuildInRunsTest {
  private static final int MANY = 2_600;
  private static final int LATER = 700;
  private static final List<String> MODELS = List.of("cooperation", "happening");

  static Stream<DataSource> databases() {
    return Stream.of(TestDatabases.h2(), TestDatabases.postgres());
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aTableBuiltInManyPartsHoldsTheRowsOfTheOneThatFollowed(DataSource views) {
    try (TestLedger ledger = new TestLedger(views)) {
      long head = ledger.record(history());
      Rebuild rebuild = rebuild(ledger, 0);
      rebuild.begin();

      takeIn(rebuild, head);
      assertThat(count("rebuild_run", views)).isPositive();
      assertThat(count("cooperation_b", views)).as("written before the merge").isZero();
      rebuild.settle();

      assertThat(count("rebuild_run", views)).isZero();
      assertThatBothAreAlike(views);
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aBuildThatWasCutShortBetweenItsPartsGoesOnWithThem(DataSource views) {
    try (TestLedger ledger = new TestLedger(views)) {
      long head = ledger.record(history());
      Rebuild cut = rebuild(ledger, 0);
      cut.begin();
      takeIn(cut, head / 2);
      cut.pause();
      long reached = cut.position();
      takeIn(cut, head); // of which the position was not noted

      Rebuild rebuild = rebuild(ledger, reached);
      rebuild.resume();
      takeIn(rebuild, head);
      rebuild.settle();

      assertThat(reached).isBetween(1L, head - 1);
      assertThatBothAreAlike(views);
    }
  }

  private static Rebuild rebuild(TestLedger ledger, long position) {
    return ledger.bean(Projector.class).rebuild(MODELS, position, 1, at -> {});
  }

  private static void takeIn(Rebuild rebuild, long upTo) {
    while (rebuild.advance(upTo)) {
      // on to the next batch
    }
  }

  private static void assertThatBothAreAlike(DataSource views) {
    for (String model : MODELS) {
      List<String> rows = rows(model, views);
      assertThat(rows).isNotEmpty();
      assertThat(rows(model + "_b", views)).isEqualTo(rows);
    }
  }

  private static List<String> rows(String table, DataSource views) {
    return new JdbcTemplate(views)
        .queryForList("select * from " + table).stream().map(AllRows::text).sorted().toList();
  }

  private static long count(String table, DataSource views) {
    Long count =
        new JdbcTemplate(views).queryForObject("select count(*) from " + table, Long.class);
    return count == null ? 0 : count;
  }

  /** Each cooperation is suspended after hundreds of others were established. */
  private static List<LedgerEvent> history() {
    List<LedgerEvent> events = new ArrayList<>();
    for (int number = 0; number < MANY; number++) {
      events.add(
          new CooperationEstablished(
              id(number),
              List.of(new PartyId("russia"), new PartyId("united-states")),
              "space",
              EdtfDate.parse("2001")));
      if (number >= LATER) {
        events.add(new CooperationSuspended(id(number - LATER), EdtfDate.parse("2005"), "budget"));
      }
    }
    return events;
  }

  private static CooperationId id(int number) {
    return new CooperationId("c-" + number);
  }
}
