package org.chancery.query.entry;

import java.time.Instant;
import java.util.List;
import org.chancery.journal.Attribution;
import org.chancery.journal.Entry;
import org.chancery.shared.provenance.Source;
import org.jspecify.annotations.Nullable;

/**
 * Which entry it is, who made it and on what ground; without what it says.
 *
 * @param subject the address of what it is about
 * @param sources the documents that say so
 */
public record Origin(
    long position,
    String name,
    String subject,
    Instant recordedAt,
    String recordedBy,
    @Nullable String authority,
    @Nullable String rationale,
    List<Source> sources) {

  /** That of an entry. */
  public static Origin of(Entry entry) {
    Attribution by = entry.attribution();
    return new Origin(
        entry.position(),
        entry.name(),
        "/api/" + entry.subject(),
        entry.recordedAt(),
        by.recordedBy(),
        by.authority(),
        by.rationale(),
        by.documents());
  }
}
