package org.chancery.query.entry;

import java.util.List;
import java.util.Set;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.ReadModelSpec;
import org.chancery.readmodel.Version;
import org.chancery.shared.entry.EffectiveHistory;
import org.chancery.shared.entry.LedgerEvent;

/**
 * An entry that no longer stands.
 *
 * @param entry its position
 * @param by the position of the entry that corrected or retracted it
 */
public record Superseded(long entry, long by) {
  public static final ReadModelSpec<LedgerEvent, Superseded> READ_MODEL =
      ReadModelSpec.ofCorrections("superseded", Superseded.class, Superseded::versions);

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
