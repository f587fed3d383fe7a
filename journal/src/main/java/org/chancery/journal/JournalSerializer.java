package org.chancery.journal;

import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.chancery.journal.EventNames.EventName;
import org.chancery.journal.json.LedgerJson;
import org.chancery.shared.entry.EntryEvent.AccountRecorded;
import org.chancery.shared.entry.EntryEvent.EntryCorrected;
import org.chancery.shared.entry.LedgerEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes events as readable JSON under their permanent names, never under the names of classes. */
public final class JournalSerializer extends Jackson3Serializer {

  public JournalSerializer() {
    super(
        builder()
            .jsonMapperBuilderCustomizer(
                json -> LedgerJson.configure(json).addModule(new NestedEvents())));
  }

  @Override
  @SuppressWarnings("rawtypes") // as declared by Axon
  public SerializedType typeForClass(@Nullable Class type) {
    EventName name = type == null ? null : EventNames.of(type);
    return name == null
        ? super.typeForClass(type)
        : new SimpleSerializedType(name.name(), Integer.toString(name.revision()));
  }

  /** Axon would hand out a stand-in that handlers skip; history with holes is worse than none. */
  @Override
  public Class<?> classForType(SerializedType type) {
    Class<?> found = super.classForType(type);
    if (found == UnknownSerializedType.class) {
      throw unreadable(type);
    }
    return found;
  }

  @Override
  protected String resolveClassName(SerializedType type) {
    EventName name = EventNames.of(type.getName());
    if (name == null) {
      return super.resolveClassName(type);
    }
    if (!Integer.toString(name.revision()).equals(type.getRevision())) {
      throw unreadable(type);
    }
    return name.type().getName();
  }

  /** No event is null, and nobody who reads the journal looks whether one is. */
  @Override
  @SuppressWarnings("TypeParameterUnusedInFormals") // as declared by Axon
  public <S, T> T deserialize(SerializedObject<S> stored) {
    T read = super.deserialize(stored);
    if (read == null) {
      throw new SerializationException("'%s' is null".formatted(stored.getType().getName()));
    }
    return read;
  }

  /** The event of a payload, of whatever revision it is that this version can read. */
  public LedgerEvent read(String name, int revision, String payload) {
    int reached = Revisions.reached(name, revision);
    return deserialize(
        new SimpleSerializedObject<>(
            Revisions.payload(name, revision, payload),
            String.class,
            new SimpleSerializedType(name, Integer.toString(reached))));
  }

  private static SerializationException unreadable(SerializedType type) {
    return new SerializationException(
        "this version of the ledger cannot read '%s', revision %s"
            .formatted(type.getName(), type.getRevision()));
  }

  /**
   * Writes what an entry should have read with its permanent name and revision, as entries have.
   */
  static final class NestedEvents extends SimpleModule {
    private static final long serialVersionUID = 1L;

    NestedEvents() {
      setMixInAnnotation(EntryCorrected.class, Nesting.class);
      setMixInAnnotation(AccountRecorded.class, Nesting.class);
    }

    /** What is to be said of the event within another. */
    interface Nesting {
      @JsonSerialize(using = Writer.class)
      @JsonDeserialize(using = Reader.class)
      LedgerEvent as();
    }

    static final class Writer extends StdSerializer<LedgerEvent> {
      Writer() {
        super(LedgerEvent.class);
      }

      @Override
      public void serialize(LedgerEvent event, JsonGenerator json, SerializationContext context) {
        EventName name = EventNames.required(event.getClass());
        json.writeStartObject();
        json.writeStringProperty("name", name.name());
        json.writeNumberProperty("revision", name.revision());
        json.writeName("payload");
        context.writeValue(json, event);
        json.writeEndObject();
      }
    }

    static final class Reader extends StdDeserializer<LedgerEvent> {
      Reader() {
        super(LedgerEvent.class);
      }

      @Override
      public @Nullable LedgerEvent deserialize(JsonParser parser, DeserializationContext context) {
        JsonNode nested = context.readTree(parser);
        EventName name = EventNames.of(nested.path("name").asString(""));
        if (name == null || !IntNode.valueOf(name.revision()).equals(nested.path("revision"))) {
          return context.reportInputMismatch(
              LedgerEvent.class,
              "this version of the ledger cannot read '%s', revision %s",
              nested.path("name"),
              nested.path("revision"));
        }
        return context.readTreeAsValue(nested.path("payload"), name.type());
      }
    }
  }
}
