package org.chancery.query.relationship;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.query.party.Existences.Absence;
import org.chancery.query.relationship.RelationsView.Level;
import org.chancery.query.relationship.RelationsView.Mission;
import org.chancery.query.relationship.RelationsView.Relations;
import org.chancery.query.relationship.RelationsView.RelationsStatus;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/**
 * Relations of parties on a day on which one did not exist, or perhaps did not. With a state its
 * relations end; before it came to be there are none, and what is recorded all the same is in
 * doubt.
 *
 * @param absences those of the two
 */
record Standing(RelationsView held, List<Absence> absences) {
  private static final Comparator<Absence> BY_DAY =
      Comparator.comparing(Standing::earliest).thenComparing(Standing::latest);

  RelationsView view() {
    Absence first = absences.stream().filter(Standing::hasEnded).min(BY_DAY).orElse(null);
    if (first != null) {
      return ended(first);
    }
    List<Long> never = cited(absences.stream().filter(Standing::hasNotBegun));
    return never.isEmpty() || told(held) ? open() : none(never);
  }

  /** What a source tells of two, one of whom had not come to be, may be of a predecessor. */
  private static boolean told(RelationsView view) {
    return view.diplomaticRelations().state() != RelationsStatus.UNKNOWN
        || view.representation().level() != Level.UNKNOWN;
  }

  private RelationsView open() {
    Relations relations = held.diplomaticRelations();
    Mission mission = held.representation();
    for (Absence absence : absences) {
      relations = perhaps(relations, absence);
      mission = perhaps(mission, absence);
    }
    return with(relations, mission);
  }

  private RelationsView none(List<Long> entries) {
    return with(
        new Relations(RelationsStatus.NONE, null, List.of(), entries),
        new Mission(Level.NONE, null, List.of(), entries));
  }

  private static boolean hasNotBegun(Absence absence) {
    return !absence.ended() && absence.sure();
  }

  private static boolean hasEnded(Absence absence) {
    return absence.ended() && absence.sure();
  }

  /** Relations of two that have ceased end with the first; when, is open where either may be it. */
  private RelationsView ended(Absence first) {
    List<Absence> gone = absences.stream().filter(Absence::ended).toList();
    boolean open = gone.stream().anyMatch(other -> !other.sure() && mayPrecede(other, first));
    @Nullable EdtfDate since = open ? null : first.on();
    List<Long> entries = open ? cited(gone.stream()) : first.entries();
    return with(
        new Relations(RelationsStatus.ENDED, since, List.of(), entries),
        new Mission(Level.NONE, since, List.of(), entries));
  }

  private RelationsView with(Relations relations, Mission mission) {
    return new RelationsView(
        held.parties(),
        relations,
        mission,
        held.recognitions(),
        held.endings(),
        held.discrepancies(),
        absences,
        union(held.entries(), cited(absences.stream())));
  }

  private static boolean mayPrecede(Absence other, Absence first) {
    return earliest(other).isBefore(latest(first));
  }

  private static LocalDate earliest(Absence absence) {
    return absence.on() == null ? EdtfSpan.BEGINNING : absence.on().earliest();
  }

  private static LocalDate latest(Absence absence) {
    return absence.on() == null ? EdtfSpan.END : absence.on().latest();
  }

  /** Between what stands and what would stand without the party. */
  private static Relations perhaps(Relations relations, Absence absence) {
    Set<RelationsStatus> states = new LinkedHashSet<>(relations.states());
    states.add(absence.ended() ? RelationsStatus.ENDED : RelationsStatus.NONE);
    return new Relations(
        RelationsStatus.INDETERMINATE,
        null,
        List.copyOf(states),
        union(relations.entries(), absence.entries()));
  }

  private static Mission perhaps(Mission mission, Absence absence) {
    Set<Level> levels =
        new LinkedHashSet<>(
            mission.level() == Level.INDETERMINATE ? mission.between() : List.of(mission.level()));
    levels.add(Level.NONE);
    return levels.size() == 1
        ? mission
        : new Mission(
            Level.INDETERMINATE,
            null,
            List.copyOf(levels),
            union(mission.entries(), absence.entries()));
  }

  private static List<Long> cited(Stream<Absence> some) {
    return some.flatMap(each -> each.entries().stream()).distinct().sorted().toList();
  }

  private static List<Long> union(List<Long> some, List<Long> more) {
    return Stream.concat(some.stream(), more.stream()).distinct().sorted().toList();
  }
}
