package org.chancery.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.chancery.journal.JournalParts;
import org.chancery.journal.JournalStorageEngine;
import org.chancery.journal.TestJournal;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.official.OfficialEvent.OfficialAppointed;
import org.chancery.shared.official.OfficialEvent.OfficialRegistered;
import org.chancery.shared.time.EdtfDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

@Tag("slow")
class ProjectorTest {
  private static final OfficialId LAVROV = new OfficialId("lavrov-sergei");

  private final JournalParts journal = TestJournal.inMemory();
  private final DataSource views = TestDatabases.h2();
  private final JdbcTemplate jdbc = new JdbcTemplate(views);
  private int versions;

  @Test
  void rowsAndProgressAreCommittedTogetherOrNotAtAll() {
    Projector projector = projector();
    record(new OfficialRegistered(LAVROV, "Sergei Lavrov"));
    jdbc.execute("alter table progress rename to mislaid");

    assertThatThrownBy(projector::advance).isInstanceOf(DataAccessException.class);
    assertThat(rows("official")).isEmpty();

    jdbc.execute("alter table mislaid rename to progress");
    assertThat(projector.advance()).isOne();
    assertThat(rows("official")).hasSize(1);
    assertThat(progress()).isOne();
  }

  @Test
  void aFailureOfOneModelKeepsTheOthersFromGoingAhead() {
    Projector projector = projector();
    record(new OfficialRegistered(LAVROV, "Sergei Lavrov"), appointed("2004"));
    jdbc.execute("alter table happening rename to mislaid");

    assertThatThrownBy(projector::advance).isInstanceOf(DataAccessException.class);
    assertThat(rows("official")).isEmpty();

    jdbc.execute("alter table mislaid rename to happening");
    projector.advance();
    assertThat(rows("official")).isNotEmpty();
    assertThat(rows("happening")).hasSize(1);
  }

  @Test
  void aRestartGoesOnWhereItStoodAndKnowsWhatCameBefore() {
    Projector before = projector();
    record(new OfficialRegistered(LAVROV, "Sergei Lavrov"));
    before.advance();
    record(appointed("2004-03-09"));

    Projector after = projector();
    assertThat(after.advance()).isOne();

    assertThat(body("official")).contains("Sergei Lavrov", "2004-03-09", "[1,2]");
  }

  @Test
  void aModelBuiltAnewEqualsTheOneThatFollowedRowByRow() {
    Projector following = projector();
    record(new OfficialRegistered(LAVROV, "Sergei Lavrov"));
    following.advance();
    for (String on : List.of("2004-03-09", "1994", "1982-05", "1994", "200X")) {
      record(appointed(on));
      following.advance();
    }
    Map<String, List<String>> followed = allRows();

    jdbc.update("delete from progress");
    projector().advance();

    assertThat(allRows()).isEqualTo(followed);
  }

  @Test
  void viewsAheadOfTheJournalHaveSeenAnotherAndAreBuiltAnew() {
    Projector projector = projector();
    record(new OfficialRegistered(LAVROV, "Sergei Lavrov"));
    projector.advance();
    jdbc.update("update progress set position = 7");
    jdbc.update("update official set body = 'from another journal'");

    projector().advance();

    assertThat(body("official")).contains("Sergei Lavrov");
    assertThat(progress()).isOne();
  }

  @Test
  void itFollowsBeforeAndAsLongAsTheWebServerAnswers() {
    assertThat(projector().getPhase())
        .isLessThan(WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE);
  }

  @Test
  void anErrorIsToldUntilARestartAndNothingIsWrittenByHalves() {
    JournalStorageEngine broken =
        mock(
            JournalStorageEngine.class,
            call -> {
              throw new NoClassDefFoundError("a broken installation");
            });
    ReadModels models = models();
    Projector projector =
        new Projector(journal.journal(), broken, models, new SimpleMeterRegistry());
    record(new OfficialRegistered(LAVROV, "Sergei Lavrov"));

    projector.start();

    try {
      await().atMost(Duration.ofSeconds(20)).until(() -> projector.failure() != null);
      assertThat(projector.failure()).hasRootCauseMessage("a broken installation");
      assertThat(projector.isRunning()).isTrue();
      assertThatThrownBy(projector::advance).hasRootCauseMessage("a broken installation");
    } finally {
      projector.stop();
    }
    assertThat(projector.isRunning()).isFalse();
  }

  private Projector projector() {
    return new Projector(journal.journal(), journal.engine(), models(), new SimpleMeterRegistry());
  }

  private ReadModels models() {
    List<Projection<?, ?>> projections = TestProjections.on(views, journal.engine());
    ReadModels models = new ReadModels(projections, views, new JdbcTransactionManager(views), true);
    models.open(journal.journal());
    return models;
  }

  private void record(OfficialEvent... events) {
    for (OfficialEvent event : events) {
      journal.engine().appendEvents(TestJournal.event(versions++, event));
    }
  }

  private static OfficialAppointed appointed(String on) {
    return new OfficialAppointed(
        LAVROV, "Foreign Minister", new PartyId("russia"), EdtfDate.parse(on));
  }

  private long progress() {
    Long least = jdbc.queryForObject("select min(position) from progress", Long.class);
    return least == null ? -1 : least;
  }

  private String body(String table) {
    return String.join(
        "\n",
        jdbc.queryForList(
            "select body from %s where known_to = %d".formatted(table, ReadModel.OPEN),
            String.class));
  }

  private List<String> rows(String table) {
    return jdbc
        .queryForList("select * from %s order by subject, known_to, valid_from".formatted(table))
        .stream()
        .map(AllRows::text)
        .toList();
  }

  private Map<String, List<String>> allRows() {
    return Map.of("official", rows("official"), "happening", rows("happening"));
  }
}
