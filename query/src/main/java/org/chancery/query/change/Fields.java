package org.chancery.query.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.chancery.query.change.ChangedAnswer.FieldChange;
import org.jspecify.annotations.Nullable;

/** The fields of an answer that say something, by their names; citations stand apart. */
record Fields(Map<String, Object> said, @Nullable Object citations) {
  private static final String CITATIONS = "entries";
  private static final Fields NONE = new Fields(Map.of(), null);

  /** Those of an answer, or of none, but for some that are not to be compared. */
  static Fields of(@Nullable Map<String, Object> answer, Set<String> apart) {
    if (answer == null) {
      return NONE;
    }
    Map<String, Object> said = new LinkedHashMap<>();
    answer.forEach(
        (name, value) -> {
          if (!apart.contains(name)) {
            put(said, name, value);
          }
        });
    return new Fields(said, answer.get(CITATIONS));
  }

  private static void put(Map<String, Object> said, String name, @Nullable Object value) {
    if (name.equals(CITATIONS) || name.endsWith("." + CITATIONS)) {
      return;
    }
    if (value instanceof Map<?, ?> within) {
      within.forEach((inner, its) -> put(said, name + "." + inner, its));
    } else if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
      said.put(name, uncited(value));
    }
  }

  private static Object uncited(Object value) {
    return switch (value) {
      case List<?> list -> list.stream().map(Fields::uncited).toList();
      case Map<?, ?> map -> {
        Map<Object, @Nullable Object> kept = new LinkedHashMap<>();
        map.forEach(
            (name, its) -> {
              if (!name.equals(CITATIONS)) {
                kept.put(name, its == null ? null : uncited(its));
              }
            });
        yield kept;
      }
      default -> value;
    };
  }

  /** What differs from these to others, in the order of the fields. */
  List<FieldChange> changesTo(Fields after) {
    Set<String> names = new LinkedHashSet<>(said.keySet());
    names.addAll(after.said.keySet());
    List<FieldChange> changes = new ArrayList<>();
    for (String name : names) {
      if (!Objects.equals(said.get(name), after.said.get(name))) {
        changes.add(new FieldChange(name, said.get(name), after.said.get(name)));
      }
    }
    return changes;
  }

  /** The change of what they rest on, if it is one. */
  List<FieldChange> citationsTo(Fields after) {
    return Objects.equals(citations, after.citations)
        ? List.of()
        : List.of(new FieldChange(CITATIONS, citations, after.citations));
  }
}
