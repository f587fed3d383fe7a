package org.chancery.shared.agreement;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.chancery.shared.PartyId;
import org.chancery.shared.Refusal;
import org.chancery.shared.time.Chronicle;
import org.chancery.shared.time.Step;

/**
 * The steps of an agreement in a chronicle for the agreement itself and one for each party: a
 * chronicle takes what is recorded later to have followed, and what one party does says nothing of
 * when another did. Adoption and termination, between which all parties act, are in each.
 *
 * @param parties by their ids
 */
public record AgreementCourses(
    Chronicle<AgreementStandings, AgreementStep> agreement,
    SortedMap<String, Chronicle<AgreementStandings, AgreementStep>> parties) {
  public static final AgreementCourses NONE =
      new AgreementCourses(
          Chronicle.of(new AgreementLifecycle()),
          Collections.unmodifiableSortedMap(new TreeMap<>()));

  /** Fails as {@link Refusal} where a chronicle that the step concerns has no place for it. */
  public void admit(Step<AgreementStep> step) {
    if (step.what().isOfAgreement()) {
      agreement.place(step);
    }
    concerned(step).values().forEach(course -> course.place(step));
  }

  /** With a step that stands in the journal: it was judged when it was recorded. */
  public AgreementCourses accept(Step<AgreementStep> step) {
    SortedMap<String, Chronicle<AgreementStandings, AgreementStep>> all = new TreeMap<>(parties);
    concerned(step).forEach((party, course) -> all.put(party, course.accept(step)));
    return new AgreementCourses(
        step.what().isOfAgreement() ? agreement.accept(step) : agreement,
        Collections.unmodifiableSortedMap(all));
  }

  /** The chronicles of parties that the step concerns. */
  private Map<String, Chronicle<AgreementStandings, AgreementStep>> concerned(
      Step<AgreementStep> step) {
    Map<String, Chronicle<AgreementStandings, AgreementStep>> concerned = new TreeMap<>();
    parties.forEach(
        (party, course) -> {
          if (step.what().concerns(new PartyId(party))) {
            concerned.put(party, course);
          }
        });
    step.what()
        .parties()
        .forEach(party -> concerned.computeIfAbsent(party.value(), _ -> begun(party)));
    return concerned;
  }

  /** The chronicle of a party that has done nothing so far. */
  private Chronicle<AgreementStandings, AgreementStep> begun(PartyId party) {
    Chronicle<AgreementStandings, AgreementStep> course = NONE.agreement();
    for (Step<AgreementStep> step : agreement.steps()) {
      course = step.what().concerns(party) ? course.accept(step) : course;
    }
    return course;
  }
}
