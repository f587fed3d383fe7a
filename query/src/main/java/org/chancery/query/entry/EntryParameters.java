package org.chancery.query.entry;

import static org.chancery.query.Filter.choice;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.chancery.journal.CitedRecord;
import org.chancery.journal.EntryFilter;
import org.chancery.journal.EventNames;
import org.chancery.journal.EventNames.EventName;
import org.chancery.query.Filter;
import org.chancery.query.ListParameters;
import org.chancery.query.Parameters;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.Cursor;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are asked for.
 *
 * @param subject as in an answer, with or without {@code /api/}
 * @param source text that some source contains
 * @param sourceRecord the number that a source gives what it says: the last word of a locator
 * @param release when that source was published, EDTF
 * @param superseded whether another entry superseded it by then
 * @param text words, each of which stands in what the entry says or in its origin
 * @param from recorded at or after that instant
 * @param to recorded before that instant
 * @param after behind that position
 * @param order by their positions: asc or desc
 * @param cursor where the last page ended
 * @param limit how many, 1 to 1000; 100 where left out. A page of long entries has fewer, and says
 *     by its cursor that more follow
 * @param format json, csv, atom or cloudevents
 */
record EntryParameters(
    @Parameter(example = "/api/meetings/bonn-2017-us-ru") @Nullable String subject,
    @Parameter(example = "meeting.scheduled") @Nullable String name,
    @Nullable String recordedBy,
    @Parameter(description = "Text that some source contains") @Nullable String source,
    @Parameter(description = "The number that a source gives what it says, such as 3913")
        @Nullable String sourceRecord,
    @Parameter(description = "When that source was published (EDTF): its numbers change")
        @Nullable String release,
    @Parameter(description = "On whose authority, in full") @Nullable String authority,
    @Parameter(example = "ScheduleMeeting") @Nullable String command,
    @Nullable String commandId,
    @Nullable String correlation,
    @Parameter(description = "Whether another entry superseded it by then")
        @Nullable Boolean superseded,
    @Parameter(
            description =
                "Words, each of which stands in what the entry says (notes, topics, reasons,"
                    + " places, names), its rationale, authority or sources")
        @Nullable String text,
    @Parameter(description = "Recorded at or after the instant, or from that day on (UTC)")
        @Nullable String from,
    @Parameter(description = "Recorded before the instant, or up to the end of that day (UTC)")
        @Nullable String to,
    @Parameter(description = "Behind the position") @Nullable Long after,
    @Parameter(description = "By position: `asc` (usual), or `desc`, newest first (usual in Atom)")
        @Nullable String order,
    @Parameter(description = "The `next` of the page before") @Nullable String cursor,
    @Parameter(description = "1 to 1000 (default 100)") @Nullable Integer limit,
    @Parameter(description = "json, csv, atom or cloudevents: before what is said to be accepted")
        @Nullable String format) {
  private static final int LONGEST = 200;
  private static final List<String> FORMATS = List.of("json", "csv", "atom", "cloudevents");
  private static final List<String> NAMES = EventNames.all().stream().map(EventName::name).toList();

  /** Fails with all the faults, where the ledger does not know what is named. */
  EntryFilter filter(Addresses addresses, EntryWords known, AsOf asOf) {
    Filter of = addresses.filter(subject, asOf);
    Filter named = choice("name", name, NAMES);
    Filter by = known.recordedBy(recordedBy, asOf);
    Filter from = known.source(source, asOf);
    Filter on = known.authority(authority, asOf);
    Filter inAnswerTo = EntryWords.command(command);
    Filter.attributes(of, named, by, from, on, inAnswerTo, choice("format", format, FORMATS));
    String event = value(named);
    return new EntryFilter(
        value(of),
        event == null ? null : event.toLowerCase(Locale.ROOT),
        null,
        value(by),
        value(from),
        on.attributes().isEmpty()
            ? null
            : on.attributes().stream().map(FilterAttribute::value).toList(),
        value(inAnswerTo),
        commandId,
        correlation,
        words(),
        null,
        cited(),
        null,
        beginning("from", this.from),
        end("to", to));
  }

  private @Nullable CitedRecord cited() {
    return sourceRecord == null && release == null
        ? null
        : new CitedRecord(
            sourceRecord == null ? null : sourceRecord.strip(),
            release == null ? null : Parameters.date("release", release));
  }

  private static @Nullable String value(Filter asked) {
    FilterAttribute attribute = asked.asked();
    return attribute == null ? null : attribute.value();
  }

  private @Nullable String words() {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (text.length() > LONGEST) {
      throw new ProblemException(
          Problem.of(RefusalCode.INVALID_FIELDS, "text: at most %d characters".formatted(LONGEST)));
    }
    return text;
  }

  /** The position behind which the whole list begins. */
  long begin() {
    return after == null ? 0 : after;
  }

  /** The page before, where this is not the first. */
  @Nullable Cursor goesOn() {
    return cursor == null ? null : Parameters.cursor(cursor);
  }

  /** The position behind which the page begins; fails as INVALID_CURSOR of another list. */
  long behind(Cursor last, EntryFilter filter, boolean descends) {
    return last.position(fingerprint(filter, descends));
  }

  /** The place in the list where that page ended. */
  Cursor at(EntryFilter filter, boolean descends, AsOf asOf, long position) {
    return Cursor.behind(asOf, fingerprint(filter, descends), position);
  }

  private String fingerprint(EntryFilter filter, boolean descends) {
    return descends
        ? Cursor.fingerprint("entry", filter, superseded, after, "desc")
        : Cursor.fingerprint("entry", filter, superseded, after);
  }

  int atMost() {
    return ListParameters.limitOf(limit);
  }

  private static @Nullable Instant beginning(String parameter, @Nullable String text) {
    return text == null ? null : Parameters.beginning(parameter, text);
  }

  private static @Nullable Instant end(String parameter, @Nullable String text) {
    return text == null ? null : Parameters.end(parameter, text);
  }
}
