package org.chancery.query.cited;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.mission.MissionEvent;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.party.PartyEvent;
import org.chancery.shared.relationship.RelationshipEvent;
import org.jspecify.annotations.Nullable;

/**
 * Whom an answer cites: by ids anywhere in its records, by addresses, and in what is known as JSON
 * alone (a payload) by the fields that events give to parties and officials.
 */
final class Cited {
  private static final String ROOT = "/api/";
  private static final String TO = "-to-";
  private static final Pattern INDEX = Pattern.compile("\\[\\d+]");
  private static final String OWN = "org.chancery.";
  private static final Set<String> OF_PARTIES =
      Set.of(
          "party",
          "parties",
          "by",
          "of",
          "country",
          "host",
          "succeeds",
          "sending",
          "receiving",
          "against");
  private static final Set<String> OF_OFFICIALS = Set.of("official", "traveller");

  private static final ClassValue<List<MethodHandle>> PARTS =
      new ClassValue<>() {
        @Override
        protected List<MethodHandle> computeValue(Class<?> type) {
          return parts(type);
        }
      };

  final Set<String> parties = new TreeSet<>();
  final Set<String> officials = new TreeSet<>();

  /** Takes in all that the answer speaks of. */
  Cited in(@Nullable Object answer) {
    switch (answer) {
      case PartyId party -> parties.add(party.value());
      case OfficialId official -> officials.add(official.value());
      case String text -> inAddress(text);
      case Collection<?> many -> many.forEach(this::in);
      case Map<?, ?> json -> json.forEach((key, value) -> inJson(String.valueOf(key), value));
      case Keyed field -> field.values().forEach(value -> inJson(last(field.key()), value));
      case Record record when record.getClass().getName().startsWith(OWN) ->
          PARTS.get(record.getClass()).forEach(part -> in(read(part, record)));
      case null, default -> {}
    }
    return this;
  }

  /** "/api/relationships/russia/united-states" names two. */
  private void inAddress(String text) {
    if (text.startsWith(ROOT)) {
      String[] parts = text.substring(ROOT.length()).split("/", -1);
      switch (parts[0]) {
        case PartyEvent.CONCEPT, RelationshipEvent.CONCEPT ->
            parties.addAll(named(parts, parts.length));
        case MissionEvent.CONCEPT ->
            named(parts, Math.min(2, parts.length)).forEach(this::ofMission);
        case OfficialEvent.CONCEPT -> officials.addAll(named(parts, Math.min(2, parts.length)));
        default -> {}
      }
    }
  }

  /** Ids hold hyphens, so each place may part the two; who is not registered has no name. */
  private void ofMission(String id) {
    for (int at = id.indexOf(TO); at >= 0; at = id.indexOf(TO, at + 1)) {
      parties.add(id.substring(0, at));
      parties.add(id.substring(at + TO.length()));
    }
  }

  /** Callers write texts that only begin like an address. */
  private static List<String> named(String[] parts, int to) {
    return Arrays.stream(parts, 1, to).filter(id -> !id.isEmpty()).toList();
  }

  private void inJson(String key, @Nullable Object value) {
    switch (value) {
      case String id when OF_PARTIES.contains(key) -> parties.add(id);
      case String id when OF_OFFICIALS.contains(key) -> officials.add(id);
      case Collection<?> many -> many.forEach(each -> inJson(key, each));
      case Map<?, ?> json -> in(json);
      case null, default -> {}
    }
  }

  /** "stops[2].country" is a country. */
  private static String last(String path) {
    return INDEX.matcher(path.substring(path.lastIndexOf('.') + 1)).replaceAll("");
  }

  private static List<MethodHandle> parts(Class<?> type) {
    List<MethodHandle> parts = new ArrayList<>();
    for (RecordComponent part : type.getRecordComponents()) {
      if (!part.getType().isPrimitive() && !part.getType().isEnum()) {
        parts.add(handle(part));
      }
    }
    return List.copyOf(parts);
  }

  private static MethodHandle handle(RecordComponent part) {
    try {
      part.getAccessor().setAccessible(true);
      return MethodHandles.lookup().unreflect(part.getAccessor());
    } catch (IllegalAccessException hidden) {
      throw new LinkageError("%s is hidden".formatted(part), hidden);
    }
  }

  private static @Nullable Object read(MethodHandle part, Record record) {
    try {
      return part.invoke(record);
    } catch (Throwable broken) {
      throw new LinkageError("%s cannot be read".formatted(record.getClass()), broken);
    }
  }
}
