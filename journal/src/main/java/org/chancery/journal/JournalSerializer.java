package org.chancery.journal;

import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.chancery.journal.EventNames.EventName;
import org.chancery.journal.json.LedgerJson;
import org.jspecify.annotations.Nullable;

/** Writes events as readable JSON under their permanent names, never under the names of classes. */
public final class JournalSerializer extends Jackson3Serializer {

  public JournalSerializer() {
    super(builder().jsonMapperBuilderCustomizer(LedgerJson::configure));
  }

  @Override
  @SuppressWarnings("rawtypes") // as declared by Axon
  public SerializedType typeForClass(@Nullable Class type) {
    EventName name = type == null ? null : EventNames.of(type);
    return name == null
        ? super.typeForClass(type)
        : new SimpleSerializedType(name.name(), Integer.toString(name.revision()));
  }

  @Override
  protected String resolveClassName(SerializedType type) {
    EventName name = EventNames.of(type.getName());
    return name == null ? super.resolveClassName(type) : name.type().getName();
  }
}
