package org.chancery.journal;

import java.time.Instant;
import org.chancery.shared.Subject;

/**
 * One line of the journal, as it stands for ever.
 *
 * @param position its place in the journal, from 1, without gaps, in the order of commits
 * @param id a UUID of its own
 * @param version the subject's version that it made, from 1
 * @param ordinal its place among the entries of one command, from 0
 * @param recordedAt when the ledger came to know it, to the microsecond; never decreases along
 *     positions
 * @param payload the event as JSON
 */
public record Entry(
    long position,
    String id,
    Subject subject,
    long version,
    String name,
    int revision,
    Instant recordedAt,
    int ordinal,
    Attribution attribution,
    String payload) {

  Entry at(long newPosition, Instant instant) {
    return new Entry(
        newPosition, id, subject, version, name, revision, instant, ordinal, attribution, payload);
  }
}
