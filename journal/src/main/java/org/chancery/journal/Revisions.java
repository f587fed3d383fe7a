package org.chancery.journal;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.chancery.journal.EventNames.EventName;
import org.chancery.journal.json.LedgerJson;
import org.chancery.shared.entry.EntryEvent.EntryCorrected;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the older shapes of events as those of today, step by step. What stands in the journal is
 * not touched. How an event gets another revision: docs/EVOLUTION.md.
 */
public final class Revisions implements EventUpcaster {
  private static final JsonMapper MAPPER = LedgerJson.mapper();
  private static final String CORRECTED = EventNames.required(EntryCorrected.class).name();

  /** A shape that is no longer written. */
  private record Shape(String name, int revision) {}

  /** What makes of each shape the next one. */
  private static final Map<Shape, Consumer<ObjectNode>> STEPS =
      Map.of(new Shape("relationship.party-recognized", 1), Revisions::saysNotHowFarItGoes);

  /** Only these need a look. */
  private static final Set<String> CHANGED =
      Stream.concat(STEPS.keySet().stream().map(Shape::name), Stream.of(CORRECTED))
          .collect(Collectors.toUnmodifiableSet());

  private static void saysNotHowFarItGoes(ObjectNode recognized) {
    recognized.put("recognition", "unspecified");
  }

  @Override
  public Stream<IntermediateEventRepresentation> upcast(
      Stream<IntermediateEventRepresentation> entries) {
    return entries.map(Revisions::upcast);
  }

  private static IntermediateEventRepresentation upcast(IntermediateEventRepresentation entry) {
    SerializedType type = entry.getType();
    EventName today = CHANGED.contains(type.getName()) ? EventNames.of(type.getName()) : null;
    return today == null
        ? entry
        : entry.upcastPayload(
            new SimpleSerializedType(today.name(), Integer.toString(today.revision())),
            String.class,
            payload -> payload(today.name(), revision(type), payload));
  }

  private static int revision(SerializedType type) {
    return Integer.parseInt(type.getRevision());
  }

  /** The payload as it would be written today. */
  static String payload(String name, int revision, String payload) {
    if (!CHANGED.contains(name)) {
      return payload;
    }
    ObjectNode json = (ObjectNode) MAPPER.readTree(payload);
    upcast(name, revision, json);
    return MAPPER.writeValueAsString(json);
  }

  private static void upcast(String name, int revision, ObjectNode payload) {
    if (name.equals(CORRECTED) && payload.path("as") instanceof ObjectNode as) {
      upcastNested(as);
    }
    int at = revision;
    for (Consumer<ObjectNode> step = step(name, at); step != null; step = step(name, at)) {
      step.accept(payload);
      at++;
    }
  }

  private static void upcastNested(ObjectNode as) {
    EventName today = EventNames.of(as.path("name").asString(""));
    if (today != null && as.path("payload") instanceof ObjectNode nested) {
      upcast(today.name(), as.path("revision").asInt(), nested);
      as.put("revision", today.revision());
    }
  }

  private static @Nullable Consumer<ObjectNode> step(String name, int revision) {
    return STEPS.get(new Shape(name, revision));
  }
}
