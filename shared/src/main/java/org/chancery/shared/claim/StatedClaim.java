package org.chancery.shared.claim;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.precondition.Require;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/**
 * A claim that can be checked. Which fields it takes depends on what is claimed. Whom and what it
 * names is kept as it was said: whether that is on record is asked when it is checked.
 *
 * @param claim what is claimed, one of {@link ClaimKind}
 * @param between two parties or two officials, of a contact
 * @param meeting the meeting that is meant, of a contact
 * @param trip the trip that is meant, of a first trip
 * @param since EDTF: after what the contact is the first
 * @param on EDTF: the day or days on which it was so
 * @param official of a trip or an office
 * @param country of a first trip; anywhere where left out
 * @param office of an office held, or that of the traveller
 * @param party of an office held; any where left out
 * @param subject the address of what is in a state
 * @param aspect of a pair: {@code status}, {@code relations} or {@code representation}
 * @param is the state that it is said to be in
 * @param list what is counted: one of the lists that can be counted
 * @param where by what it is filtered: dimensions of the list and their values
 * @param from EDTF: counts what overlaps the span from here
 * @param to EDTF: counts what overlaps the span to here
 * @param number how many there are said to be
 */
public record StatedClaim(
    @Nullable String claim,
    List<String> between,
    @Nullable String meeting,
    @Nullable String trip,
    @Nullable String since,
    @Nullable String on,
    @Nullable String official,
    @Nullable String country,
    @Nullable String office,
    @Nullable String party,
    @Nullable String subject,
    @Nullable String aspect,
    @Nullable String is,
    @Nullable String list,
    @Nullable Map<String, String> where,
    @Nullable String from,
    @Nullable String to,
    @Nullable Long number) {
  private static final String CLAIM = "claim";
  private static final List<String> DATES = List.of("since", "on", "from", "to");
  private static final int PAIR = 2;

  /** Every fault of its form, each with the field that it is at. */
  public List<InvalidValue> faults() {
    ClaimKind kind = ClaimKind.named(claim).orElse(null);
    if (kind == null) {
      return List.of(invalid(CLAIM, "must be one of " + ClaimKind.names()));
    }
    Map<String, Object> given = given();
    List<InvalidValue> faults = new ArrayList<>();
    given.keySet().stream()
        .filter(field -> !field.equals(CLAIM) && !kind.takes(field))
        .forEach(field -> faults.add(invalid(field, "is no field of this claim")));
    Stream.concat(kind.needed().stream(), neither(kind, given))
        .filter(field -> !given.containsKey(field))
        .forEach(field -> faults.add(invalid(field, "is missing")));
    if (given.containsKey("between") && between.size() != PAIR) {
      faults.add(invalid("between", "must name two parties, or two officials"));
    }
    given.forEach((field, value) -> check(field, value, faults));
    return faults;
  }

  /** What it says, field by field, after what is claimed. */
  public String inWords() {
    return "%s (%s)"
        .formatted(
            String.valueOf(claim).replace('-', ' '),
            given().entrySet().stream()
                .filter(field -> !field.getKey().equals(CLAIM))
                .map(field -> "%s %s".formatted(field.getKey(), words(field.getValue())))
                .collect(Collectors.joining(", ")));
  }

  private static String words(Object value) {
    return value instanceof List<?> many
        ? many.stream().map(String::valueOf).collect(Collectors.joining(" and "))
        : String.valueOf(value);
  }

  /** The first of those of which one is needed, where none is given. */
  private static Stream<String> neither(ClaimKind kind, Map<String, Object> given) {
    return kind.either().stream().anyMatch(given::containsKey)
        ? Stream.empty()
        : kind.either().stream().limit(1);
  }

  private static void check(String field, Object value, List<InvalidValue> faults) {
    try {
      Stream<?> texts =
          switch (value) {
            case List<?> many -> Require.list(field, many).stream();
            case Map<?, ?> filters ->
                Stream.concat(filters.keySet().stream(), filters.values().stream());
            default -> Stream.of(value);
          };
      texts.forEach(text -> Require.text(field, String.valueOf(text)));
      if (DATES.contains(field)) {
        EdtfSpan.parse(String.valueOf(value).strip());
      }
      if (value instanceof Long number && number < 0) {
        faults.add(invalid(field, "must be how many there are said to be"));
      }
    } catch (InvalidValue invalid) {
      faults.add(new InvalidValue(invalid.code(), field, invalid.reason()));
    }
  }

  private static InvalidValue invalid(String field, String reason) {
    return new InvalidValue(RefusalCode.INVALID_FIELDS, field, reason);
  }

  /** The fields that it has; a text of nothing but blanks is none. */
  private Map<String, Object> given() {
    Map<String, Object> given = new LinkedHashMap<>();
    for (RecordComponent field : StatedClaim.class.getRecordComponents()) {
      Object value = value(field);
      if (value != null
          && !List.of().equals(value)
          && !Map.of().equals(value)
          && !String.valueOf(value).isBlank()) {
        given.put(field.getName(), value);
      }
    }
    return given;
  }

  private @Nullable Object value(RecordComponent field) {
    try {
      return field.getAccessor().invoke(this);
    } catch (ReflectiveOperationException hidden) {
      throw new LinkageError("%s is hidden".formatted(field), hidden);
    }
  }
}
