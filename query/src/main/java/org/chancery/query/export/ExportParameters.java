package org.chancery.query.export;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for; all of them where nothing is.
 *
 * @param subject as in an answer, with or without {@code /api/}
 * @param party id or code; the entries on all that some entry names it in
 * @param official id; likewise
 * @param source text that some source contains
 * @param from recorded at or after that instant
 * @param to recorded before that instant
 * @param since the size of a checkpoint that was kept
 */
public record ExportParameters(
    @Parameter(example = "/api/meetings/bonn-2017-us-ru") @Nullable String subject,
    @Parameter(
            description = "Id or code; all on subjects of which an entry names it",
            example = "RU")
        @Nullable String party,
    @Parameter(description = "Id; all on subjects of which an entry names it")
        @Nullable String official,
    @Parameter(example = "meeting.scheduled") @Nullable String name,
    @Nullable String recordedBy,
    @Parameter(description = "Text that some source contains") @Nullable String source,
    @Parameter(description = "Recorded at or after the instant, or from that day on (UTC)")
        @Nullable String from,
    @Parameter(description = "Recorded before the instant, or up to the end of that day (UTC)")
        @Nullable String to,
    @Parameter(description = "The size of a checkpoint that you kept") @Nullable Long since) {

  /** The filters that are given, by name. */
  public SortedMap<String, String> texts() {
    SortedMap<String, String> given = new TreeMap<>();
    put(given, "subject", subject);
    put(given, "party", party);
    put(given, "official", official);
    put(given, "name", name);
    put(given, "recordedBy", recordedBy);
    put(given, "source", source);
    put(given, "from", from);
    put(given, "to", to);
    return given;
  }

  private static void put(Map<String, String> given, String name, @Nullable String text) {
    if (text != null) {
      given.put(name, text);
    }
  }
}
