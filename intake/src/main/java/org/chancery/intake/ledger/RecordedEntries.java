package org.chancery.intake.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.chancery.journal.Attribution;
import org.chancery.journal.EventNames;
import org.chancery.journal.EventNames.EventName;
import org.chancery.journal.JournalSerializer;
import org.chancery.journal.json.LedgerJson;
import org.chancery.journal.text.Utf8;
import org.chancery.shared.entry.LedgerEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The entries that a ledger holds: of this process, or of another one that runs. */
public abstract sealed class RecordedEntries {

  /**
   * One entry.
   *
   * @param attribution who made it, by which command and from which sources
   */
  public record Recorded(long position, LedgerEvent event, Attribution attribution) {}

  /**
   * Reads entries in the order of their positions.
   *
   * @param concepts whose subjects' entries are read
   * @param types of the events that matter; a ledger of this process may give others besides
   * @param as makes of them what is asked; they can be read no more after it
   */
  public abstract <T> T read(
      List<String> concepts, List<Class<?>> types, Function<Stream<Recorded>, T> as);

  /** Out of the journal itself. */
  public static RecordedEntries in(EventStorageEngine journal) {
    return new OfJournal(journal);
  }

  /** Over REST; entries of a few types are few among all. */
  public static RecordedEntries in(RemoteLedger ledger) {
    return new OfRemoteLedger(ledger);
  }

  private static boolean isOf(List<String> concepts, String subject) {
    return concepts.stream().anyMatch(concept -> subject.startsWith(concept + "/"));
  }

  /** Of this process. */
  private static final class OfJournal extends RecordedEntries {
    private final EventStorageEngine journal;

    OfJournal(EventStorageEngine journal) {
      this.journal = journal;
    }

    @Override
    public <T> T read(
        List<String> concepts, List<Class<?>> types, Function<Stream<Recorded>, T> as) {
      try (var entries = journal.readEvents(new GlobalSequenceTrackingToken(0), false)) {
        return as.apply(
            entries
                .filter(
                    entry ->
                        isOf(concepts, ((DomainEventMessage<?>) entry).getAggregateIdentifier()))
                .map(OfJournal::recorded));
      }
    }

    private static Recorded recorded(TrackedEventMessage<?> entry) {
      return new Recorded(
          entry.trackingToken().position().orElseThrow(),
          (LedgerEvent) entry.getPayload(),
          Attribution.of(entry.getMetaData()));
    }
  }

  /** Of another process, page by page. */
  private static final class OfRemoteLedger extends RecordedEntries {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int PAGES = 100_000;

    private final JsonMapper mapper = LedgerJson.mapper();
    private final JournalSerializer serializer = new JournalSerializer();
    private final RemoteLedger ledger;

    OfRemoteLedger(RemoteLedger ledger) {
      this.ledger = ledger;
    }

    /** As of one point: what is corrected must have been read where its correction is. */
    @Override
    public <T> T read(
        List<String> concepts, List<Class<?>> types, Function<Stream<Recorded>, T> as) {
      long head = ask("/api/journal").path("position").asLong();
      List<Recorded> entries = new ArrayList<>();
      for (String name : names(types)) {
        String all = "/api/entries?limit=1000&name=%s&knownAt=position:%d".formatted(name, head);
        JsonNode answer = ask(all);
        answer.path("items").forEach(entry -> add(entry, concepts, entries));
        for (int page = 0; page < PAGES && answer.path("next").isString(); page++) {
          answer = ask(all + "&cursor=" + answer.path("next").asString());
          answer.path("items").forEach(entry -> add(entry, concepts, entries));
        }
      }
      return as.apply(entries.stream().sorted(Comparator.comparingLong(Recorded::position)));
    }

    private static List<String> names(List<Class<?>> types) {
      return EventNames.all().stream()
          .filter(event -> types.stream().anyMatch(type -> type.isAssignableFrom(event.type())))
          .map(EventName::name)
          .toList();
    }

    private void add(JsonNode entry, List<String> concepts, List<Recorded> entries) {
      String subject = entry.path("subject").asString("").replaceFirst("^/api/", "");
      if (isOf(concepts, subject)) {
        LedgerEvent event =
            serializer.read(
                entry.path("name").asString(),
                entry.path("revision").asInt(),
                mapper.writeValueAsString(entry.path("payload")));
        entries.add(new Recorded(entry.path("position").asLong(), event, attribution(entry)));
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
}
