package org.chancery.intake.ledger;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.intake.ledger.RecordedEntries.Recorded;
import org.chancery.journal.Attribution;
import org.chancery.shared.Subject;
import org.chancery.shared.entry.EffectiveHistory;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.provenance.Source;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/** What stands of the entries of some subjects, corrections and retractions taken into account. */
public final class StandingEntries {
  private final Map<Subject, EffectiveHistory<LedgerEvent>> histories = new LinkedHashMap<>();
  private final Map<Subject, Set<Source>> cited = new HashMap<>();
  private final Map<Long, Attribution> attributions = new HashMap<>();

  /**
   * What an entry says that stands.
   *
   * @param entry the position of the entry that says so
   * @param attribution who made that entry, by which command and from which sources
   */
  public record Standing(LedgerEvent event, long entry, Attribution attribution) {

    /** When its sources were published, as the first of them tells that tells it. */
    public @Nullable LocalDate release() {
      return attribution.documents().stream()
          .map(Source::published)
          .filter(Objects::nonNull)
          .map(EdtfDate::latest)
          .findFirst()
          .orElse(null);
    }
  }

  private StandingEntries() {}

  /** Out of all entries of the subjects, in order. */
  public static StandingEntries of(Stream<Recorded> entries) {
    StandingEntries standing = new StandingEntries();
    entries.forEach(standing::add);
    return standing;
  }

  private void add(Recorded entry) {
    Subject subject = entry.event().subject();
    attributions.put(entry.position(), entry.attribution());
    cited.computeIfAbsent(subject, _ -> new HashSet<>()).addAll(entry.attribution().documents());
    histories.compute(
        subject,
        (_, before) ->
            (before == null ? EffectiveHistory.byPosition(LedgerEvent.class) : before)
                .with(entry.position(), entry.event()));
  }

  /** All that stands, subject by subject. */
  public Stream<Standing> all() {
    return histories.values().stream()
        .flatMap(history -> history.standing().stream())
        .map(
            standing ->
                new Standing(
                    standing.event(),
                    standing.entry(),
                    Objects.requireNonNull(attributions.get(standing.entry()))));
  }

  /** The keys of all commands that made entries, whatever became of those since. */
  public Set<String> keys() {
    return attributions.values().stream().map(Attribution::commandId).collect(Collectors.toSet());
  }

  /** The sources of all entries on a subject, whatever became of those since. */
  public Set<Source> cited(Subject subject) {
    return cited.getOrDefault(subject, Set.of());
  }
}
