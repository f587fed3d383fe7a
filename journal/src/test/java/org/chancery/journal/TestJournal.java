package org.chancery.journal;

import static org.h2.api.ErrorCode.TRACE_CONNECTION_NOT_CLOSED;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.chancery.journal.json.LedgerJson;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.meeting.MeetingEvent.MeetingCancelled;
import org.chancery.shared.meeting.MeetingEvent.MeetingHeld;
import org.chancery.shared.meeting.MeetingFormat;
import org.chancery.shared.meeting.MeetingId;
import org.chancery.shared.meeting.Participant;
import org.chancery.shared.meeting.Place;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.h2.jdbcx.JdbcConnectionPool;
import tools.jackson.databind.json.JsonMapper;

/** Journals for tests. */
public final class TestJournal {
  private static final Cleaner UNUSED = Cleaner.create();
  private static final Pattern ERROR_CODE = Pattern.compile("\\[(\\d{5})-\\d+]");

  private TestJournal() {}

  /** A journal on an H2 database of its own, in memory. */
  public static JournalParts inMemory() {
    return on(memory());
  }

  /** A new H2 database in memory, which goes when no one holds its pool any more. */
  public static JdbcConnectionPool memory() {
    String url = "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID());
    JdbcConnectionPool pool = pool(url);
    UNUSED.register(pool, () -> drop(url));
    return pool;
  }

  private static void drop(String url) {
    try (Connection connection = DriverManager.getConnection(url, "sa", "");
        Statement statement = connection.createStatement()) {
      statement.execute("shutdown immediately");
    } catch (SQLException failure) {
      throw new IllegalStateException(url, failure);
    }
  }

  /** A journal on the given database. */
  public static JournalParts on(DataSource source) {
    return on(source, Clock.systemUTC(), new Revisions());
  }

  /** A journal on the given database, whose clock and upcasters are the test's own. */
  static JournalParts on(DataSource source, Clock clock, EventUpcaster upcasters) {
    return JournalParts.open(source, clock, upcasters, new SimpleMeterRegistry(), true);
  }

  /** Where a journal in a file of the folder is found, as the ledger itself would ask for it. */
  public static String fileUrl(Path folder) {
    return Database.fileUrl(folder.resolve("journal"));
  }

  /**
   * The codes of the errors that H2 notes of its own beside the databases of a folder. It notes the
   * connections that others never closed in whichever database is opened next; those do not count.
   */
  static List<Integer> errorsNotedIn(Path folder) throws IOException {
    List<Integer> codes = new ArrayList<>();
    try (DirectoryStream<Path> notes = Files.newDirectoryStream(folder, "*.trace.db")) {
      for (Path note : notes) {
        ERROR_CODE
            .matcher(Files.readString(note))
            .results()
            .map(code -> Integer.valueOf(code.group(1)))
            .filter(code -> code != TRACE_CONNECTION_NOT_CLOSED)
            .forEach(codes::add);
      }
    }
    return codes;
  }

  public static JdbcConnectionPool pool(String url) {
    return JdbcConnectionPool.create(url, "sa", "");
  }

  static JsonMapper mapper() {
    return LedgerJson.mapper();
  }

  /** A meeting that was held, with something in every field. */
  public static MeetingHeld held(String id) {
    return new MeetingHeld(
        new MeetingId(id),
        EdtfSpan.parse("2017-02-16"),
        MeetingFormat.WORKING_LUNCH,
        List.of(new PartyId("united-states"), new PartyId("russia")),
        List.of(new Participant(new OfficialId("dunford-joseph"), null, null)),
        new Place(new PartyId("azerbaijan"), "Baku"),
        List.of("Syria"));
  }

  static MeetingCancelled cancelled(String id) {
    return new MeetingCancelled(new MeetingId(id), EdtfDate.parse("2017"), "weather");
  }

  /** An event as an aggregate would publish it, answering a command of its own. */
  public static DomainEventMessage<LedgerEvent> event(long sequence, LedgerEvent event) {
    return event(sequence, event, UUID.randomUUID().toString());
  }

  /** An event that answers the given command. */
  public static DomainEventMessage<LedgerEvent> event(
      long sequence, LedgerEvent event, String commandId) {
    return new GenericDomainEventMessage<>(
        event.subject().concept(),
        event.subject().toString(),
        sequence,
        event,
        MetaData.from(attribution(commandId).asMetaData()));
  }

  /** One that was written as this name, revision and payload. */
  static Entry entry(String name, int revision, String payload) {
    return new Entry(
        1,
        "id",
        new Subject("any", "thing"),
        1,
        name,
        revision,
        Instant.EPOCH,
        0,
        attribution("command"),
        payload);
  }

  /** An attribution as tests need it. */
  public static Attribution attribution(String commandId) {
    return new Attribution(
        commandId,
        "Test",
        "0".repeat(64),
        "tester",
        null,
        null,
        List.of("{\"title\":\"a test\"}").toString(),
        commandId,
        commandId);
  }

  /** The first event of a meeting, attributed as given. */
  static DomainEventMessage<LedgerEvent> by(Attribution attribution, String meeting) {
    MeetingHeld held = held(meeting);
    return new GenericDomainEventMessage<>(
        held.subject().concept(),
        held.subject().toString(),
        0,
        held,
        MetaData.from(attribution.asMetaData()));
  }

  static Attribution withSources(Attribution by, String sources) {
    return new Attribution(
        by.commandId(),
        by.command(),
        by.digest(),
        by.recordedBy(),
        by.authority(),
        by.rationale(),
        sources,
        by.correlation(),
        by.causation());
  }
}
