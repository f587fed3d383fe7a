package org.chancery.query.precedent;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.query.OfSubjects;
import org.chancery.query.relationship.Contact;
import org.chancery.shared.Identifier;
import org.chancery.shared.Subject;
import org.jspecify.annotations.Nullable;

/**
 * The contacts of two before a day.
 *
 * @param between the ids of the two
 * @param contacts how many there were: surely, and at most
 * @param since how long before the day the last one was, in days; null where there is none
 * @param overdue the meetings of the two by then of which no outcome is on record
 * @param summary the same in words
 * @param entries the positions that the contacts told rest on
 */
record PrecedentsView(
    List<Identifier> between,
    Count contacts,
    Occurrence first,
    Occurrence last,
    @Nullable Interval since,
    List<Contact> overdue,
    String summary,
    Scope scope,
    List<Long> entries)
    implements OfSubjects {

  @Override
  public Stream<Subject> subjects() {
    return Stream.concat(
            Stream.of(first, last).flatMap(Occurrence::subjects),
            overdue.stream().map(each -> each.meeting().subject()))
        .distinct();
  }

  /** A number between two. */
  record Count(long atLeast, long atMost) {}
}
