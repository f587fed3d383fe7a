package org.chancery.journal;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.chancery.journal.json.LedgerJson;
import org.chancery.shared.provenance.Source;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What brought entries about: the import that made them; of others the document that they cite
 * first, wherever in it; or where they cite none, who gave the authority.
 *
 * @param run the correlation of an import, or empty
 * @param document its title, publisher and day of publication as they begin the list of sources in
 *     JSON; empty of an import
 * @param authority empty where there is a document or an import
 */
public record Cause(String run, String document, String authority) {
  private static final TypeReference<List<Source>> SOURCES = new TypeReference<>() {};
  private static final JsonMapper JSON = LedgerJson.mapper();

  /** Where an entry cites no source. */
  static final String UNSOURCED = "[]";

  /** What stands in a source behind the document itself. No text within can hold it unescaped. */
  private static final String WITHIN = ",\"locator\":.*";

  private static final Pattern WITHIN_FIRST = Pattern.compile(WITHIN);

  private static final String IS_RUN = "regexp_like(correlation, '^" + ImportRun.WRITTEN + "$')";

  private static final String DOCUMENT = "regexp_replace(sources, '" + WITHIN + "', '')";

  /** The parts as columns {@code run}, {@code document} and {@code grantor}. */
  static final String COLUMNS =
      """
      case when %1$s then correlation else '' end as run,
      case when %1$s then '' else %2$s end as document,
      case when %1$s or sources <> '[]' then '' else coalesce(authority, '') end as grantor
      """
          .formatted(IS_RUN, DOCUMENT);

  /** That of an entry. */
  public static Cause of(Entry entry) {
    Attribution by = entry.attribution();
    if (ImportRun.in(by.correlation()).isPresent()) {
      return new Cause(by.correlation(), "", "");
    }
    String authority = by.authority();
    return new Cause(
        "",
        document(by.sources()),
        authority == null || !by.sources().equals(UNSOURCED) ? "" : authority);
  }

  /** The document of an entry that no import made, by its sources. */
  static String document(String sources) {
    return WITHIN_FIRST.matcher(sources).replaceFirst("");
  }

  /** The document as a source that names no place in it; null where it is none. */
  public @Nullable Source source() {
    if (document.isEmpty() || document.equals(UNSOURCED)) {
      return null;
    }
    List<Source> sources =
        JSON.readValue(document.endsWith("]") ? document : document + "}]", SOURCES);
    Source first = sources.getFirst();
    return new Source(first.title(), first.publisher(), first.published(), null, null, null);
  }

  /** That an entry has this cause, as SQL. */
  String condition() {
    return !run.isEmpty()
        ? "correlation = :run"
        : "not %s and %s = :document%s"
            .formatted(
                IS_RUN,
                DOCUMENT,
                document.equals(UNSOURCED) ? " and coalesce(authority, '') = :grantor" : "");
  }

  Map<String, Object> params() {
    return Map.of("run", run, "document", document, "grantor", authority);
  }

  /**
   * Entries of one name, on subjects of one concept, that have one cause.
   *
   * @param first the position of the first of them
   * @param last that of the last
   */
  public record Brought(
      Cause cause, String name, String concept, long count, long first, long last) {}
}
