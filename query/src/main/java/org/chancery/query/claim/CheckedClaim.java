package org.chancery.query.claim;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is on record for a claim and against it.
 *
 * @param supporting the positions of the entries that speak for it
 * @param contradicting those that speak against it, or leave it open
 * @param says why, in words
 * @param scope what was searched
 * @param entries all of them
 */
record CheckedClaim(
    Verdict verdict,
    List<Long> supporting,
    List<Long> contradicting,
    String says,
    String scope,
    List<Long> entries) {

  /** What the record says of a claim. Silence of the record is no contradiction. */
  enum Verdict {
    /** It follows from what is on record. */
    SUPPORTED,
    /** What is on record rules it out. */
    CONTRADICTED,
    /** What is on record bears on it and leaves it open. */
    UNDETERMINED,
    /** Nothing on record bears on it. */
    NOT_ON_RECORD
  }

  static CheckedClaim of(
      Verdict verdict,
      Collection<Long> supporting,
      Collection<Long> contradicting,
      String says,
      String scope) {
    return new CheckedClaim(
        verdict,
        sorted(supporting.stream()),
        sorted(contradicting.stream()),
        says,
        scope,
        sorted(Stream.concat(supporting.stream(), contradicting.stream())));
  }

  /**
   * The one by the preferred accounts comes first; where others say otherwise, it is in dispute.
   */
  static CheckedClaim byEach(List<CheckedClaim> accounts) {
    CheckedClaim preferred = accounts.getFirst();
    if (accounts.stream().allMatch(other -> other.verdict() == preferred.verdict())) {
      return preferred;
    }
    return of(
        Verdict.UNDETERMINED,
        accounts.stream().flatMap(one -> one.supporting().stream()).toList(),
        accounts.stream().flatMap(one -> one.contradicting().stream()).toList(),
        "accounts differ: "
            + accounts.stream()
                .map(CheckedClaim::says)
                .distinct()
                .collect(Collectors.joining("; ")),
        preferred.scope());
  }

  /** The same, where accounts differ of what it rests on. */
  CheckedClaim disputed() {
    return new CheckedClaim(
        verdict,
        supporting,
        contradicting,
        says + "; accounts of what this rests on differ",
        scope,
        entries);
  }

  private static List<Long> sorted(Stream<Long> positions) {
    return positions.distinct().sorted().toList();
  }
}
