package org.chancery.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.chancery.journal.JournalParts;
import org.chancery.journal.Sabotage;
import org.chancery.journal.TestJournal;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
import org.chancery.shared.entry.EntryEvent.EntryCorrected;
import org.chancery.shared.entry.EntryEvent.EntryRetracted;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.official.OfficialEvent.OfficialAppointed;
import org.chancery.shared.official.OfficialEvent.OfficialRegistered;
import org.chancery.shared.time.EdtfDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;

@Tag("slow")
class ParkingTest {
  private static final String LAVROV = "officials/lavrov-sergei";
  private static final String KERRY = "officials/kerry-john";

  private final DataSource journalSource = TestJournal.memory();
  private final JournalParts journal = TestJournal.on(journalSource);
  private final Sabotage sabotage = new Sabotage();
  private final DataSource views = sabotage.around(TestDatabases.h2());
  private final JdbcTemplate jdbc = new JdbcTemplate(views);
  private final Faulty faulty = new Faulty();
  private List<Projection<?, ?>> projections = List.of();
  private ReadModels models = open();
  private Projector projector = projector();

  @Test
  void whatNoFoldTakesIsParkedWithItsCauseAndStopsNothingElse() {
    faulty.failAt(2);
    record(registered(LAVROV), appointed(LAVROV, "2004"), registered(KERRY));

    projector.advance();

    assertThat(models.position()).isEqualTo(3);
    assertThat(models.parked(10))
        .extracting(ReadModels.ParkedIn::model, ReadModels.ParkedIn::position)
        .containsExactly(tuple("happening", 2L), tuple("official", 2L));
    assertThat(models.parked(10))
        .allSatisfy(parked -> assertThat(parked.cause()).contains("cannot take entry 2"));
    assertThat(bodies("official")).hasSize(2).noneMatch(body -> body.contains("2004"));
  }

  @Test
  void laterEntriesOfTheSameSubjectWaitToo() {
    faulty.failAt(2);
    record(registered(LAVROV), appointed(LAVROV, "2004"));
    projector.advance();
    record(appointed(LAVROV, "1994"), registered(KERRY));
    projector.advance();

    assertThat(parkedIn("official")).containsExactly(2L, 3L);
  }

  @Test
  void whatWaitsIsTakenInAsIfNothingHadHappened() {
    faulty.failAt(2);
    record(registered(LAVROV), appointed(LAVROV, "2004"), appointed(LAVROV, "1994"));
    projector.advance();
    faulty.mend();

    projector.retryParked();

    assertThat(models.parked(10)).isEmpty();
    assertThat(AllRows.in(views)).isEqualTo(fresh());
  }

  @Test
  void whatFailsAgainStaysAndKeepsItsDate() {
    faulty.failAt(3);
    record(registered(LAVROV), appointed(LAVROV, "2004"), appointed(LAVROV, "1994"));
    projector.advance();
    var before = models.parked(10);
    faulty.mend();
    faulty.failAt(3);

    projector.retryParked();

    assertThat(models.parked(10)).isEqualTo(before).isNotEmpty();
  }

  @Test
  void aRestartKnowsWhatWaits() {
    faulty.failAt(2);
    record(registered(LAVROV), appointed(LAVROV, "2004"));
    projector.advance();

    models = open();
    projector = projector();
    record(appointed(LAVROV, "1994"));
    projector.advance();

    assertThat(parkedIn("official")).containsExactly(2L, 3L);
    faulty.mend();
    projector.retryParked();
    assertThat(AllRows.in(views)).isEqualTo(fresh());
  }

  @Test
  void anEntryThatThisVersionCannotReadIsParkedToo() {
    record(registered(LAVROV), appointed(LAVROV, "2004"), registered(KERRY));
    JdbcTemplate entries = new JdbcTemplate(journalSource);
    entries.update("update entry set revision = 9 where position = 2");
    projector.advance();
    assertThat(models.position()).isEqualTo(3);
    assertThat(parkedIn("official")).containsExactly(2L);
    projector.retryParked();
    assertThat(parkedIn("official")).containsExactly(2L);

    entries.update("update entry set revision = 1 where position = 2");
    projector.retryParked();

    assertThat(models.parked(10)).isEmpty();
    assertThat(AllRows.in(views)).isEqualTo(fresh());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "null", "{\"as\":[]}"})
  void aDamagedPayloadIsParkedWhateverTheEvent(String payload) {
    record(registered(LAVROV), registered(KERRY));
    record(new EntryCorrected(registered(LAVROV).subject(), 1, 0, registered(LAVROV), "spelling"));
    record(appointed(KERRY, "2013"));
    JdbcTemplate entries = new JdbcTemplate(journalSource);
    entries.update("update entry set payload = ? where position in (1, 3)", payload);

    projector.advance();

    assertThat(models.position()).isEqualTo(4);
    assertThat(parkedIn("official")).containsExactly(1L, 3L);
  }

  @Test
  void whatComesBeforeAnIllegibleEntryIsTakenInByAllThatItDoesNotConcern() {
    record(
        registered(LAVROV),
        new EntryRetracted(Subject.parse(LAVROV), 1, 0, "no such official"),
        appointed(LAVROV, "2004"));
    new JdbcTemplate(journalSource).update("update entry set revision = 9 where position = 3");

    projector.advance();

    assertThat(parkedIn("official")).containsExactly(3L);
    assertThat(parkedIn("party")).containsExactly(3L);
  }

  @Test
  void whatWasTakenInWithoutItsBeingHeardOfWaitsNoMore() {
    faulty.failAt(2);
    record(registered(LAVROV), appointed(LAVROV, "2004"), appointed(LAVROV, "1994"));
    projector.advance();
    faulty.mend();

    sabotage.cut(Sabotage.Moment.AFTER_COMMIT);
    assertThatThrownBy(projector::retryParked).isInstanceOf(TransactionException.class);
    projector.retryParked();

    assertThat(models.parked(10)).isEmpty();
    assertThat(behind(() -> model("official").at(LAVROV, at(3)))).isEmpty();
    assertThat(AllRows.in(views)).isEqualTo(fresh());
  }

  @Test
  void aRowThatTheTableWouldNotHaveIsTheEntrysOwnFault() {
    jdbc.execute("alter table official add constraint short check (length(body) < 400)");
    record(registered(KERRY), registered(LAVROV));
    record(new OfficialAppointed(id(LAVROV), "M".repeat(400), new PartyId("russia"), on("2004")));
    record(appointed(KERRY, "2013"));

    projector.advance();
    while (projector.advance() > 0) {
      // one by one
    }

    assertThat(models.position()).isEqualTo(4);
    assertThat(parkedIn("official")).containsExactly(3L);
    assertThat(parkedIn("happening")).isEmpty();
    jdbc.execute("alter table official drop constraint short");
    projector.retryParked();
    assertThat(AllRows.in(views)).isEqualTo(fresh());
  }

  @Test
  void aDatabaseThatFailsIsNoFaultOfAnEntry() {
    record(registered(LAVROV));
    jdbc.execute("alter table official rename to mislaid");

    assertThatThrownBy(projector::advance).isInstanceOf(RuntimeException.class);

    jdbc.execute("alter table mislaid rename to official");
    projector.advance();
    assertThat(models.parked(10)).isEmpty();
    assertThat(bodies("official")).hasSize(1);
  }

  @Test
  void answersSayWhichEntriesTheyLack() {
    faulty.failAt(2);
    record(registered(LAVROV), appointed(LAVROV, "2004"), registered(KERRY));
    projector.advance();
    ReadModel<?> officials = model("official");

    assertThat(behind(() -> officials.at(LAVROV, at(3)))).containsExactly(2L);
    assertThat(behind(() -> officials.at(LAVROV, at(1)))).isEmpty();
    assertThat(behind(() -> officials.at(KERRY, at(3)))).isEmpty();
    assertThat(behind(() -> officials.history(LAVROV, 3))).containsExactly(2L);
    Selection all = Selection.anyDay(Set.of());
    assertThat(behind(() -> officials.list(all, at(3)))).containsExactly(2L);
    assertThat(behind(() -> model("party").list(all, at(3)))).isEmpty();
    faulty.mend();
    projector.retryParked();
    assertThat(behind(() -> officials.list(all, at(3)))).isEmpty();
  }

  private static List<Long> behind(Runnable resolver) {
    AtomicReference<List<Long>> noted = new AtomicReference<>(List.of());
    MissingEntries.watch(
        () -> {
          resolver.run();
          noted.set(MissingEntries.noted());
        });
    return noted.get();
  }

  private static AsOf at(long position) {
    return new AsOf(LocalDate.of(2020, 1, 1), null, position);
  }

  private ReadModel<?> model(String name) {
    return projections.stream()
        .map(Projection::model)
        .filter(model -> model.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private ReadModels open() {
    projections =
        faulty.projections(
            TestProjections.on(views, journal.engine()), SubjectHistory.in(journal.engine()));
    ReadModels opened = new ReadModels(projections, views, new JdbcTransactionManager(views), true);
    opened.open(journal.journal());
    return opened;
  }

  private Projector projector() {
    return new Projector(journal.journal(), journal.engine(), models, new SimpleMeterRegistry());
  }

  /** What a ledger that never failed makes of the journal. */
  private Map<String, List<String>> fresh() {
    DataSource other = TestDatabases.h2();
    ReadModels sound =
        new ReadModels(
            TestProjections.on(other, journal.engine()),
            other,
            new JdbcTransactionManager(other),
            true);
    sound.open(journal.journal());
    new Projector(journal.journal(), journal.engine(), sound, new SimpleMeterRegistry()).advance();
    return AllRows.in(other);
  }

  private void record(LedgerEvent... events) {
    for (LedgerEvent event : events) {
      journal
          .engine()
          .appendEvents(TestJournal.event(journal.journal().versionOf(event.subject()), event));
    }
  }

  private List<Long> parkedIn(String model) {
    return models.parked(100).stream()
        .filter(parked -> parked.model().equals(model))
        .map(ReadModels.ParkedIn::position)
        .toList();
  }

  private List<String> bodies(String table) {
    return jdbc.query(
        "select body from %s where known_to = %d".formatted(table, ReadModel.OPEN),
        (row, n) -> row.getString(1));
  }

  private static OfficialRegistered registered(String subject) {
    return new OfficialRegistered(id(subject), "The " + subject);
  }

  private static OfficialAppointed appointed(String subject, String on) {
    return new OfficialAppointed(id(subject), "Foreign Minister", new PartyId("russia"), on(on));
  }

  private static EdtfDate on(String date) {
    return EdtfDate.parse(date);
  }

  private static OfficialId id(String subject) {
    return new OfficialId(subject.substring(subject.indexOf('/') + 1));
  }
}
