package org.chancery.query.change;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.Locale;
import org.chancery.query.Filter;
import org.chancery.query.ListParameters;
import org.chancery.query.Parameters;
import org.chancery.readmodel.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * Which changes are asked for.
 *
 * @param subject as in an answer, with or without {@code /api/}; parties by their codes too
 * @param from what was known at that instant or {@code position:N} is left out
 * @param to what was known at that instant or {@code position:N} is the last
 * @param kind what entries do to those before them
 * @param causeOf an entry whose cause is theirs too
 * @param limit how many, 1 to 1000; 100 where left out
 * @param cursor where the last page ended
 * @param format json, csv or text
 */
record ChangeParameters(
    @Parameter(example = "/api/meetings/bonn-2017-us-ru") @Nullable String subject,
    @Parameter(
            description =
                "Changes after what was known then: an instant, position:N, release:NAME, import:N,"
                    + " or a day from its beginning",
            example = "position:1")
        @Nullable String from,
    @Parameter(
            description =
                "Changes up to what was known then: an instant, position:N, release:NAME, import:N,"
                    + " or a day to its end (UTC)")
        @Nullable String to,
    @Parameter(
            description =
                "Keeps those that are `added`, `corrected`, `retracted` (also where that"
                    + " reinstates), `account-recorded`, `account-preferred` or `corroborated`;"
                    + " one or more")
        @Nullable List<String> kind,
    @Parameter(
            description =
                "Keeps those that have the cause of the entry at that position: the same import, or"
                    + " the same document, or authority")
        @Nullable Long causeOf,
    @Parameter(description = "1 to 1000 (default 100)") @Nullable Integer limit,
    @Parameter(description = "The `next` of the page before") @Nullable String cursor,
    @Parameter(description = "json, csv or text: before what is said to be accepted")
        @Nullable String format) {
  private static final List<String> FORMATS = List.of("json", "csv", "text");

  /** The page before, where this is not the first. */
  @Nullable Cursor goesOn() {
    return cursor == null ? null : Parameters.cursor(cursor);
  }

  /** What tells a list of changes from others. */
  String fingerprint(String list, @Nullable String of, long begin) {
    return causeOf == null && (kind == null || kind.isEmpty())
        ? Cursor.fingerprint(list, of, begin)
        : Cursor.fingerprint(list, of, begin, kind, causeOf);
  }

  /**
   * The names of the events that are of the kinds asked for; null where all are. Fails where a kind
   * or the format is not known.
   */
  @Nullable List<String> names() {
    Filter.attributes(Filter.choice("format", format, FORMATS));
    if (kind == null || kind.isEmpty()) {
      return null;
    }
    Filter.attributes(
        Filter.all(
            kind.stream()
                .map(each -> Filter.choice("kind", each, Changes.NAMES.keySet()))
                .toList()));
    return kind.stream()
        .flatMap(
            each ->
                Changes.NAMES
                    .getOrDefault(each.strip().toLowerCase(Locale.ROOT), List.of())
                    .stream())
        .toList();
  }

  int atMost() {
    return ListParameters.limitOf(limit);
  }
}
