package org.chancery.journal;

import org.chancery.journal.EventNames.EventName;
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

/** Writes what an entry should have read with its permanent name and revision, as entries have. */
final class NestedEvents extends SimpleModule {
  private static final long serialVersionUID = 1L;

  NestedEvents() {
    setMixInAnnotation(EntryCorrected.class, Corrected.class);
  }

  /** What is to be said of the event in an {@link EntryCorrected}. */
  interface Corrected {
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
