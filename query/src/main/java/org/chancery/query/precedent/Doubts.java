package org.chancery.query.precedent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.chancery.query.meeting.CandidateMeeting;
import org.chancery.query.relationship.Contact;

/**
 * What leaves it uncertain which contact was the first or the last, whatever the dates tell.
 *
 * @param unsearched in how many meetings people are recorded by name alone, of whom one may be one
 *     of the two
 * @param overdue the meetings of the two whose day has passed, and of which no outcome is on record
 */
record Doubts(long unsearched, List<CandidateMeeting> overdue) {

  long count() {
    return unsearched + overdue.size();
  }

  /** The overdue ones, in order. */
  List<Contact> contacts() {
    return overdue.stream()
        .map(one -> Contact.of(one.meeting()))
        .sorted(
            Comparator.comparing((Contact one) -> one.date().earliest())
                .thenComparing(one -> one.meeting().value()))
        .toList();
  }

  /** In a sentence, empty where nothing leaves it uncertain. */
  String words() {
    List<String> words = new ArrayList<>();
    if (unsearched > 0) {
      words.add(
          "in %s people are recorded by name alone, who were not searched for"
              .formatted(meetings(unsearched)));
    }
    if (!overdue.isEmpty()) {
      words.add("of %s no outcome is on record".formatted(meetings(overdue.size())));
    }
    return words.isEmpty() ? "" : " This is uncertain: %s.".formatted(String.join("; ", words));
  }

  private static String meetings(long number) {
    return number == 1 ? "1 meeting" : number + " meetings";
  }
}
