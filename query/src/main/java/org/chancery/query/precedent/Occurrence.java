package org.chancery.query.precedent;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.query.meeting.CandidateMeeting;
import org.chancery.query.relationship.Contact;
import org.chancery.shared.Subject;
import org.jspecify.annotations.Nullable;

/**
 * The first contact of several, or the last.
 *
 * @param contact the one, where it is certain, or uncertain only for what was not searched
 * @param candidates where it is indeterminate, those of which it may be any
 * @param perhapsNone true where it may also be that there is none
 * @param more how many further candidates are not told, beyond 50
 */
record Occurrence(
    Certainty certainty,
    @Nullable Contact contact,
    List<Contact> candidates,
    boolean perhapsNone,
    int more) {
  private static final int MOST = 50;

  /** What the dates in the ledger tell. */
  enum Certainty {
    NONE,
    CERTAIN,
    /** So by all that was searched; some of what was not may tell otherwise. */
    UNCERTAIN,
    INDETERMINATE
  }

  static Occurrence of(List<CandidateMeeting> candidates) {
    List<Contact> contacts =
        candidates.stream()
            .sorted(
                Comparator.comparing((CandidateMeeting candidate) -> candidate.began().earliest())
                    .thenComparing(candidate -> candidate.meeting().meeting().value()))
            .limit(MOST)
            .map(candidate -> Contact.of(candidate.meeting()))
            .toList();
    boolean none = candidates.stream().noneMatch(CandidateMeeting::sure);
    if (candidates.isEmpty()) {
      return new Occurrence(Certainty.NONE, null, List.of(), true, 0);
    }
    return candidates.size() == 1 && !none
        ? new Occurrence(Certainty.CERTAIN, contacts.getFirst(), List.of(), false, 0)
        : new Occurrence(
            Certainty.INDETERMINATE, null, contacts, none, candidates.size() - contacts.size());
  }

  /** The same where so many meetings that may be contacts were not searched. */
  Occurrence given(long unsearched) {
    return unsearched == 0 || certainty == Certainty.INDETERMINATE
        ? this
        : new Occurrence(Certainty.UNCERTAIN, contact, candidates, perhapsNone, more);
  }

  private Stream<Contact> told() {
    return Stream.concat(Stream.ofNullable(contact), candidates.stream());
  }

  /** The meetings that it tells. */
  Stream<Subject> subjects() {
    return told().map(met -> met.meeting().subject());
  }

  /** The positions that it rests on; that there is none rests on none. */
  List<Long> entries() {
    return told().flatMap(told -> told.entries().stream()).distinct().sorted().toList();
  }
}
