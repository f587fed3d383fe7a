package org.chancery.readmodel;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.chancery.readmodel.Selection.Through;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/**
 * One answer about a subject, for the days over which it holds.
 *
 * @param subject what it is about; a subject's versions do not overlap in valid time
 * @param from the first day on which it holds
 * @param to the day after the last
 * @param order where it stands in lists, before the subject
 * @param happens when what it tells of happens, or null where it tells of a state
 * @param attributes by what lists may filter it, as {@link FilterAttribute#text} writes them:
 *     thousands of versions are remembered, and a text takes far less memory than a set
 * @param view the answer itself
 */
public record Version<V>(
    String subject,
    LocalDate from,
    LocalDate to,
    String order,
    @Nullable EdtfSpan happens,
    String attributes,
    V view) {
  private static final int PADDED = 10_000;

  public Version(
      String subject,
      LocalDate from,
      LocalDate to,
      String order,
      @Nullable EdtfSpan happens,
      Set<FilterAttribute> attributes,
      V view) {
    this(subject, from, to, order, happens, FilterAttribute.text(attributes), view);
  }

  /** A version that holds on all days. */
  public static <V> Version<V> always(
      String subject,
      String order,
      @Nullable EdtfSpan happens,
      Set<FilterAttribute> attributes,
      V view) {
    return new Version<>(
        subject, EdtfSpan.BEGINNING, EdtfSpan.END, order, happens, attributes, view);
  }

  /** A number so written that texts are in the order of numbers, of those below 10,000. */
  public static String padded(int number) {
    return number < PADDED
        ? Integer.toString(PADDED + number).substring(1)
        : Integer.toString(number);
  }

  /** True where it has all of the attributes. */
  public boolean has(Set<FilterAttribute> wanted) {
    return wanted.stream().allMatch(one -> one.isIn(attributes));
  }

  /** The same of one, or where the subject by way of which it may have it is among these. */
  boolean has(FilterAttribute wanted, Map<FilterAttribute, Set<String>> beyond) {
    return wanted.isIn(attributes)
        || FilterAttribute.values(Through.NAME, attributes)
            .anyMatch(beyond.getOrDefault(wanted, Set.of())::contains);
  }

  /** True where it tells how something stood, and not of what happened. */
  boolean isState() {
    return happens == null;
  }

  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(from) && day.isBefore(to);
  }

  /** True where what it tells of may happen, or the state that it tells of holds, on such a day. */
  boolean isWithin(LocalDate first, LocalDate last) {
    return happens == null
        ? !from.isAfter(last) && to.isAfter(first)
        : !happens.earliest().isAfter(last) && !happens.latest().isBefore(first);
  }

  Start start() {
    return new Start(subject, from);
  }

  /** What tells a subject's versions of one knowledge apart. */
  record Start(String subject, LocalDate from) implements Comparable<Start> {

    @Override
    public int compareTo(Start other) {
      int bySubject = subject.compareTo(other.subject);
      return bySubject == 0 ? other.from.compareTo(from) : bySubject;
    }
  }
}
