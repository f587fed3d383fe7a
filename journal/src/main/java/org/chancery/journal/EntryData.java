package org.chancery.journal;

import java.time.Instant;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;

/** An entry in the form in which Axon reads it. Axon counts versions from 0, the journal from 1. */
record EntryData(Entry entry, Serializer serializer)
    implements TrackedEventData<String>, DomainEventData<String> {

  @Override
  public TrackingToken trackingToken() {
    return new GlobalSequenceTrackingToken(entry.position());
  }

  @Override
  public String getEventIdentifier() {
    return entry.id();
  }

  @Override
  public Instant getTimestamp() {
    return entry.recordedAt();
  }

  @Override
  public SerializedObject<String> getMetaData() {
    return new LazyMetaData(() -> serializer.serialize(metaData(), String.class).getData());
  }

  private MetaData metaData() {
    return MetaData.from(entry.attribution().asMetaData());
  }

  @Override
  public SerializedObject<String> getPayload() {
    return new SimpleSerializedObject<>(
        entry.payload(),
        String.class,
        new SimpleSerializedType(entry.name(), Integer.toString(entry.revision())));
  }

  @Override
  public String getType() {
    return entry.subject().concept();
  }

  @Override
  public String getAggregateIdentifier() {
    return entry.subject().toString();
  }

  @Override
  public long getSequenceNumber() {
    return entry.version() - 1;
  }

  /** Metadata as Axon wants it, written only if it asks: who replays the journal never does. */
  private record LazyMetaData(Supplier<String> json) implements SerializedObject<String> {
    private static final SerializedType TYPE =
        new SimpleSerializedType(MetaData.class.getName(), null);

    @Override
    public Class<String> getContentType() {
      return String.class;
    }

    @Override
    public SerializedType getType() {
      return TYPE;
    }

    @Override
    public String getData() {
      return json.get();
    }
  }
}
