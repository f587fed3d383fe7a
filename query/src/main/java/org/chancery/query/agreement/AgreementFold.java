package org.chancery.query.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.chancery.query.Ending.Endings;
import org.chancery.query.agreement.AgreementView.AgreementStatus;
import org.chancery.query.agreement.AgreementView.Member;
import org.chancery.query.agreement.AgreementView.Segment;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.readmodel.Version;
import org.chancery.shared.PartyId;
import org.chancery.shared.agreement.AgreementCourses;
import org.chancery.shared.agreement.AgreementEvent;
import org.chancery.shared.agreement.AgreementEvent.AgreementAdopted;
import org.chancery.shared.agreement.AgreementEvent.AgreementSigned;
import org.chancery.shared.agreement.AgreementEvent.AgreementTerminated;
import org.chancery.shared.agreement.AgreementEvent.ConsentToBeBoundExpressed;
import org.chancery.shared.agreement.AgreementEvent.EnteredIntoForce;
import org.chancery.shared.agreement.AgreementEvent.OperationResumed;
import org.chancery.shared.agreement.AgreementEvent.OperationSuspended;
import org.chancery.shared.agreement.AgreementEvent.ProvisionalApplicationBegun;
import org.chancery.shared.agreement.AgreementEvent.ReservationMade;
import org.chancery.shared.agreement.AgreementEvent.WithdrawalNotified;
import org.chancery.shared.agreement.AgreementStandings;
import org.chancery.shared.agreement.AgreementState;
import org.chancery.shared.agreement.AgreementStep;
import org.chancery.shared.agreement.PartyStanding;
import org.chancery.shared.time.Days;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.chancery.shared.time.Phase;
import org.chancery.shared.time.Step;
import org.jspecify.annotations.Nullable;

/** How an agreement's history reads. */
final class AgreementFold {
  private final List<Long> entries = new ArrayList<>();
  private final Endings endings = new Endings();
  private final Map<String, PartyActs> acts = new TreeMap<>();
  private AgreementCourses courses = AgreementCourses.NONE;
  private @Nullable AgreementAdopted adopted;
  private @Nullable EdtfDate terminated;

  private AgreementFold() {}

  static List<Version<AgreementView>> versions(List<Recorded<AgreementEvent>> history) {
    AgreementFold fold = new AgreementFold();
    history.forEach(fold::take);
    return fold.adopted == null ? List.of() : fold.versions(fold.adopted);
  }

  private void take(Recorded<AgreementEvent> recorded) {
    long entry = recorded.position();
    AgreementEvent event = recorded.event();
    entries.add(entry);
    if (!(event instanceof WithdrawalNotified)) { // told with the party
      endings.take(recorded);
    }
    // A reservation changes no standing, so when it came says nothing of when one began.
    if (!(event instanceof ReservationMade)) {
      courses = courses.accept(new Step<>(AgreementStep.of(event), event.on(), entry));
    }
    switch (event) {
      case AgreementAdopted as -> adopted = as;
      case AgreementTerminated as -> terminated = as.on();
      case AgreementSigned as -> of(as.party()).take(as, entry);
      case ConsentToBeBoundExpressed as -> of(as.party()).take(as, entry);
      case ReservationMade as -> of(as.party()).take(as, entry);
      case WithdrawalNotified as -> of(as.party()).take(as, entry);
      case ProvisionalApplicationBegun _,
          EnteredIntoForce _,
          OperationSuspended _,
          OperationResumed _ -> {}
    }
  }

  private PartyActs of(PartyId party) {
    return acts.computeIfAbsent(party.value(), _ -> new PartyActs());
  }

  /** Before it can have been adopted there is nothing to tell. */
  private List<Version<AgreementView>> versions(AgreementAdopted as) {
    List<Phase<AgreementState>> phases = courses.agreement().phases(AgreementStandings::agreement);
    Map<PartyId, List<Phase<PartyStanding>>> standings = standings();
    List<Segment> history = phases.stream().filter(AgreementFold::tells).map(Segment::of).toList();
    return Days.cutAt(cuts(phases, standings)).stream()
        .filter(days -> tells(Phase.on(days.from(), phases)))
        .map(days -> version(as, days, Phase.on(days.from(), phases), standings, history))
        .toList();
  }

  private Map<PartyId, List<Phase<PartyStanding>>> standings() {
    Map<PartyId, List<Phase<PartyStanding>>> standings = new LinkedHashMap<>();
    courses
        .parties()
        .forEach(
            (id, course) -> {
              PartyId party = new PartyId(id);
              standings.put(party, course.phases(state -> state.of(party)));
            });
    return standings;
  }

  private static boolean tells(Phase<AgreementState> phase) {
    return !phase.isSurely(AgreementState.NONE);
  }

  private List<LocalDate> cuts(
      List<Phase<AgreementState>> phases, Map<PartyId, List<Phase<PartyStanding>>> standings) {
    Stream<Phase<?>> all =
        Stream.concat(phases.stream(), standings.values().stream().flatMap(List::stream));
    return Stream.concat(all.map(Phase::from), acts.values().stream().flatMap(PartyActs::firstDays))
        .toList();
  }

  private Version<AgreementView> version(
      AgreementAdopted as,
      Days days,
      Phase<AgreementState> phase,
      Map<PartyId, List<Phase<PartyStanding>>> standings,
      List<Segment> history) {
    AgreementView view =
        new AgreementView(
            as.agreement(),
            as.title(),
            as.kind(),
            as.field(),
            AgreementStatus.of(phase),
            phase.between(),
            phase.since(),
            members(days.from(), standings),
            history,
            endings.by(days.from()),
            List.copyOf(entries));
    return new Version<>(
        as.subject().toString(),
        days.from(),
        days.to(),
        Days.inOrder(as.on().earliest()),
        new EdtfSpan(as.on() + "/..", as.on(), terminated),
        attributes(view, as.on()),
        view);
  }

  private List<Member> members(LocalDate day, Map<PartyId, List<Phase<PartyStanding>>> standings) {
    List<Member> members = new ArrayList<>();
    standings.forEach(
        (party, phases) -> {
          Phase<PartyStanding> phase = Phase.on(day, phases);
          if (!phase.isSurely(PartyStanding.NONE)) {
            members.add(of(party).member(party, phase, day));
          }
        });
    return members;
  }

  private static Set<FilterAttribute> attributes(AgreementView view, EdtfDate adopted) {
    Set<FilterAttribute> attributes = new LinkedHashSet<>();
    view.parties()
        .forEach(member -> attributes.add(new FilterAttribute("party", member.party().value())));
    attributes.add(FilterAttribute.of("kind", view.kind()));
    attributes.add(new FilterAttribute("field", view.field()));
    attributes.add(new FilterAttribute("field", FilterAttribute.slug(view.field())));
    attributes.add(FilterAttribute.said("field", view.field()));
    attributes.addAll(FilterAttribute.when(EdtfSpan.of(adopted), null));
    attributes.add(FilterAttribute.of("state", view.state()));
    return attributes;
  }
}
