package org.chancery.query.precedent;

import java.time.LocalDate;
import java.util.List;
import org.chancery.readmodel.AsOf;
import org.chancery.shared.Identifier;
import org.chancery.shared.meeting.MeetingFormat;
import org.jspecify.annotations.Nullable;

/**
 * What was searched, without which "first" says nothing.
 *
 * @param between whom, or empty where every pair of a meeting was looked at
 * @param office held by the first of the two, or by someone who took part for it
 * @param before contacts that began before this day
 * @param meetingsKnown how many meetings the ledger knows to have been held, whoever took part
 * @param meetingsUnsearched in how many of those that count people are recorded by name alone, of
 *     whom one may be whom the question is about; where there are any, no answer is certain
 */
record Scope(
    List<Identifier> between,
    @Nullable String office,
    @Nullable MeetingFormat format,
    LocalDate before,
    AsOf knowledge,
    long meetingsKnown,
    long meetingsUnsearched,
    String words) {

  static Scope of(
      List<Identifier> between,
      @Nullable String office,
      @Nullable MeetingFormat format,
      LocalDate before,
      AsOf asOf,
      long meetingsKnown,
      long meetingsUnsearched) {
    String searched =
        "Searched were the %d meetings that stand as held in this ledger at position %d, by their"
            .formatted(meetingsKnown, asOf.position());
    String left =
        "Who is recorded by name alone was not searched for: %d meetings may be contacts for that."
            .formatted(meetingsUnsearched);
    String words =
        searched
            + " parties and by officials with an id. "
            + left
            + " What is not in this ledger may have been all the same.";
    return new Scope(
        between, office, format, before, asOf, meetingsKnown, meetingsUnsearched, words);
  }
}
