package org.chancery.journal;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.chancery.journal.json.LedgerJson;
import org.chancery.shared.entry.EntryEvent.AccountRecorded;
import org.chancery.shared.entry.EntryEvent.EntryCorrected;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the older shapes of events as those of today, step by step. What stands in the journal is
 * not touched. How an event gets another revision: docs/EVOLUTION.md.
 */
public final class Revisions implements EventUpcaster {
  private static final JsonMapper MAPPER = LedgerJson.mapper();

  /** What has another event within it. */
  private static final Set<String> NESTING =
      Set.of(
          EventNames.required(EntryCorrected.class).name(),
          EventNames.required(AccountRecorded.class).name());

  /** A shape that is no longer written. */
  private record Shape(String name, int revision) {}

  /** What makes of each shape the next one. */
  private static final Map<Shape, Consumer<ObjectNode>> STEPS =
      Map.of(
          new Shape("relationship.party-recognized", 1),
          Revisions::saysNotHowFarItGoes,
          new Shape("trip.planned", 1),
          Revisions::isReadAsItStands,
          new Shape("trip.recorded", 1),
          Revisions::isReadAsItStands);

  /** Only these need a look. */
  private static final Set<String> CHANGED =
      Stream.concat(STEPS.keySet().stream().map(Shape::name), NESTING.stream())
          .collect(Collectors.toUnmodifiableSet());

  /** What may be said in another form since is said in the former one, too. */
  private static void isReadAsItStands(ObjectNode said) {}

  private static void saysNotHowFarItGoes(ObjectNode recognized) {
    recognized.put("recognition", "unspecified");
  }

  @Override
  public Stream<IntermediateEventRepresentation> upcast(
      Stream<IntermediateEventRepresentation> entries) {
    return entries.map(Revisions::upcast);
  }

  private static IntermediateEventRepresentation upcast(IntermediateEventRepresentation entry) {
    return CHANGED.contains(entry.getType().getName()) ? changed(entry) : entry;
  }

  private static IntermediateEventRepresentation changed(IntermediateEventRepresentation entry) {
    String name = entry.getType().getName();
    int revision = Integer.parseInt(entry.getType().getRevision());
    return needsNoLook(name, revision)
        ? entry
        : entry.upcastPayload(
            new SimpleSerializedType(name, Integer.toString(reached(name, revision))),
            String.class,
            payload -> payload(name, revision, payload));
  }

  /**
   * Where the steps lead from a revision; not to today's from one that this version cannot read.
   */
  static int reached(String name, int revision) {
    int at = revision;
    while (step(name, at) != null) {
      at++;
    }
    return at;
  }

  /** The payload as of the revision {@link #reached}; illegible where no step can take it. */
  static String payload(String name, int revision, String payload) {
    if (needsNoLook(name, revision)) {
      return payload;
    }
    try {
      JsonNode json = MAPPER.readTree(payload);
      upcast(name, revision, (ObjectNode) json);
      return MAPPER.writeValueAsString(json);
    } catch (RuntimeException damaged) { // whatever a step stumbles over
      throw new SerializationException(
          "the payload of '%s', revision %d, is damaged".formatted(name, revision), damaged);
    }
  }

  private static boolean needsNoLook(String name, int revision) {
    return step(name, revision) == null && !NESTING.contains(name);
  }

  private static void upcast(String name, int revision, ObjectNode payload) {
    if (NESTING.contains(name) && payload.path("as") instanceof ObjectNode as) {
      upcastNested(as);
    }
    int at = revision;
    for (Consumer<ObjectNode> step = step(name, at); step != null; step = step(name, at)) {
      step.accept(payload);
      at++;
    }
  }

  /** What is not of the right kind is left for the serializer to refuse. */
  private static void upcastNested(ObjectNode as) {
    JsonNode revision = as.path("revision");
    if (revision.isInt() && as.path("payload") instanceof ObjectNode nested) {
      String name = as.path("name").asString("");
      upcast(name, revision.asInt(), nested);
      as.put("revision", reached(name, revision.asInt()));
    }
  }

  private static @Nullable Consumer<ObjectNode> step(String name, int revision) {
    return STEPS.get(new Shape(name, revision));
  }
}
