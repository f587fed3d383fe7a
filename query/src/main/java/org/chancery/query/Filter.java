package org.chancery.query;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.query.asof.Facet;
import org.chancery.shared.Choice;
import org.chancery.shared.Problem;
import org.chancery.shared.Problem.Fault;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * By what a list is asked to be filtered. An id that the ledger does not hold keeps nothing; a
 * value that no item could ever have is a mistake, and is told as one.
 *
 * @param facet what items must have, or null where it is not asked for
 * @param fault what is wrong with the value, or null where nothing is
 */
public record Filter(@Nullable Facet facet, @Nullable Fault fault) {

  /** By any value. */
  public static Filter facet(String name, @Nullable String value) {
    return value == null || value.isBlank()
        ? new Filter(null, null)
        : new Filter(new Facet(name, value.strip()), null);
  }

  /** By one of a fixed set of values, in any case. */
  public static Filter choice(String name, @Nullable String value, Class<? extends Enum<?>> among) {
    return choice(name, value, Choice.texts(among));
  }

  /** The same, where the values are no enum. */
  public static Filter choice(String name, @Nullable String value, List<String> among) {
    Filter filter = facet(name, value);
    Facet facet = filter.facet();
    return facet == null || among.stream().anyMatch(facet.value()::equalsIgnoreCase)
        ? filter
        : new Filter(
            null, new Fault("/" + name, "must be one of %s".formatted(String.join(", ", among))));
  }

  /** Fails with all the faults, where there are any. */
  public static void fail(RefusalCode code, List<Fault> faults) {
    if (!faults.isEmpty()) {
      String detail =
          faults.stream()
              .map(fault -> fault.pointer() + ": " + fault.message())
              .collect(Collectors.joining("; "));
      throw new ProblemException(Problem.of(code, detail).with(faults));
    }
  }

  /** What this one alone asks for; fails as INVALID_FIELDS where it is at fault. */
  public @Nullable Facet asked() {
    facets(this);
    return facet;
  }

  /** What the filters ask for; fails as INVALID_FIELDS with the faults of all of them. */
  public static Set<Facet> facets(Filter... filters) {
    List<Fault> faults =
        Arrays.stream(filters).map(Filter::fault).filter(Objects::nonNull).toList();
    fail(RefusalCode.INVALID_FIELDS, faults);
    return Arrays.stream(filters)
        .map(Filter::facet)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
