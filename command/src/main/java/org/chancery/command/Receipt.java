package org.chancery.command;

import java.util.List;
import org.chancery.journal.Entry;

/**
 * What a submission is answered with once its entries are durable.
 *
 * @param subject the address of what the entries are about
 * @param version the subject's version after them
 */
record Receipt(String subject, long version, List<Line> entries) {

  /** An entry, as far as the caller needs to find it again. */
  record Line(long position, String id, String name, int revision) {}

  static Receipt of(List<Entry> entries) {
    Entry last = entries.getLast();
    return new Receipt(
        "/api/" + last.subject(),
        last.version(),
        entries.stream()
            .map(entry -> new Line(entry.position(), entry.id(), entry.name(), entry.revision()))
            .toList());
  }
}
