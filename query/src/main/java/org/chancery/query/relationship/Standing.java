package org.chancery.query.relationship;

import java.time.LocalDate;
import java.util.ArrayList;
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
 * relations end; before it came to be there are none.
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
    RelationsView view = held;
    for (Absence absence : absences) {
      view = absence.ended() ? perhaps(view, absence) : before(view, absence);
    }
    return view;
  }

  private static boolean hasEnded(Absence absence) {
    return absence.ended() && absence.sure();
  }

  /** Relations of two that have ceased end with the first; when, is open where either may be it. */
  private RelationsView ended(Absence first) {
    List<Absence> gone = absences.stream().filter(Absence::ended).toList();
    boolean open = gone.stream().anyMatch(other -> !other.sure() && mayPrecede(other, first));
    @Nullable EdtfDate since = open ? null : first.on();
    List<Long> all = gone.stream().flatMap(each -> each.entries().stream()).distinct().toList();
    List<Long> entries = open ? union(all, List.of()) : first.entries();
    return new RelationsView(
        held.parties(),
        new Relations(RelationsStatus.ENDED, since, List.of(), entries),
        new Mission(Level.NONE, since, List.of(), entries),
        held.recognitions(),
        held.discrepancies(),
        gone,
        union(held.entries(), all));
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

  /** What is recorded of relations before a party came to be is left as it is. */
  private static RelationsView before(RelationsView view, Absence absence) {
    boolean silent = view.diplomaticRelations().state() == RelationsStatus.UNKNOWN;
    return silent && absence.sure()
        ? joined(
            view,
            absence,
            new Relations(RelationsStatus.NONE, null, List.of(), absence.entries()),
            view.representation())
        : view;
  }

  private static RelationsView perhaps(RelationsView view, Absence absence) {
    Relations relations = view.diplomaticRelations();
    Mission mission = view.representation();
    Set<RelationsStatus> states = new LinkedHashSet<>(relations.states());
    states.add(RelationsStatus.ENDED);
    Set<Level> levels =
        new LinkedHashSet<>(
            mission.level() == Level.INDETERMINATE ? mission.between() : List.of(mission.level()));
    levels.add(Level.NONE);
    return joined(
        view,
        absence,
        new Relations(
            RelationsStatus.INDETERMINATE,
            null,
            List.copyOf(states),
            union(relations.entries(), absence.entries())),
        levels.size() == 1
            ? mission
            : new Mission(
                Level.INDETERMINATE,
                null,
                List.copyOf(levels),
                union(mission.entries(), absence.entries())));
  }

  private static RelationsView joined(
      RelationsView view, Absence absence, Relations relations, Mission mission) {
    List<Absence> absences = new ArrayList<>(view.absences());
    absences.add(absence);
    return new RelationsView(
        view.parties(),
        relations,
        mission,
        view.recognitions(),
        view.discrepancies(),
        List.copyOf(absences),
        union(view.entries(), absence.entries()));
  }

  private static List<Long> union(List<Long> some, List<Long> more) {
    return Stream.concat(some.stream(), more.stream()).distinct().sorted().toList();
  }
}
