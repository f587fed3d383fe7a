package org.chancery.shared.provenance;

import java.util.List;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.precondition.Require;
import org.jspecify.annotations.Nullable;

/**
 * What an entry rests on: at least one source, or an authority that gives its rationale.
 *
 * @param authority on whose authority it is recorded
 * @param rationale why it is recorded as it is
 * @param sources the documents that say so
 */
public record Provenance(
    @Nullable String authority, @Nullable String rationale, List<Source> sources) {

  public Provenance {
    authority = Require.optionalText("authority", authority);
    rationale = Require.optionalText("rationale", rationale);
    sources = Require.distinct("sources", sources);
    if (sources.isEmpty() && (authority == null || rationale == null)) {
      throw new InvalidValue(
          RefusalCode.SOURCE_REQUIRED,
          "an entry needs a source, or an authority together with its rationale");
    }
  }
}
