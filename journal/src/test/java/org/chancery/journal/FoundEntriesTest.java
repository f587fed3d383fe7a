package org.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.chancery.journal.json.LedgerJson;
import org.chancery.shared.PartyId;
import org.chancery.shared.meeting.MeetingEvent.MeetingHeld;
import org.chancery.shared.provenance.Source;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.springframework.jdbc.core.simple.JdbcClient;

/** No filter has the database look at all entries, and each finds what it would find so. */
@OnEachDatabase
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("slow")
class FoundEntriesTest {
  private static final int ENTRIES = 3 * Marks.STRETCH + 100;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ImportRun RUN = new ImportRun("travels", "travels", "a");
  private static final String DRAFT = "Draft of an \"accord\" of Bogota\u0301 \\ p. 7";

  @Parameter private TestDatabase database;
  private final RowsRead read = new RowsRead();
  private DataSource source;
  private JournalParts parts;
  private JournalParts scanning;

  @BeforeParameterizedClassInvocation
  void append(TestDatabase on, @TempDir Path folder) {
    database = on; // JUnit sets the field to the same, but later
    source = database.open(folder);
    try (JournalParts writing = TestJournal.on(source)) {
      List<DomainEventMessage<?>> events = new ArrayList<>();
      for (int number = 1; number <= ENTRIES; number++) {
        events.add(event(number));
        if (events.size() == 500 || number == ENTRIES) {
          writing.engine().appendEvents(List.copyOf(events));
          events.clear();
        }
      }
      awaitMarks(writing.journal());
    }
    JdbcClient.create(source)
        .sql(database == TestDatabase.H2 ? "analyze" : "vacuum analyze entry")
        .update();
    parts =
        JournalParts.open(
            read.around(source),
            Clock.systemUTC(),
            new Revisions(),
            new SimpleMeterRegistry(),
            true);
    scanning =
        JournalParts.openToRead(
            source, Clock.systemUTC(), new Revisions(), new SimpleMeterRegistry());
  }

  @AfterParameterizedClassInvocation
  void close() {
    parts.close();
    scanning.close();
  }

  private static void awaitMarks(Journal journal) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (journal.findingAid().reached() < 3 * Marks.STRETCH && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    assertThat(journal.findingAid().reached()).isEqualTo(3 * Marks.STRETCH);
  }

  /** Every thousandth one is special, and one of the last. */
  private static DomainEventMessage<?> event(int number) {
    boolean special = number % 1_000 == 7 || number == ENTRIES - 3;
    String key = "key-" + number;
    Source source =
        special
            ? new Source(
                DRAFT,
                "\u0421\u043e\u0432\u0435\u0442",
                EdtfDate.parse("2017-02"),
                "leg " + number,
                null,
                null)
            : new Source(
                "Travels abroad", "Office", null, "trip %d, leg 1".formatted(number), null, null);
    Attribution by =
        new Attribution(
            key,
            special ? "RecordMeetingHeld" : "Test",
            "00",
            special ? "clerk" : "tester",
            special ? "the cabinet, " + "in full ".repeat(40) : "Records office",
            special ? "read out" : null,
            LedgerJson.mapper()
                .writeValueAsString(number % 5 == 4 && !special ? List.of() : List.of(source)),
            special ? "letters-" + number % 2_000 : number % 3 == 0 ? key : RUN.correlation(),
            key);
    MeetingHeld usual = TestJournal.held("m" + number / 2);
    MeetingHeld held =
        special
            ? new MeetingHeld(
                usual.meeting(),
                usual.heldOn(),
                usual.format(),
                List.of(new PartyId("united-states"), new PartyId("siam")),
                usual.participants(),
                usual.place(),
                usual.topics())
            : usual;
    return new GenericDomainEventMessage<>(
        held.subject().concept(),
        held.subject().toString(),
        number % 2 + (number == 1 ? -1 : 0),
        held,
        MetaData.from(by.asMetaData()));
  }

  private Map<String, EntryFilter> rare() {
    Entry special = scanning.journal().at(1_007).orElseThrow();
    Map<String, EntryFilter> filters = new LinkedHashMap<>();
    filters.put("subject", EntryFilter.ofSubject("meetings/m77"));
    filters.put("name", new EntryFilter(null, "meeting.cancelled", null, null, null, null));
    filters.put("names", EntryFilter.ALL.named(List.of("meeting.cancelled", "trip.recorded")));
    filters.put("recordedBy", new EntryFilter(null, null, "clerk", null, null, null));
    filters.put(
        "authority", with(List.of(special.attribution().authority()), null, null, null, null));
    filters.put("command", with(null, "RecordMeetingHeld", null, null, null));
    filters.put("commandId", with(null, null, "key-4711", null, null));
    filters.put("correlation", with(null, null, null, "letters-1007", null));
    filters.put("source", new EntryFilter(null, null, null, "aCCord\" of BOGOT\u00c1", null, null));
    filters.put(
        "source in other letters",
        new EntryFilter(null, null, null, "\u0421\u041e\u0412\u0435", null, null));
    filters.put("number", with(null, null, null, null, new CitedRecord("4007", null)));
    filters.put(
        "words of a number", with(null, null, null, null, new CitedRecord("LEG 4007", null)));
    filters.put(
        "release", with(null, null, null, null, new CitedRecord(null, EdtfDate.parse("2017-02"))));
    filters.put("document", EntryFilter.ALL.broughtBy(Cause.of(special)));
    filters.put("import", EntryFilter.ALL.broughtBy(new Cause("import:visits:none:b", "", "")));
    filters.put(
        "span",
        new EntryFilter(
            null, null, null, null, special.recordedAt(), special.recordedAt().plusNanos(1_000)));
    filters.put("positions", EntryFilter.ALL.among(List.of(3L, 5_000L)));
    return filters;
  }

  private Map<String, EntryFilter> common() {
    Map<String, EntryFilter> filters = new LinkedHashMap<>();
    filters.put("all", EntryFilter.ALL);
    filters.put("name", new EntryFilter(null, "meeting.held", null, null, null, null));
    filters.put("recordedBy", new EntryFilter(null, null, "tester", null, null, null));
    filters.put("run", EntryFilter.of(RUN));
    filters.put("source", new EntryFilter(null, null, "tester", "abroad", null, null));
    filters.put("short source", new EntryFilter(null, null, "clerk", "7", null, null));
    filters.put("authority", EntryFilter.ALL.broughtBy(new Cause("", "[]", "Records office")));
    filters.put(
        "text",
        new EntryFilter(
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            "siam 4007",
            null,
            null,
            null,
            null,
            null));
    return filters;
  }

  private static EntryFilter with(
      @Nullable List<String> authorities,
      @Nullable String command,
      @Nullable String commandId,
      @Nullable String correlation,
      @Nullable CitedRecord cited) {
    return new EntryFilter(
        null,
        null,
        null,
        null,
        null,
        authorities,
        command,
        commandId,
        correlation,
        null,
        null,
        cited,
        null,
        null,
        null);
  }

  @TestFactory
  List<DynamicTest> noFilterLooksAtAllEntries() {
    return rare().entrySet().stream()
        .map(asked -> DynamicTest.dynamicTest(asked.getKey(), () -> assertFew(asked.getValue())))
        .toList();
  }

  private void assertFew(EntryFilter filter) {
    read.taken();
    parts.journal().between(0, ENTRIES, 101, filter);
    parts.journal().latest(0, ENTRIES, 101, filter);
    parts.journal().count(0, ENTRIES, filter);
    List<String> plans = read.plans();
    assertThat(read.taken()).as(() -> String.join("\n", plans)).isLessThan(ENTRIES / 4);
  }

  @TestFactory
  List<DynamicTest> eachFilterFindsWhatALookAtAllEntriesFinds() {
    Map<String, EntryFilter> all = new LinkedHashMap<>(common());
    rare().forEach((name, filter) -> all.put("rare " + name, filter));
    return all.entrySet().stream()
        .map(asked -> DynamicTest.dynamicTest(asked.getKey(), () -> assertSame(asked.getValue())))
        .toList();
  }

  private void assertSame(EntryFilter filter) {
    Journal found = parts.journal();
    Journal scanned = scanning.journal();
    for (long[] span : new long[][] {{0, ENTRIES}, {1_006, 1_007}, {5_000, 9_000}}) {
      assertThat(found.count(span[0], span[1], filter))
          .isEqualTo(scanned.count(span[0], span[1], filter));
      assertThat(found.between(span[0], span[1], 101, filter))
          .isEqualTo(scanned.between(span[0], span[1], 101, filter));
      assertThat(found.latest(span[0], span[1], 101, filter))
          .isEqualTo(scanned.latest(span[0], span[1], 101, filter));
    }
  }

  @Test
  void whoNamesAnIdIsFoundWithoutALookAtAllEntries() {
    Concerning found = new Concerning(parts);
    Concerning scanned = new Concerning(scanning);
    for (String id : List.of("siam", "m77", "united-states", "2017-02-16", "nobody")) {
      assertThat(found.positions(List.of(id), ENTRIES))
          .isEqualTo(scanned.positions(List.of(id), ENTRIES));
      assertThat(subjects(found, id)).isEqualTo(subjects(scanned, id));
    }
    assertThat(subjects(found, "siam")).hasSize(14);
    read.taken();
    subjects(found, "siam");
    List<String> plans = read.plans();
    assertThat(read.taken()).as(() -> String.join("\n", plans)).isLessThan(ENTRIES / 4);
  }

  private static List<String> subjects(Concerning concerning, String id) {
    List<String> subjects = new ArrayList<>();
    concerning.subjects(id, subjects::add);
    return subjects;
  }

  @Test
  @Order(Integer.MAX_VALUE) // the marks are spoilt from then on
  void whatIsMarkedWronglyIsToldByItsStretch() {
    JdbcClient jdbc = JdbcClient.create(source);
    assertThat(wrong()).isEmpty();

    jdbc.sql("delete from mark where stretch = 0 and word like '%name:meeting.held'").update();
    String others = database == TestDatabase.H2 ? "X'7FFF'" : "'\\x7fff'::bytea";
    jdbc.sql("update mark set entries = %s where stretch = 2".formatted(others)).update();
    assertThat(wrong()).containsExactly("1-4096", "8193-12288");
  }

  private List<String> wrong() {
    List<String> wrong = new ArrayList<>();
    new MarkAudit(source, scanning).run((from, to) -> wrong.add(from + "-" + to), at -> {});
    return wrong;
  }
}
