package org.chancery.query.relationship;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.query.party.Existences.Absence;
import org.chancery.query.relationship.RelationsView.Level;
import org.chancery.query.relationship.RelationsView.Mission;
import org.chancery.query.relationship.RelationsView.Relations;
import org.chancery.query.relationship.RelationsView.RelationsStatus;

/**
 * Relations of parties on a day on which one did not exist, or perhaps did not. With a state its
 * relations end; before it came to be there are none.
 *
 * @param absences those of the two
 */
record Standing(RelationsView held, List<Absence> absences) {

  RelationsView view() {
    RelationsView view = held;
    for (Absence absence : absences) {
      view = view(view, absence);
    }
    return view;
  }

  private static RelationsView view(RelationsView view, Absence absence) {
    if (!absence.ended()) {
      return silent(view) && absence.sure()
          ? with(view, absence, RelationsStatus.NONE, view.representation())
          : view;
    }
    return absence.sure()
        ? with(view, absence, RelationsStatus.ENDED, gone(absence))
        : perhaps(view, absence);
  }

  /** What is recorded of relations before a party came to be is left as it is. */
  private static boolean silent(RelationsView view) {
    return view.diplomaticRelations().state() == RelationsStatus.UNKNOWN;
  }

  private static Mission gone(Absence absence) {
    return new Mission(Level.NONE, absence.on(), List.of(), absence.entries());
  }

  private static RelationsView with(
      RelationsView view, Absence absence, RelationsStatus state, Mission mission) {
    return joined(
        view,
        absence,
        new Relations(
            state,
            state == RelationsStatus.ENDED ? absence.on() : null,
            List.of(),
            absence.entries()),
        mission);
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
    return states.size() == 1
        ? view
        : joined(
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
