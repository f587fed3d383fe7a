package org.chancery.query.entry;

import java.util.List;
import java.util.Set;
import org.chancery.query.asof.FilterAttribute;
import org.chancery.query.asof.Version;
import org.chancery.shared.LedgerEvent;
import org.chancery.shared.entry.EffectiveHistory;

/**
 * An entry that no longer stands.
 *
 * @param entry its position
 * @param by the position of the entry that corrected or retracted it
 */
record Superseded(long entry, long by) {

  static List<Version<Superseded>> versions(EffectiveHistory<LedgerEvent> history) {
    return history.superseded().entrySet().stream()
        .map(pair -> new Superseded(pair.getKey(), pair.getValue()).version())
        .toList();
  }

  private Version<Superseded> version() {
    return Version.always(
        subject(entry),
        order(entry),
        null,
        Set.of(new FilterAttribute("by", Long.toString(by))),
        this);
  }

  static String order(long entry) {
    return "%019d".formatted(entry);
  }

  static String subject(long entry) {
    return "entries/" + entry;
  }
}
