package org.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.meeting.MeetingEvent.MeetingCancelled;
import org.chancery.shared.meeting.MeetingEvent.MeetingHeld;
import org.chancery.shared.meeting.MeetingId;
import org.chancery.shared.time.EdtfDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnEachDatabase
@Tag("slow")
class AppendTest extends JournalTestBase {
  private static final MeetingHeld HELD = TestJournal.held("baku-2017");
  private static final MeetingCancelled CANCELLED = TestJournal.cancelled("baku-2017");

  AppendTest(TestDatabase database) {
    super(database);
  }

  @Test
  void whatIsAppendedReadsBackAsItWas() {
    parts.engine().appendEvents(TestJournal.event(0, HELD), TestJournal.event(1, CANCELLED));

    assertThat(parts.engine().readEvents("meetings/baku-2017").asStream())
        .extracting(message -> (Object) message.getPayload())
        .containsExactly(HELD, CANCELLED);
    assertThat(parts.journal().at(1).orElseThrow().payload())
        .contains("\"format\":\"working-lunch\"", "\"parties\":[\"united-states\",\"russia\"]");
  }

  @Test
  void itsAttributionComesBackWithIt() {
    Attribution by =
        new Attribution(
            "k-1",
            "RecordMeetingHeld",
            "f".repeat(64),
            "Нина \"archivist\" 🖋",
            "МИД",
            "tab\tline\n",
            "[{\"title\":\"Письмо\"}]",
            "import-7",
            "k-0");
    parts.engine().appendEvents(TestJournal.by(by, "baku-2017"));

    assertThat(all()).extracting(Entry::attribution).containsExactly(by);
    DomainEventMessage<?> read = parts.engine().readEvents("meetings/baku-2017").next();
    assertThat(Map.copyOf(read.getMetaData())).isEqualTo(by.asMetaData());
  }

  @Test
  void aVersionRecordedAlreadyIsRefusedAndLeavesNoGap() {
    parts.engine().appendEvents(TestJournal.event(0, HELD));

    assertThatThrownBy(() -> parts.engine().appendEvents(TestJournal.event(0, HELD)))
        .isInstanceOf(ConcurrencyException.class);
    parts.engine().appendEvents(TestJournal.event(1, CANCELLED));

    assertThat(all()).extracting(Entry::position).containsExactly(1L, 2L);
    assertThat(parts.journal().head().position()).isEqualTo(2);
  }

  @Test
  void aCommandIsExecutedOnce() {
    parts.engine().appendEvents(TestJournal.event(0, HELD, "key"));

    assertThatThrownBy(() -> parts.engine().appendEvents(TestJournal.event(1, CANCELLED, "key")))
        .isInstanceOf(DuplicateCommandException.class);
    assertThat(parts.journal().ofCommand(new CommandKey("tester", "key"))).hasSize(1);
  }

  @Test
  void anAppendIsKeptWholeOrNotAtAll() {
    parts.engine().appendEvents(TestJournal.event(0, HELD));

    DomainEventMessage<?> fresh = TestJournal.event(0, TestJournal.held("bonn-2017"));
    DomainEventMessage<?> late = TestJournal.event(0, HELD);
    assertThatThrownBy(() -> parts.engine().appendEvents(fresh, late))
        .isInstanceOf(ConcurrencyException.class);

    assertThat(all()).hasSize(1);
  }

  @Test
  void recordedInstantsNeverDecreaseEvenWhenTheClockJumpsBack() {
    assumeThat(database).isEqualTo(TestDatabase.H2);
    Instant noon = Instant.parse("2026-03-01T12:00:00.123456789Z");
    Instant truncated = Instant.parse("2026-03-01T12:00:00.123456Z");
    at(noon, "a");
    at(noon.minus(Duration.ofDays(400)), "b");
    at(noon.plusSeconds(1), "c");

    assertThat(all())
        .extracting(Entry::recordedAt)
        .containsExactly(truncated, truncated, truncated.plusSeconds(1));
    assertThat(parts.journal().refreshedHead().recordedAt())
        .isBeforeOrEqualTo(truncated.plusSeconds(1));
  }

  @Test
  void recordedInstantsAscendByTheDatabasesClockEvenWhenItJumpsBack() {
    assumeThat(database).isEqualTo(TestDatabase.POSTGRESQL);
    at(Instant.EPOCH, "a");
    Instant given = all().getFirst().recordedAt();
    JdbcClient jdbc = JdbcClient.create(source);
    jdbc.sql("update entry set recorded_at = recorded_at + interval '1 day'").update();
    jdbc.sql("update head set recorded_at = recorded_at + interval '1 day'").update();
    at(Instant.EPOCH, "b");
    at(Instant.EPOCH, "c");

    Instant ahead = given.plus(Duration.ofDays(1));
    assertThat(given).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    assertThat(all())
        .extracting(Entry::recordedAt)
        .containsExactly(ahead, ahead.plusNanos(1_000), ahead.plusNanos(2_000));
  }

  @Test
  void whatDoesNotFitIsRefusedBeforeTheDatabaseSeesIt() {
    MeetingId id = new MeetingId("baku-2017");
    EdtfDate on = EdtfDate.parse("2017");
    refused(new MeetingCancelled(id, on, "x".repeat(1_000_001)), "payload");
    refused(new MeetingCancelled(id, on, "half \ud83d of a character"), "payload");
    parts
        .engine()
        .appendEvents(TestJournal.event(0, new MeetingCancelled(id, on, "🖋".repeat(499_000))));

    assertThat(all()).hasSize(1);
    assertThat(all().getFirst().payload()).hasSizeGreaterThan(998_000);
  }

  @Test
  void anAttributionThatDoesNotFitIsRefusedToo() {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> parts.engine().appendEvents(TestJournal.event(0, HELD, "k".repeat(129))))
        .withMessageContaining("commandId");
  }

  @Test
  void anEventWithoutANameIsRefused() {
    record Unnamed(String meeting) {}
    DomainEventMessage<?> message =
        new GenericDomainEventMessage<>("meetings", "meetings/x", 0, new Unnamed("x"));

    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> parts.engine().appendEvents(message))
        .withMessageContaining("has no name");
  }

  @Test
  void aClosedJournalSaysSo() {
    parts.close();

    assertThatExceptionOfType(EventStoreException.class)
        .isThrownBy(() -> hold("late"))
        .withMessageContaining("closed");
  }

  private void at(Instant now, String meeting) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    try (JournalParts then = TestJournal.on(source, clock, NoOpEventUpcaster.INSTANCE)) {
      then.engine().appendEvents(TestJournal.event(0, TestJournal.held(meeting)));
    }
    parts.close();
    parts = TestJournal.on(source);
  }

  private void refused(LedgerEvent event, String field) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> parts.engine().appendEvents(TestJournal.event(0, event)))
        .withMessageContaining(field);
  }
}
