package org.chancery.shared.claim;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.shared.Choice;
import org.jspecify.annotations.Nullable;

/** What may be claimed, and by which fields. */
public enum ClaimKind {
  /** That a contact is the first of two after something. */
  FIRST_CONTACT_SINCE(List.of("between", "since"), List.of("meeting", "on"), List.of()),
  /** That an official's trip is the first. */
  FIRST_TRIP(List.of("official"), List.of("trip", "on"), List.of("country", "office")),
  /** That two met on a day. */
  MET_ON(List.of("between", "on"), List.of(), List.of("meeting")),
  /** That something was in a state on a day. */
  STATE_ON(List.of("subject", "is", "on"), List.of(), List.of("aspect")),
  /** That an official held an office on a day. */
  HELD_OFFICE_ON(List.of("official", "office", "on"), List.of(), List.of("party")),
  /** How many there are. */
  NUMBER_OF(List.of("list", "number"), List.of(), List.of("where", "from", "to"));

  private final List<String> needed;
  private final List<String> either;
  private final List<String> others;

  ClaimKind(List<String> needed, List<String> either, List<String> others) {
    this.needed = needed;
    this.either = either;
    this.others = others;
  }

  /** Empty where there is no such kind. */
  public static Optional<ClaimKind> named(@Nullable String name) {
    String asked = name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(kind -> Choice.text(kind).equals(asked)).findFirst();
  }

  /** "first-contact-since, first-trip, ...". */
  static String names() {
    return Arrays.stream(values()).map(Choice::text).collect(Collectors.joining(", "));
  }

  /** Those that it must have. */
  List<String> needed() {
    return needed;
  }

  /** Those of which it must have one. */
  List<String> either() {
    return either;
  }

  boolean takes(String field) {
    return Stream.of(needed, either, others).anyMatch(fields -> fields.contains(field));
  }
}
