package org.chancery.query.change;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.chancery.shared.Choice;

/**
 * How many entries there are of each kind.
 *
 * @param added those that add to what is on record
 * @param corrected those that correct one
 * @param retracted those that retract one, or a retraction
 * @param accountsRecorded those that set an account beside another
 * @param accountsPreferred those that say which account is followed
 * @param corroborated those that say nothing new, and cite a further source for what stands
 */
public record ChangeCounts(
    long added,
    long corrected,
    long retracted,
    long accountsRecorded,
    long accountsPreferred,
    long corroborated) {

  /** Of as many entries of each name. */
  public static ChangeCounts of(Map<String, Long> byName) {
    return new ChangeCounts(
        count(Change.Kind.ADDED, byName),
        count(Change.Kind.CORRECTED, byName),
        count(Change.Kind.RETRACTED, byName),
        count(Change.Kind.ACCOUNT_RECORDED, byName),
        count(Change.Kind.ACCOUNT_PREFERRED, byName),
        count(Change.Kind.CORROBORATED, byName));
  }

  /** Of all of them together. */
  static ChangeCounts of(Collection<ChangeCounts> parts) {
    return new ChangeCounts(
        parts.stream().mapToLong(ChangeCounts::added).sum(),
        parts.stream().mapToLong(ChangeCounts::corrected).sum(),
        parts.stream().mapToLong(ChangeCounts::retracted).sum(),
        parts.stream().mapToLong(ChangeCounts::accountsRecorded).sum(),
        parts.stream().mapToLong(ChangeCounts::accountsPreferred).sum(),
        parts.stream().mapToLong(ChangeCounts::corroborated).sum());
  }

  private static long count(Change.Kind kind, Map<String, Long> byName) {
    return Changes.NAMES.getOrDefault(Choice.text(kind), List.of()).stream()
        .mapToLong(name -> byName.getOrDefault(name, 0L))
        .sum();
  }
}
