package org.chancery.journal;

import java.util.function.Supplier;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;

/** Metadata as Axon wants it, written only if it asks: who replays the journal never does. */
record LazyMetaData(Supplier<String> json) implements SerializedObject<String> {
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
