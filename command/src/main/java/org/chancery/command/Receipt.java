package org.chancery.command;

import java.util.List;
import org.chancery.command.decision.Warning;
import org.chancery.journal.Entry;

/**
 * What a submission is answered with once its entries are durable.
 *
 * @param subject the address of what the entries are about
 * @param version the subject's version after them
 * @param changed what a correction changed of what stood
 * @param warnings what should be looked at
 */
public record Receipt(
    String subject,
    long version,
    List<Line> entries,
    List<CorrectedPlace> changed,
    List<Warning> warnings) {

  /** An entry, as far as the caller needs to find it again. */
  public record Line(long position, String id, String name, int revision) {}

  /** Warns by what stood on record before, so that a retry is answered alike. */
  static Receipt of(List<Entry> entries, Submission submission, Foresight foresight) {
    Entry last = entries.getLast();
    return new Receipt(
        "/api/" + last.subject(),
        last.version(),
        entries.stream()
            .map(entry -> new Line(entry.position(), entry.id(), entry.name(), entry.revision()))
            .toList(),
        submission.changed(),
        foresight.warnings(submission.command(), entries.getFirst().position() - 1));
  }
}
