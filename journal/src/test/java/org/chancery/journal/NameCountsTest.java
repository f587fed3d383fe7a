package org.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnEachDatabase
class NameCountsTest {
  private static final long STRIDE = 4;

  private final TestDatabase database;
  @TempDir Path folder;
  private JournalParts parts;
  private JdbcClient jdbc;
  private NameCounts counts;

  NameCountsTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    DataSource source = database.open(folder);
    parts = TestJournal.on(source);
    jdbc = JdbcClient.create(source);
    counts = new NameCounts(jdbc, STRIDE);
  }

  @AfterEach
  void close() {
    parts.close();
  }

  private void holdAndCancel(String... meetings) {
    List<EventMessage<?>> events = new ArrayList<>();
    for (String meeting : meetings) {
      events.add(TestJournal.event(0, TestJournal.held(meeting)));
      events.add(TestJournal.event(1, TestJournal.cancelled(meeting)));
    }
    parts.engine().appendEvents(events);
  }

  private static Map<String, Long> names(long held, long cancelled) {
    return Map.of("meeting.held", held, "meeting.cancelled", cancelled);
  }

  @Test
  void eachPositionHasItsCountsWhicheverIsAskedForFirst() {
    holdAndCancel("a", "b", "c", "d", "e");

    assertThat(counts.upTo(0)).isEmpty();
    assertThat(counts.upTo(10)).isEqualTo(names(5, 5));
    for (long position = 2; position <= 10; position++) {
      assertThat(counts.upTo(position)).isEqualTo(names((position + 1) / 2, position / 2));
    }
    assertThat(counts.upTo(1)).isEqualTo(Map.of("meeting.held", 1L));
  }

  @Test
  void onlyWhatCameSinceIsRead() {
    holdAndCancel("a", "b", "c", "d");
    counts.upTo(8);
    jdbc.sql("update entry set name = 'meeting.scheduled' where position < 8").update();
    holdAndCancel("e");

    assertThat(counts.upTo(10)).isEqualTo(names(5, 5));
  }

  @Test
  void whatWasCountedOfLostEntriesIsForgotten() {
    holdAndCancel("a", "b", "c", "d");
    counts.upTo(8);
    jdbc.sql("update entry set id = 'x' || position, name = 'meeting.held' where position > 4")
        .update();

    assertThat(counts.upTo(8)).isEqualTo(names(6, 2));
    assertThat(counts.upTo(4)).isEqualTo(names(2, 2));
  }
}
