package org.chancery.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.chancery.intake.TravelsOnRecord.Told;
import org.chancery.journal.Attribution;
import org.chancery.journal.EventNames;
import org.chancery.journal.EventNames.EventName;
import org.chancery.journal.JournalSerializer;
import org.chancery.journal.json.LedgerJson;
import org.chancery.journal.text.Utf8;
import org.chancery.shared.entry.EntryEvent;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.official.OfficialEvent.OfficeAttested;
import org.chancery.shared.official.OfficialEvent.OfficialRegistered;
import org.chancery.shared.trip.TripEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a ledger holds of travels: of this process, or of another one that runs. */
public final class RecordedTravels {
  private static final List<String> NAMES =
      names(
          List.of(
              TripEvent.class, OfficialRegistered.class, OfficeAttested.class, EntryEvent.class));
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int PAGES = 100_000;

  private final JsonMapper mapper = LedgerJson.mapper();
  private final JournalSerializer serializer = new JournalSerializer();
  private final RemoteLedger ledger;

  private RecordedTravels(RemoteLedger ledger) {
    this.ledger = ledger;
  }

  /** Out of the journal itself. */
  public static Supplier<TravelsOnRecord> in(EventStorageEngine journal) {
    return () -> read(journal, RecordedTravels::concerns, TravelsOnRecord::of);
  }

  static <T> T read(
      EventStorageEngine journal, Predicate<String> subjects, Function<Stream<Told>, T> as) {
    try (var entries = journal.readEvents(new GlobalSequenceTrackingToken(0), false)) {
      return as.apply(
          entries
              .filter(
                  entry -> subjects.test(((DomainEventMessage<?>) entry).getAggregateIdentifier()))
              .map(RecordedTravels::told));
    }
  }

  /** The names of the events of these types. */
  static List<String> names(List<Class<?>> types) {
    return EventNames.all().stream()
        .filter(event -> types.stream().anyMatch(type -> type.isAssignableFrom(event.type())))
        .map(EventName::name)
        .toList();
  }

  private static boolean concerns(String subject) {
    return subject.startsWith(TripEvent.CONCEPT + "/")
        || subject.startsWith(OfficialEvent.CONCEPT + "/");
  }

  private static Told told(TrackedEventMessage<?> entry) {
    return new Told(
        entry.trackingToken().position().orElseThrow(),
        (LedgerEvent) entry.getPayload(),
        Attribution.of(entry.getMetaData()));
  }

  /** Over REST; entries of trips are few among the names asked for. */
  public static Supplier<TravelsOnRecord> in(RemoteLedger ledger) {
    return () -> TravelsOnRecord.of(read(ledger, NAMES, RecordedTravels::concerns));
  }

  static Stream<Told> read(RemoteLedger ledger, List<String> names, Predicate<String> subjects) {
    return new RecordedTravels(ledger).entries(names, subjects);
  }

  /** As of one point: what is corrected must have been read where its correction is. */
  private Stream<Told> entries(List<String> names, Predicate<String> subjects) {
    long head = ask("/api/journal").path("position").asLong();
    List<Told> entries = new ArrayList<>();
    for (String name : names) {
      String all = "/api/entries?limit=1000&name=%s&knownAt=position:%d".formatted(name, head);
      JsonNode answer = ask(all);
      answer.path("items").forEach(entry -> add(entry, subjects, entries));
      for (int page = 0; page < PAGES && answer.path("next").isString(); page++) {
        answer = ask(all + "&cursor=" + answer.path("next").asString());
        answer.path("items").forEach(entry -> add(entry, subjects, entries));
      }
    }
    return entries.stream().sorted(Comparator.comparingLong(Told::position));
  }

  private void add(JsonNode entry, Predicate<String> subjects, List<Told> entries) {
    String subject = entry.path("subject").asString("").replaceFirst("^/api/", "");
    if (subjects.test(subject)) {
      LedgerEvent event =
          serializer.read(
              entry.path("name").asString(),
              entry.path("revision").asInt(),
              mapper.writeValueAsString(entry.path("payload")));
      entries.add(new Told(entry.path("position").asLong(), event, attribution(entry)));
    }
  }

  private Attribution attribution(JsonNode entry) {
    return new Attribution(
        entry.path("commandId").asString(),
        entry.path("command").asString(),
        "",
        entry.path("recordedBy").asString(),
        null,
        null,
        mapper.writeValueAsString(entry.path("sources")),
        entry.path("correlation").asString(),
        entry.path("causation").asString());
  }

  private JsonNode ask(String path) {
    try {
      HttpResponse<String> answer = ledger.send(ledger.to(path).timeout(PATIENCE), Utf8.body());
      if (answer.statusCode() != 200) {
        throw new UncheckedIOException(
            new IOException("the server answered %d".formatted(answer.statusCode())));
      }
      return mapper.readTree(answer.body());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
