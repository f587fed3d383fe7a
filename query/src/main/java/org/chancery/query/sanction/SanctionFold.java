package org.chancery.query.sanction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.chancery.query.Ending.Endings;
import org.chancery.query.sanction.MeasuresInTime.Possible;
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
  private final Endings endings = new Endings();
  private final MeasuresInTime measures = new MeasuresInTime();
  private Chronicle<SanctionState, SanctionStep> chronicle = Chronicle.of(new SanctionLifecycle());
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

  private SanctionFold() {}

  static List<Version<SanctionView>> versions(List<Recorded<SanctionEvent>> history) {
    SanctionFold fold = new SanctionFold();
    history.forEach(fold::take);
    Terms first = fold.first();
    return first == null ? List.of() : fold.versions(history.getFirst().event().subject(), first);
  }

  private void take(Recorded<SanctionEvent> recorded) {
    long entry = recorded.position();
    SanctionEvent event = recorded.event();
    entries.add(entry);
    endings.take(recorded);
    switch (event) {
      case SanctionsThreatened as -> {
        threatened = new Terms(as.by(), as.against(), as.persons(), null, as.reason(), as.on());
        step(event, as.measures(), entry);
      }
      case SanctionsImposed as -> {
        imposed =
            new Terms(as.by(), as.against(), as.persons(), as.legalBasis(), as.reason(), as.on());
        step(event, as.measures(), entry);
      }
      // An amendment changes no state, so when it came says nothing of when a state began.
      case SanctionsAmended as ->
          measures.note(SanctionStep.AMENDED, as.measures(), as.on(), entry);
      case SanctionsEased as -> step(event, as.measures(), entry);
      case SanctionsReinstated as -> step(event, as.measures(), entry);
      case SanctionsSuspended _ -> step(event, List.of(), entry);
      case SanctionsLifted as -> {
        lifted = as.on();
        step(event, List.of(), entry);
      }
    }
  }

  private void step(SanctionEvent event, List<Measure> said, long entry) {
    SanctionStep step = SanctionStep.of(event);
    chronicle = chronicle.accept(new Step<>(step, event.on(), entry));
    measures.note(step, said, event.on(), entry);
  }

  private @Nullable Terms first() {
    return Stream.of(threatened, imposed)
        .flatMap(Stream::ofNullable)
        .min(Comparator.comparing(Terms::on))
        .orElse(null);
  }

  /** Before they can have been threatened or imposed there is nothing to tell. */
  private List<Version<SanctionView>> versions(Subject subject, Terms first) {
    List<Phase<SanctionState>> phases = chronicle.phases(Function.<SanctionState>identity());
    List<LocalDate> cuts =
        Stream.concat(phases.stream().map(Phase::from), measures.cuts()).toList();
    List<Days> told =
        Days.cutAt(cuts).stream()
            .filter(days -> !Phase.on(days.from(), phases).isSurely(SanctionState.NONE))
            .toList();
    List<Segment> history =
        told.stream().map(days -> segment(days, Phase.on(days.from(), phases))).toList();
    return told.stream()
        .map(days -> version(days, view(subject, days, phases, history), first))
        .toList();
  }

  private Version<SanctionView> version(Days days, SanctionView view, Terms first) {
    return new Version<>(
        view.subject().toString(),
        days.from(),
        days.to(),
        Days.inOrder(first.on().earliest()),
        new EdtfSpan(first.on() + "/..", first.on(), lifted),
        attributes(view, first.on()),
        view);
  }

  private Segment segment(Days days, Phase<SanctionState> phase) {
    Possible possible = measures.on(days.from());
    return new Segment(
        SanctionStatus.of(phase),
        phase.between(),
        possible.certain(),
        possible.possible(),
        days.begin(),
        days.end(),
        Stream.concat(phase.entries().stream(), possible.entries().stream())
            .distinct()
            .sorted()
            .toList());
  }

  /** Those of the imposition from the first day on which they may have been imposed. */
  private Terms terms(Phase<SanctionState> phase) {
    boolean mayBeImposed =
        phase.states().stream().anyMatch(state -> state.compareTo(SanctionState.THREATENED) > 0);
    Terms terms = imposed != null && (mayBeImposed || threatened == null) ? imposed : threatened;
    return Objects.requireNonNull(terms);
  }

  private SanctionView view(
      Subject subject, Days days, List<Phase<SanctionState>> phases, List<Segment> history) {
    Phase<SanctionState> phase = Phase.on(days.from(), phases);
    Terms terms = terms(phase);
    Possible possible = measures.on(days.from());
    return new SanctionView(
        new SanctionId(subject.id()),
        terms.by(),
        terms.against(),
        terms.persons(),
        possible.certain(),
        possible.possible(),
        terms.legalBasis(),
        terms.reason(),
        SanctionStatus.of(phase),
        phase.between(),
        phase.since(),
        history,
        endings.by(days.from(), terms.by()),
        List.copyOf(entries));
  }

  private static Set<FilterAttribute> attributes(SanctionView view, EdtfDate begun) {
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
    attributes.addAll(FilterAttribute.when(EdtfSpan.of(begun), null));
    attributes.add(FilterAttribute.of("state", view.state()));
    return attributes;
  }
}
