package org.chancery.query.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
}
