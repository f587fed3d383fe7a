package org.chancery.query.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.query.change.ChangedAnswer.Difference;
import org.chancery.query.change.ChangedAnswer.FieldChange;
import org.chancery.query.change.ChangedAnswer.Nature;
import org.chancery.readmodel.ReadModel.Revision;
import org.chancery.shared.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * How an answer differs over valid time. Where an entry changes what is said on some days, other
 * days on which it is merely cited are no news; only where it changes nothing else are they told.
 *
 * @param apart names of fields that are not compared
 */
record TemporalDiff(Set<String> apart) {

  /** From the rows that were closed to those that were opened; none of either overlap. */
  List<Difference> between(List<Revision> before, List<Revision> after) {
    List<LocalDate> cuts =
        Stream.concat(before.stream(), after.stream())
            .flatMap(row -> Stream.of(row.days().from(), row.days().to()))
            .toList();
    List<Difference> all = new ArrayList<>();
    for (Days days : Days.cutAt(cuts)) {
      Difference difference = on(days, holding(before, days), holding(after, days));
      if (difference != null) {
        append(all, difference);
      }
    }
    List<Difference> news =
        all.stream().filter(each -> each.what() != Nature.RESTS_ON_OTHERS).toList();
    return news.isEmpty() ? all : news;
  }

  private @Nullable Difference on(
      Days days, @Nullable Map<String, Object> before, @Nullable Map<String, Object> after) {
    FieldDiff was = FieldDiff.of(before, apart);
    FieldDiff is = FieldDiff.of(after, apart);
    List<FieldChange> fields = was.changesTo(is);
    Nature what =
        !fields.isEmpty()
            ? before == null ? Nature.BEGINS : after == null ? Nature.ENDS : Nature.DIFFERS
            : Nature.RESTS_ON_OTHERS;
    List<FieldChange> told = fields.isEmpty() ? was.citationsTo(is) : fields;
    return told.isEmpty() ? null : new Difference(days.begin(), days.end(), what, told);
  }

  private static @Nullable Map<String, Object> holding(List<Revision> rows, Days days) {
    return rows.stream()
        .filter(row -> !days.from().isBefore(row.days().from()))
        .filter(row -> days.from().isBefore(row.days().to()))
        .map(Revision::answer)
        .findFirst()
        .orElse(null);
  }

  /** Days in a row that differ in the same way are one stretch. */
  private static void append(List<Difference> all, Difference next) {
    Difference last = all.isEmpty() ? null : all.getLast();
    if (last != null
        && last.to() != null
        && last.to().equals(next.from())
        && last.what() == next.what()
        && last.fields().equals(next.fields())) {
      all.removeLast();
      all.add(new Difference(last.from(), next.to(), last.what(), last.fields()));
    } else {
      all.add(next);
    }
  }

  /**
   * What an answer says, field by field; what says nothing (null, an empty list) is left out, and
   * so is, at every depth, what it rests on.
   *
   * @param citations what the whole of it rests on
   */
  record FieldDiff(Map<?, ?> said, @Nullable Object citations) {
    private static final String CITATIONS = "entries";
    private static final FieldDiff NONE = new FieldDiff(Map.of(), null);

    /** Those of an answer, or of none, but for some that are not to be compared. */
    static FieldDiff of(@Nullable Map<String, Object> answer, Set<String> apart) {
      if (answer == null) {
        return NONE;
      }
      Map<String, Object> compared = new LinkedHashMap<>(answer);
      compared.keySet().removeAll(apart);
      return new FieldDiff(pruned(compared), answer.get(CITATIONS));
    }

    private static Map<?, ?> pruned(Map<?, ?> map) {
      Map<Object, Object> kept = new LinkedHashMap<>();
      map.forEach(
          (name, value) -> {
            if (value != null && !name.equals(CITATIONS) && !List.of().equals(value)) {
              kept.put(name, pruned(value));
            }
          });
      return kept;
    }

    private static Object pruned(Object value) {
      return switch (value) {
        case Map<?, ?> map -> pruned(map);
        case List<?> list -> list.stream().map(FieldDiff::pruned).toList();
        default -> value;
      };
    }

    /** What differs from these to others, in the order of the fields. */
    List<FieldChange> changesTo(FieldDiff after) {
      List<FieldChange> changes = new ArrayList<>();
      compare("", said, after.said, changes);
      return changes;
    }

    /** The change of what they rest on, if it is one. */
    List<FieldChange> citationsTo(FieldDiff after) {
      return Objects.equals(citations, after.citations)
          ? List.of()
          : List.of(new FieldChange(CITATIONS, citations, after.citations));
    }

    private static void compare(
        String name, @Nullable Object was, @Nullable Object is, List<FieldChange> changes) {
      if (Objects.equals(was, is)) {
        return;
      }
      if (was instanceof Map<?, ?> || is instanceof Map<?, ?>) {
        compare(name, within(was), within(is), changes);
      } else if (was instanceof List<?> before
          && is instanceof List<?> after
          && before.size() == after.size()
          && before.getFirst() instanceof Map<?, ?>) {
        for (int index = 0; index < before.size(); index++) {
          compare(
              "%s[%d]".formatted(name, index + 1), before.get(index), after.get(index), changes);
        }
      } else {
        changes.add(new FieldChange(name, was, is));
      }
    }

    private static void compare(
        String name, Map<?, ?> was, Map<?, ?> is, List<FieldChange> changes) {
      Set<Object> names = new LinkedHashSet<>(was.keySet());
      names.addAll(is.keySet());
      String prefix = name.isEmpty() ? "" : name + ".";
      names.forEach(each -> compare(prefix + each, was.get(each), is.get(each), changes));
    }

    private static Map<?, ?> within(@Nullable Object value) {
      return value instanceof Map<?, ?> map ? map : Map.of();
    }
  }
}
