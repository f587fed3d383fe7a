package org.chancery.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.chancery.journal.EventNames.EventName;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.Subject;
import org.chancery.shared.entry.LedgerEvent;
import org.jspecify.annotations.Nullable;

/**
 * Axon's door to the journal. The append is its own transaction and is durable when it returns;
 * positions leave no gaps, so a token is one number and no reader can overtake a writer.
 */
public final class JournalStorageEngine extends BatchingEventStorageEngine {
  private final Journal journal;
  private final Appender appender;
  private final Timer appends;
  private final Counter entries;
  private final boolean records;

  JournalStorageEngine(
      Journal journal,
      Appender appender,
      Serializer serializer,
      EventUpcaster upcasters,
      MeterRegistry meters,
      boolean records) {
    super(new Builder(serializer, upcasters));
    this.journal = journal;
    this.appender = appender;
    this.records = records;
    this.appends = meters.timer("chancery.journal.append");
    this.entries = meters.counter("chancery.journal.entries");
  }

  @Override
  protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
    if (events.isEmpty()) {
      return;
    }
    Map<CommandKey, Integer> ordinals = new HashMap<>();
    List<Entry> drafts = new ArrayList<>(events.size());
    for (EventMessage<?> event : events) {
      drafts.add(draft((DomainEventMessage<?>) event, serializer, ordinals));
    }
    Optional<AppendContext> context = AppendContext.current();
    if (context.isPresent() && !context.get().appends()) {
      throw new NotAppendedException(
          drafts, events.stream().map(event -> (LedgerEvent) event.getPayload()).toList());
    }
    if (!records) {
      throw new IllegalStateException("this process follows the journal, and records nothing");
    }
    Runnable queued = context.map(AppendContext::queued).orElse(() -> {});
    Fence fence = context.map(AppendContext::fence).orElse(Fence.NONE);
    List<Entry> appended = appends.record(() -> appender.append(drafts, fence, queued));
    entries.increment(drafts.size());
    context.ifPresent(given -> given.haveAppended(appended));
  }

  private static void checkVersion(Entry draft, MetaData metaData) {
    Object ifMatch = metaData.get(Attribution.IF_MATCH);
    long before = draft.version() - 1 - draft.ordinal();
    if (ifMatch instanceof String versions
        && !List.of(versions.split(",")).contains(Long.toString(before))) {
      throw new ConcurrencyException("%s is at version %d".formatted(draft.subject(), before));
    }
  }

  private static Entry draft(
      DomainEventMessage<?> event, Serializer serializer, Map<CommandKey, Integer> ordinals) {
    EventName name = EventNames.required(event.getPayloadType());
    Attribution attribution = Attribution.of(event.getMetaData());
    Entry draft =
        new Entry(
            0,
            event.getIdentifier(),
            Subject.parse(event.getAggregateIdentifier()),
            event.getSequenceNumber() + 1,
            name.name(),
            name.revision(),
            Instant.EPOCH,
            ordinals.merge(attribution.key(), 1, Integer::sum) - 1,
            attribution,
            event.serializePayload(serializer, String.class).getData());
    checkVersion(draft, event.getMetaData());
    return EntryLimits.checked(draft);
  }

  @Override
  protected List<? extends TrackedEventData<?>> fetchTrackedEvents(
      @Nullable TrackingToken lastToken, int batchSize) {
    long after = lastToken == null ? 0 : lastToken.position().orElse(0);
    if (after >= journal.head().position()) {
      journal.refreshedHead();
    }
    return data(journal.after(after, batchSize));
  }

  @Override
  protected List<? extends DomainEventData<?>> fetchDomainEvents(
      String subject, long firstSequenceNumber, int batchSize) {
    return data(journal.ofSubject(subject, firstSequenceNumber, batchSize));
  }

  private List<EntryData> data(List<Entry> entries) {
    return entries.stream().map(entry -> new EntryData(entry, getEventSerializer())).toList();
  }

  @Override
  public Optional<Long> lastSequenceNumberFor(String subject) {
    long version = journal.versionOf(Subject.parse(subject));
    return version == 0 ? Optional.empty() : Optional.of(version - 1);
  }

  @Override
  public TrackingToken createHeadToken() {
    return new GlobalSequenceTrackingToken(journal.refreshedHead().position());
  }

  @Override
  public TrackingToken createTokenAt(Instant dateTime) {
    return new GlobalSequenceTrackingToken(journal.positionAt(dateTime));
  }

  /** Snapshots would be a second account of the same facts; a cache does as well. */
  @Override
  protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
    throw new UnsupportedOperationException("the journal keeps no snapshots");
  }

  @Override
  protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
    return Stream.empty();
  }

  boolean records() {
    return records;
  }

  /** Why nothing is appended any more until a restart, or null while all is well. */
  @Nullable JournalStoppedException stopped() {
    return appender.stopped();
  }

  @Nullable String trouble() {
    return appender.trouble();
  }

  void stop(String why) {
    appender.stop(why);
  }

  void close() {
    appender.close();
  }

  private static final class Builder extends BatchingEventStorageEngine.Builder {
    private static final int BATCH = 500;

    Builder(Serializer serializer, EventUpcaster upcasters) {
      eventSerializer(serializer);
      snapshotSerializer(serializer);
      upcasterChain(upcasters);
      batchSize(BATCH);
      finalAggregateBatchPredicate(batch -> batch.size() < BATCH);
    }
  }

  /**
   * What fits into an entry, on each database alike: the lengths are the columns', in characters,
   * and a text that is no Unicode would come back as another.
   */
  private static final class EntryLimits {
    static final int DOCUMENT = 1_000_000;
    private static final int TEXT = 4_000;
    private static final int NAME = 128;
    private static final int SHORT = 64;
    private static final int SUBJECT = 160;

    private EntryLimits() {}

    /**
     * Returns the entry, or fails as {@link RefusalCode#INVALID_FIELDS} naming what does not fit.
     */
    static Entry checked(Entry entry) {
      Attribution by = entry.attribution();
      check("id", entry.id(), SHORT);
      check("subject", entry.subject().toString(), SUBJECT);
      check("commandId", by.commandId(), NAME);
      check("command", by.command(), SHORT);
      check("digest", by.digest(), SHORT);
      check("recordedBy", by.recordedBy(), NAME);
      check("authority", by.authority(), TEXT);
      check("rationale", by.rationale(), TEXT);
      check("sources", by.sources(), DOCUMENT);
      check("correlation", by.correlation(), NAME);
      check("causation", by.causation(), NAME);
      check("payload", entry.payload(), DOCUMENT);
      return entry;
    }

    private static void check(String field, @Nullable String text, int limit) {
      if (text == null) {
        return;
      }
      if (text.length() > limit) {
        throw invalid(field, "at most %d characters, not %d".formatted(limit, text.length()));
      }
      if (!isStorable(text)) {
        throw invalid(field, "no NUL and no half characters");
      }
    }

    /**
     * Every text of every entry comes through here: there and back is quicker than letter by
     * letter.
     */
    private static boolean isStorable(String text) {
      return text.indexOf('\0') < 0 && text.equals(new String(text.getBytes(UTF_8), UTF_8));
    }

    private static InvalidValue invalid(String field, String reason) {
      return new InvalidValue(RefusalCode.INVALID_FIELDS, field, reason);
    }
  }
}
