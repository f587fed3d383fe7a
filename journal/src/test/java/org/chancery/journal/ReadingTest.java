package org.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@OnEachDatabase
@Tag("slow")
class ReadingTest extends JournalTestBase {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  ReadingTest(TestDatabase database) {
    super(database);
  }

  @Test
  void batchesJoinWithoutGapOrRepetition() {
    append(1203);

    assertThat(parts.engine().readEvents(null, false))
        .extracting(message -> message.trackingToken().position().orElseThrow())
        .isEqualTo(oneTo(1203));
    assertThat(parts.engine().readEvents(new GlobalSequenceTrackingToken(499), false).limit(3))
        .extracting(message -> message.trackingToken().position().orElseThrow())
        .containsExactly(500L, 501L, 502L);
    assertThat(parts.engine().readEvents("meetings/long").asStream())
        .extracting(message -> message.getSequenceNumber() + 1)
        .isEqualTo(oneTo(1203));
    assertThat(parts.engine().readEvents("meetings/long", 1000).asStream()).hasSize(203);
    assertThat(parts.engine().lastSequenceNumberFor("meetings/long")).contains(1202L);
  }

  @Test
  void aSubjectOfExactlyOneBatchIsReadWhole() {
    append(500);

    assertThat(parts.engine().readEvents("meetings/long").asStream()).hasSize(500);
  }

  @Test
  void instantsLeadToPositions() {
    atNoonAndEachHourAfter("a", "b", "c");

    assertThat(parts.journal().positionAt(NOON.minusNanos(1))).isZero();
    assertThat(parts.journal().positionAt(NOON)).isEqualTo(1);
    assertThat(parts.journal().positionAt(NOON.plus(Duration.ofMinutes(90)))).isEqualTo(2);
    assertThat(parts.journal().positionAt(Instant.MAX)).isEqualTo(3);
    assertThat(parts.journal().positionAt(Instant.MIN)).isZero();
    assertThat(parts.engine().createTokenAt(NOON).position()).hasValue(1);
    assertThat(parts.engine().createHeadToken().position()).hasValue(3);
  }

  @Test
  void filtersKeepWhatIsAskedFor() {
    atNoonAndEachHourAfter("a", "b", "c");
    parts.engine().appendEvents(TestJournal.event(1, TestJournal.cancelled("a")));

    assertThat(kept(new EntryFilter("meetings/a", null, null, null, null, null)))
        .containsExactly(1L, 4L);
    assertThat(kept(new EntryFilter(null, "meeting.held", null, null, null, null)))
        .containsExactly(1L, 2L, 3L);
    assertThat(kept(new EntryFilter(null, null, "tester", null, null, null))).hasSize(4);
    assertThat(kept(EntryFilter.ALL)).hasSize(4);
    assertThat(parts.journal().between(1, 100, 1, EntryFilter.ALL))
        .extracting(Entry::position)
        .containsExactly(2L);
    assertThat(parts.journal().countsByName(100))
        .containsEntry("meeting.held", 3L)
        .containsEntry("meeting.cancelled", 1L);
  }

  @Test
  void filtersByInstantTakeTheFirstAndLeaveTheLast() {
    atNoonAndEachHourAfter("a", "b", "c");
    Instant hour = NOON.plus(Duration.ofHours(1));

    assertThat(kept(new EntryFilter(null, null, null, null, hour, null))).containsExactly(2L, 3L);
    assertThat(kept(new EntryFilter(null, null, null, null, hour.plusNanos(1), null)))
        .containsExactly(3L);
    assertThat(kept(new EntryFilter(null, null, null, null, null, hour))).containsExactly(1L);
    assertThat(kept(new EntryFilter(null, null, null, null, NOON, hour.plusNanos(1))))
        .containsExactly(1L, 2L);
    assertThat(kept(new EntryFilter(null, null, null, null, Instant.MIN, Instant.MAX))).hasSize(3);
  }

  @Test
  void sourcesAreFoundByTheirTextInAnyCase() {
    Attribution by = TestJournal.attribution("k");
    String sources = "[{\"title\":\"Из дневника \\\"Правды\\\", 100%_sure\"}]";
    parts.engine().appendEvents(TestJournal.by(TestJournal.withSources(by, sources), "a"));
    hold("b");

    assertThat(kept(source("дневника"))).containsExactly(1L);
    assertThat(kept(source("ДНЕВНИКА"))).containsExactly(1L);
    assertThat(kept(source("\"Правды\""))).containsExactly(1L);
    assertThat(kept(source("100%_SURE"))).containsExactly(1L);
    assertThat(kept(source("100%%sure"))).isEmpty();
    assertThat(kept(source("a test"))).containsExactly(2L);
  }

  @Test
  void aQuoteIsSearchedHoweverManyMarksItHas() {
    for (String mark : List.of("\\\"", "\\n", "\\\\", "\\u0001")) {
      String quote = mark.repeat(4_000) + " said \\\"so\\\" \\\\o/";
      String sources = "[{\"title\":\"found\",\"quote\":\"%s\"}]".formatted(quote);
      Attribution by = TestJournal.withSources(TestJournal.attribution(mark), sources);
      String meeting = "m" + parts.journal().head().position();
      parts.engine().appendEvents(TestJournal.by(by, meeting));
    }

    assertThat(kept(text("SAID \"so\" \\o/"))).containsExactly(1L, 2L, 3L, 4L);
    assertThat(kept(text("\\\" said"))).isEmpty();
    assertThat(kept(text("found"))).containsExactly(1L, 2L, 3L, 4L);
    assertThat(kept(text("quote"))).isEmpty();
    assertThat(kept(text("said unsaid"))).isEmpty();
  }

  @Test
  void wordsAreFoundWhereverAnEntrySaysThemAndNotInTheNamesOfItsFields() {
    hold("a");
    parts.engine().appendEvents(TestJournal.event(0, TestJournal.cancelled("b")));

    assertThat(kept(text("Syria"))).containsExactly(1L);
    assertThat(kept(text("BAKU syria azerbaijan"))).containsExactly(1L);
    assertThat(kept(text("weather"))).containsExactly(2L);
    assertThat(kept(text("baku weather"))).isEmpty();
    assertThat(kept(text("topics"))).isEmpty();
    assertThat(kept(text("reason"))).isEmpty();
  }

  @Test
  void accentsAndSpacesAreFoundHoweverTheyAreCoded() {
    for (String city : List.of("Bogot\u00e1 D.C.", "Bogota\u0301\u00a0D.C.", "Bogota D.C.")) {
      String sources = "[{\"title\":\"From %s\"}]".formatted(city);
      Attribution by = TestJournal.withSources(TestJournal.attribution(city), sources);
      parts.engine().appendEvents(TestJournal.by(by, "m" + parts.journal().head().position()));
    }

    for (String asked : List.of("BOGOT\u00c1 d.c.", "bogota\u0301\u2003D.C.")) {
      assertThat(kept(source(asked))).as(asked).containsExactly(1L, 2L);
      assertThat(kept(text(asked))).as(asked).containsExactly(1L, 2L);
    }
    assertThat(kept(source("from bogota d"))).containsExactly(3L);
    assertThat(kept(source("title"))).isEmpty();
  }

  @Test
  void upcastersSeeWhatIsReadBeforeAnyoneElse() {
    hold("a");
    try (JournalParts upcasting = TestJournal.on(source, Clock.systemUTC(), new Renaming())) {
      assertThat(upcasting.engine().readEvents("meetings/a").asStream())
          .extracting(message -> (Object) message.getPayload())
          .containsExactly(TestJournal.held("renamed"));
    }
  }

  @Test
  void anEntryThatThisVersionCannotReadIsNeverSkipped() throws Exception {
    hold("a");
    store("update entry set name = 'meeting.unheard-of'");
    assertThatExceptionOfType(SerializationException.class)
        .isThrownBy(() -> payloads("meetings/a"))
        .withMessageContaining("meeting.unheard-of");

    store("update entry set name = 'meeting.held', revision = 2");
    assertThatExceptionOfType(SerializationException.class)
        .isThrownBy(() -> payloads("meetings/a"))
        .withMessageContaining("revision 2");
  }

  private void append(int count) {
    List<DomainEventMessage<?>> events = new ArrayList<>();
    for (int sequence = 0; sequence < count; sequence++) {
      events.add(TestJournal.event(sequence, TestJournal.held("long")));
    }
    parts.engine().appendEvents(events);
  }

  /** As if it were then: on PostgreSQL no clock but the server's own gives instants. */
  private void atNoonAndEachHourAfter(String... meetings) {
    JdbcClient tables = JdbcClient.create(source);
    for (String meeting : meetings) {
      hold(meeting);
    }
    for (int hour = 0; hour < meetings.length; hour++) {
      OffsetDateTime then = NOON.plus(Duration.ofHours(hour)).atOffset(ZoneOffset.UTC);
      tables
          .sql("update entry set recorded_at = ? where position = ?")
          .params(then, hour + 1)
          .update();
      tables.sql("update head set recorded_at = ?").params(then).update();
    }
    parts.close();
    parts = TestJournal.on(source);
  }

  private List<Long> kept(EntryFilter filter) {
    List<Long> kept =
        parts.journal().between(0, 100, 100, filter).stream().map(Entry::position).toList();
    assertThat(parts.journal().count(0, 100, filter)).isEqualTo(kept.size());
    return kept;
  }

  private static EntryFilter source(String text) {
    return new EntryFilter(null, null, null, text, null, null);
  }

  private static EntryFilter text(String words) {
    return new EntryFilter(
        null, null, null, null, null, null, null, null, null, words, null, null, null, null, null);
  }

  private List<Object> payloads(String subject) {
    Stream<? extends DomainEventMessage<?>> read = parts.engine().readEvents(subject).asStream();
    return read.<Object>map(DomainEventMessage::getPayload).toList();
  }

  private void store(String sql) throws Exception {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.executeUpdate();
    }
  }

  private static final class Renaming extends SingleEventUpcaster {
    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
      return event.getType().getName().equals("meeting.held");
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
      return event.upcastPayload(
          new SimpleSerializedType("meeting.held", "1"),
          JsonNode.class,
          payload -> ((ObjectNode) payload).put("meeting", "renamed"));
    }
  }
}
