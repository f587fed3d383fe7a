package org.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchRuntimeException;

import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where head and entries do not fit together, nothing is written: it would stand beyond a hole. */
@OnEachDatabase
@Tag("slow")
class HeadMismatchTest extends JournalTestBase {
  private static final String BEYOND = "beyond";

  /** What somebody did to the tables, and how far the journal reaches without a hole then. */
  enum Damage {
    HEAD_SET_BACK("update head set position = 2", 4),
    HEAD_SET_ON("update head set position = 7", 4),
    TAIL_CUT("delete from entry where position > 2", 2),
    ENTRY_BEYOND_A_HOLE(
        "insert into entry select 6, 'other', 'meetings/beyond', 1, name, revision, recorded_at,"
            + " ordinal, 'beyond', command, digest, recorded_by, authority, rationale, sources,"
            + " correlation, causation, payload from entry where position = 4",
        4);

    private final String sql;
    private final long standing;

    Damage(String sql, long standing) {
      this.sql = sql;
      this.standing = standing;
    }
  }

  HeadMismatchTest(TestDatabase database) {
    super(database);
  }

  @BeforeEach
  void write() {
    for (String meeting : new String[] {"a", "b", "c", "d"}) {
      hold(meeting);
    }
  }

  private long rows() {
    return JdbcClient.create(source).sql("select count(*) from entry").query(Long.class).single();
  }

  private void damage(Damage damage) {
    JdbcClient.create(source).sql(damage.sql).update();
  }

  private void hold(String meeting, String commandId) {
    parts.engine().appendEvents(TestJournal.event(0, TestJournal.held(meeting), commandId));
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsWrittenWhileTheJournalIsOpen(Damage damage) {
    damage(damage);
    long rows = rows();

    assertThatExceptionOfType(JournalStoppedException.class).isThrownBy(() -> hold("e", "e"));
    assertThatExceptionOfType(JournalStoppedException.class).isThrownBy(() -> hold("e", "e"));
    assertThat(rows()).isEqualTo(rows);
    assertThat(all()).extracting(Entry::position).isEqualTo(oneTo(damage.standing));
  }

  @ParameterizedTest
  @EnumSource
  void afterARestartWhatStandsIsReadAndNothingIsWritten(Damage damage) {
    damage(damage);
    long rows = rows();
    parts.close();
    parts = TestJournal.on(source);

    assertThat(parts.stopped())
        .isNotNull()
        .hasMessageContaining("the journal has stopped: the head is at position")
        .hasMessageContaining("./chancery check");
    assertThatExceptionOfType(JournalStoppedException.class).isThrownBy(() -> hold("e", "e"));
    assertThat(rows()).isEqualTo(rows);
    assertThat(parts.journal().refreshedHead().position()).isEqualTo(damage.standing);
    assertThat(all()).extracting(Entry::position).isEqualTo(oneTo(damage.standing));
  }

  @Test
  void aKeyThatStandsBeyondAHoleIsNotAcknowledged() {
    damage(Damage.ENTRY_BEYOND_A_HOLE);

    RuntimeException failure = catchRuntimeException(() -> hold(BEYOND, BEYOND));

    assertThat(failure)
        .isInstanceOf(EventStoreException.class)
        .isNotInstanceOf(DuplicateCommandException.class);
    assertThat(parts.journal().ofCommand(new CommandKey("tester", BEYOND))).isEmpty();
    parts.journal().refreshedHead();
    assertThat(parts.journal().executed(List.of(new CommandKey("tester", BEYOND)))).isEmpty();
  }

  @Test
  void aJournalWhoseEntriesFitIsOpenedAndWritten() {
    parts.close();
    parts = TestJournal.on(source);
    hold("e");

    assertThat(parts.stopped()).isNull();
    assertThat(all()).extracting(Entry::position).isEqualTo(oneTo(5));
  }
}
