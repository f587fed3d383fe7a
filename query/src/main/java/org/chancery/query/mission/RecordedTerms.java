package org.chancery.query.mission;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chancery.query.account.Following;
import org.chancery.query.official.MissionTerm;
import org.chancery.query.official.MissionTerm.StepTaken;
import org.chancery.query.official.MissionTerms;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.ReadModel.Stretched;
import org.chancery.readmodel.Selection;
import org.chancery.shared.OfficialId;
import org.chancery.shared.mission.MissionEvent;
import org.chancery.shared.mission.MissionId;
import org.chancery.shared.time.EdtfDate;
import org.springframework.stereotype.Component;

/** The terms of which the answers about missions tell. */
@Component
final class RecordedTerms implements MissionTerms {
  private static final Comparator<MissionTerm> BY_BEGINNING =
      Comparator.comparing(RecordedTerms::first).thenComparing(MissionTerm::key);

  private final ReadModel<MissionView> missions;

  RecordedTerms(ReadModel<MissionView> missions) {
    this.missions = missions;
  }

  @Override
  public List<MissionTerm> of(OfficialId official, Following by) {
    Selection of = Selection.anyDay(Set.of(new FilterAttribute("official", official.value())));
    return terms(by.histories(missions, MissionEvent.CONCEPT, of), by.asOf()).stream()
        .filter(term -> official.equals(term.official()))
        .toList();
  }

  /** All terms of a mission, by their beginning. */
  List<MissionTerm> of(MissionId mission, Following by) {
    return terms(by.history(missions, mission.subject()), by.asOf());
  }

  /** As told on the day asked about, where some answer of that day tells of it. */
  private static List<MissionTerm> terms(List<Stretched<MissionView>> stretches, AsOf asOf) {
    Map<String, MissionTerm> terms = new LinkedHashMap<>();
    for (Stretched<MissionView> stretch : stretches) {
      boolean now = stretch.holdsOn(asOf.on());
      stretch
          .view()
          .serving()
          .forEach(
              term ->
                  terms.merge(
                      person(term) + term.key(),
                      now ? term : term.notHeld(),
                      (known, told) -> now ? told : known));
    }
    return terms.values().stream().sorted(BY_BEGINNING).toList();
  }

  private static String person(MissionTerm term) {
    return term.official() + " " + term.name() + " ";
  }

  private static EdtfDate first(MissionTerm term) {
    return term.steps().stream()
        .map(StepTaken::on)
        .min(Comparator.naturalOrder())
        .orElseGet(() -> term.discrepancies().getFirst().on());
  }
}
