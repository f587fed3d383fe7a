package org.chancery.query.entry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it stands in the journal, with all that it says of its own origin.
 *
 * @param subject the address of what it is about
 * @param version the subject's version that it made
 * @param sources the documents that say so
 * @param command the name of the command that it answers, and {@code commandId} its id
 * @param supersedes the entry that it corrects or retracts
 * @param supersededBy the entry that corrected or retracted it, as known at the point asked for
 * @param payload the event, as recorded
 */
record EntryView(
    long position,
    String id,
    String name,
    int revision,
    String subject,
    long version,
    Instant recordedAt,
    String recordedBy,
    @Nullable String authority,
    @Nullable String rationale,
    List<Map<String, Object>> sources,
    String correlation,
    String causation,
    String command,
    String commandId,
    @Nullable Long supersedes,
    @Nullable Long supersededBy,
    Map<String, Object> payload) {}
