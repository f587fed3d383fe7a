package org.chancery.query;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.shared.Choice;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.Problem;
import org.chancery.shared.Problem.Fault;
import org.chancery.shared.ProblemCode;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.text.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * By what a list is asked to be filtered. A name that the ledger does not know is a fault, as is a
 * value that no item could ever have: an empty list would say that there is nothing.
 *
 * @param attributes what items must have; none where it is not asked for
 * @param faults what is wrong with the values
 * @param code of these faults, or null where there are none
 * @param suggestions what may have been meant
 */
public record Filter(
    List<FilterAttribute> attributes,
    List<Fault> faults,
    @Nullable ProblemCode code,
    List<String> suggestions) {

  private static final int UNPROCESSABLE = 422;

  /** By what items must have. */
  public static Filter of(FilterAttribute... attributes) {
    return new Filter(List.of(attributes), List.of(), null, List.of());
  }

  /** By any value. */
  public static Filter attribute(String name, @Nullable String value) {
    return value == null || value.isBlank() ? of() : of(new FilterAttribute(name, value.strip()));
  }

  /** By one of a fixed set of values, in any case. */
  public static Filter choice(String name, @Nullable String value, Class<? extends Enum<?>> among) {
    return choice(name, value, Choice.texts(among));
  }

  /** The same, where the values are no enum. */
  public static Filter choice(String name, @Nullable String value, Collection<String> among) {
    Filter filter = attribute(name, value);
    String asked = value == null ? "" : value.strip();
    return filter.attributes().isEmpty() || among.stream().anyMatch(asked::equalsIgnoreCase)
        ? filter
        : unknown(
            name,
            RefusalCode.INVALID_FIELDS,
            "must be one of %s".formatted(String.join(", ", among)),
            Nearest.to(asked, among.stream().map(Nearest.Known::of).toList()));
  }

  /** Which of a set is meant, or null where none is asked for; fails as INVALID_FIELDS. */
  public static <E extends Enum<E>> @Nullable E chosen(
      String name, @Nullable String value, Class<E> among) {
    FilterAttribute asked = choice(name, value, among).asked();
    return asked == null
        ? null
        : Arrays.stream(among.getEnumConstants())
            .filter(each -> Choice.text(each).equalsIgnoreCase(asked.value()))
            .findFirst()
            .orElseThrow();
  }

  /** That a value is not as it must be, where nothing can be suggested. */
  public static ProblemException fault(String name, String message) {
    return unknown(name, RefusalCode.INVALID_FIELDS, message, List.of()).problem();
  }

  /** By a name that nothing goes by. */
  public static Filter unknown(
      String name, ProblemCode code, String message, List<String> suggestions) {
    return new Filter(List.of(), List.of(new Fault("/" + name, message)), code, suggestions);
  }

  /**
   * "no place 'Bon' is known at position 7": whether one is known later is not told, for what is
   * recorded later changes no earlier answer.
   */
  public static String unknownAt(String what, String asked, long position) {
    return "no %s '%s' is known at position %d"
        .formatted(what, InvalidValue.excerpt(asked), position);
  }

  /** By all that the filters ask for. */
  public static Filter all(Collection<Filter> filters) {
    return new Filter(
        filters.stream().flatMap(filter -> filter.attributes().stream()).distinct().toList(),
        filters.stream().flatMap(filter -> filter.faults().stream()).toList(),
        filters.stream()
            .filter(filter -> !filter.faults().isEmpty())
            .map(Filter::code)
            .findFirst()
            .orElse(null),
        filters.stream().flatMap(filter -> filter.suggestions().stream()).distinct().toList());
  }

  /** Fails with all the faults, where there are any. */
  public static void fail(RefusalCode code, List<Fault> faults) {
    new Filter(List.of(), faults, code, List.of()).check();
  }

  private void check() {
    if (code != null && !faults.isEmpty()) {
      throw problem();
    }
  }

  /** Its faults, of which it has some, as they are answered. */
  public ProblemException problem() {
    String detail =
        faults.stream()
            .map(fault -> fault.pointer() + ": " + fault.message())
            .collect(Collectors.joining("; "));
    return new ProblemException(
        Problem.of(Objects.requireNonNull(code), detail)
            .at(UNPROCESSABLE)
            .with(faults)
            .suggesting(suggestions));
  }

  /** What this one alone asks for; fails with its fault where it has one. */
  public @Nullable FilterAttribute asked() {
    check();
    return attributes.isEmpty() ? null : attributes.getFirst();
  }

  /** What the filters ask for; fails with the faults of all of them, by the code of the first. */
  public static Set<FilterAttribute> attributes(Filter... filters) {
    Filter all = all(Arrays.asList(filters));
    all.check();
    return new LinkedHashSet<>(all.attributes());
  }
}
