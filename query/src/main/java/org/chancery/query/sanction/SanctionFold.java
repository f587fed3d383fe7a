package org.chancery.query.sanction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chancery.query.sanction.SanctionView.SanctionStatus;
import org.chancery.query.sanction.SanctionView.Segment;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.readmodel.Version;
import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
import org.chancery.shared.sanction.DesignatedPerson;
import org.chancery.shared.sanction.Measure;
import org.chancery.shared.sanction.SanctionEvent;
import org.chancery.shared.sanction.SanctionEvent.SanctionsAmended;
import org.chancery.shared.sanction.SanctionEvent.SanctionsEased;
import org.chancery.shared.sanction.SanctionEvent.SanctionsImposed;
import org.chancery.shared.sanction.SanctionEvent.SanctionsLifted;
import org.chancery.shared.sanction.SanctionEvent.SanctionsReinstated;
import org.chancery.shared.sanction.SanctionEvent.SanctionsSuspended;
import org.chancery.shared.sanction.SanctionEvent.SanctionsThreatened;
import org.chancery.shared.sanction.SanctionId;
import org.chancery.shared.sanction.SanctionLifecycle;
import org.chancery.shared.sanction.SanctionStanding;
import org.chancery.shared.sanction.SanctionState;
import org.chancery.shared.sanction.SanctionStep;
import org.chancery.shared.time.Chronicle;
import org.chancery.shared.time.Days;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.chancery.shared.time.Phase;
import org.chancery.shared.time.Step;
import org.jspecify.annotations.Nullable;

/** How the history of sanctions reads. */
final class SanctionFold {
  private final List<Long> entries = new ArrayList<>();
  private Chronicle<SanctionStanding, SanctionStep> chronicle =
      Chronicle.of(new SanctionLifecycle());
  private @Nullable Terms threatened;
  private @Nullable Terms imposed;
  private @Nullable EdtfDate lifted;

  /** Who threatens or imposes them, against whom, and why. */
  private record Terms(
      List<PartyId> by,
      List<PartyId> against,
      List<DesignatedPerson> persons,
      @Nullable String legalBasis,
      String reason,
      EdtfDate on) {}

  /** Days over which both the state and the measures read the same. */
  private record Both(Phase<SanctionState> state, Phase<List<Measure>> measures) {

    /** Those in every list that is possible. */
    List<Measure> certain() {
      return Stream.of(Measure.values())
          .filter(measure -> measures.states().stream().allMatch(all -> all.contains(measure)))
          .toList();
    }

    /** Those in some and not in every one. */
    List<Measure> possible() {
      return Stream.of(Measure.values())
          .filter(measure -> measures.states().stream().anyMatch(all -> all.contains(measure)))
          .filter(measure -> !certain().contains(measure))
          .toList();
    }

    Segment segment() {
      Days days = new Days(state.from(), state.to());
      return new Segment(
          SanctionStatus.of(state),
          state.between(),
          certain(),
          possible(),
          days.begin(),
          days.end(),
          Stream.concat(state.entries().stream(), measures.entries().stream())
              .distinct()
              .sorted()
              .toList());
    }
  }

  private SanctionFold() {}

  static List<Version<SanctionView>> versions(List<Recorded<SanctionEvent>> history) {
    SanctionFold fold = new SanctionFold();
    history.forEach(fold::take);
    Terms first = fold.first();
    return first == null ? List.of() : fold.versions(history.getFirst().event().subject(), first);
  }

  private void take(Recorded<SanctionEvent> recorded) {
    SanctionEvent event = recorded.event();
    entries.add(recorded.position());
    chronicle =
        chronicle.accept(new Step<>(SanctionStep.of(event), event.on(), recorded.position()));
    switch (event) {
      case SanctionsThreatened(var _, var by, var against, var who, var _, var on, var reason) ->
          threatened = new Terms(by, against, who, null, reason, on);
      case SanctionsImposed as ->
          imposed =
              new Terms(as.by(), as.against(), as.persons(), as.legalBasis(), as.reason(), as.on());
      case SanctionsLifted as -> lifted = as.on();
      case SanctionsAmended _, SanctionsEased _, SanctionsSuspended _, SanctionsReinstated _ -> {}
    }
  }

  private @Nullable Terms first() {
    return Stream.of(threatened, imposed)
        .flatMap(Stream::ofNullable)
        .min(Comparator.comparing(Terms::on))
        .orElse(null);
  }

  /** Before they can have been threatened or imposed there is nothing to tell. */
  private List<Version<SanctionView>> versions(Subject subject, Terms first) {
    List<Phase<SanctionState>> states = chronicle.phases(SanctionStanding::state);
    List<Phase<List<Measure>>> measures = chronicle.phases(SanctionStanding::measures);
    List<Both> told =
        IntStream.range(0, states.size())
            .mapToObj(place -> new Both(states.get(place), measures.get(place)))
            .filter(both -> !both.state().isSurely(SanctionState.NONE))
            .toList();
    List<Segment> history = told.stream().map(Both::segment).toList();
    return told.stream()
        .map(
            both -> {
              SanctionView view = view(subject, both, terms(both, first), history);
              return new Version<>(
                  subject.toString(),
                  both.state().from(),
                  both.state().to(),
                  Days.inOrder(first.on().earliest()),
                  new EdtfSpan(first.on() + "/..", first.on(), lifted),
                  attributes(view),
                  view);
            })
        .toList();
  }

  /** Those of the imposition from the first day on which they may have been imposed. */
  private Terms terms(Both both, Terms first) {
    boolean mayBeImposed =
        both.state().states().stream()
            .anyMatch(state -> state.compareTo(SanctionState.THREATENED) > 0);
    return imposed != null && mayBeImposed ? imposed : first;
  }

  private SanctionView view(Subject subject, Both both, Terms terms, List<Segment> history) {
    return new SanctionView(
        new SanctionId(subject.id()),
        terms.by(),
        terms.against(),
        terms.persons(),
        both.certain(),
        both.possible(),
        terms.legalBasis(),
        terms.reason(),
        SanctionStatus.of(both.state()),
        both.state().between(),
        both.state().since(),
        history,
        List.copyOf(entries));
  }

  private static Set<FilterAttribute> attributes(SanctionView view) {
    Set<FilterAttribute> attributes = new LinkedHashSet<>();
    view.by().forEach(party -> attributes.add(new FilterAttribute("by", party.value())));
    view.against().forEach(party -> attributes.add(new FilterAttribute("against", party.value())));
    Stream.concat(view.by().stream(), view.against().stream())
        .forEach(party -> attributes.add(new FilterAttribute("party", party.value())));
    view.persons().stream()
        .flatMap(person -> Stream.ofNullable(person.official()))
        .forEach(official -> attributes.add(new FilterAttribute("official", official.value())));
    Stream.concat(view.measures().stream(), view.possibleMeasures().stream())
        .forEach(measure -> attributes.add(FilterAttribute.of("measure", measure)));
    attributes.add(FilterAttribute.of("state", view.state()));
    return attributes;
  }
}
