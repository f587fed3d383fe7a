package org.chancery.query.precedent;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.query.OfSubjects;
import org.chancery.query.meeting.MeetingView.MeetingStatus;
import org.chancery.query.relationship.Contact;
import org.chancery.shared.Identifier;
import org.chancery.shared.Subject;
import org.chancery.shared.meeting.MeetingFormat;
import org.chancery.shared.meeting.MeetingId;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/**
 * What a meeting is the first of.
 *
 * @param parties for each two of the parties
 * @param officials for each two of the officials who do not surely stand for the same party
 * @param untold how many further pairs are not told, beyond 200; a party or official asked for
 *     keeps theirs
 * @param entries the positions that the meeting and the contacts before it rest on
 */
record MeetingPrecedentsView(
    MeetingId meeting,
    EdtfSpan date,
    MeetingFormat format,
    MeetingStatus status,
    List<Pairing> parties,
    List<Pairing> officials,
    long untold,
    Scope scope,
    List<Long> entries)
    implements OfSubjects {

  @Override
  public Stream<Subject> subjects() {
    return Stream.concat(
            Stream.of(meeting.subject()),
            Stream.concat(parties.stream(), officials.stream())
                .flatMap(pair -> Stream.of(pair.inAnyFormat(), pair.inThisFormat()))
                .flatMap(Precedent::subjects))
        .distinct();
  }

  /** What the meeting is to two of those who take part. */
  record Pairing(List<Identifier> between, Precedent inAnyFormat, Precedent inThisFormat) {}

  /**
   * The contact before this one.
   *
   * @param first whether there was none
   * @param before the last one before it
   * @param since how many days earlier that was; null where there was none
   * @param overdue the meetings of the two before it of which no outcome is on record
   */
  record Precedent(
      First first,
      Occurrence before,
      @Nullable Interval since,
      List<Contact> overdue,
      String summary) {

    Stream<Subject> subjects() {
      return Stream.concat(
          before.subjects(), overdue.stream().map(each -> each.meeting().subject()));
    }

    Stream<Long> entries() {
      return Stream.concat(
          before.entries().stream(), overdue.stream().flatMap(each -> each.entries().stream()));
    }
  }

  /** Whether it is the first in this ledger. */
  enum First {
    YES,
    NO,
    INDETERMINATE
  }
}
