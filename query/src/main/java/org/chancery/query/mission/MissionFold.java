package org.chancery.query.mission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.chancery.query.official.MissionTerm;
import org.chancery.query.official.MissionTerm.Declaration;
import org.chancery.query.official.MissionTerm.StatedStep;
import org.chancery.query.official.MissionTerm.StepTaken;
import org.chancery.query.official.OfficialView.Certainty;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.ReadModel.Stretched;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.readmodel.Version;
import org.chancery.shared.mission.HeadStep;
import org.chancery.shared.mission.MissionEvent;
import org.chancery.shared.mission.MissionEvent.AgrementGranted;
import org.chancery.shared.mission.MissionEvent.AgrementRefused;
import org.chancery.shared.mission.MissionEvent.CredentialsPresented;
import org.chancery.shared.mission.MissionEvent.FunctionsEnded;
import org.chancery.shared.mission.MissionEvent.HeadAppointed;
import org.chancery.shared.mission.MissionEvent.HeadArrived;
import org.chancery.shared.mission.MissionEvent.HeadNominated;
import org.chancery.shared.mission.MissionEvent.MissionDiscrepancyNoted;
import org.chancery.shared.mission.MissionEvent.OfTerm;
import org.chancery.shared.mission.MissionEvent.PersonaNonGrataDeclared;
import org.chancery.shared.mission.MissionId;
import org.chancery.shared.time.Days;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/** How a mission's history reads: on each day its heads, and who came before and after them. */
final class MissionFold {
  private final MissionId mission;
  private final Map<String, HeadTerm> byKey = new LinkedHashMap<>();
  private final List<PersonaNonGrataDeclared> declared = new ArrayList<>();
  private final List<Declaration> declarations = new ArrayList<>();
  private final Map<String, List<FilterAttribute>> ranks = new HashMap<>();

  private MissionFold(MissionId mission) {
    this.mission = mission;
  }

  static List<Version<MissionView>> versions(List<Recorded<MissionEvent>> history) {
    if (history.isEmpty()) {
      return List.of();
    }
    MissionFold fold = new MissionFold(history.getFirst().event().mission());
    history.forEach(fold::take);
    return fold.versions();
  }

  private void take(Recorded<MissionEvent> recorded) {
    List<Long> entry = List.of(recorded.position());
    switch (recorded.event()) {
      case HeadNominated event -> taken(event, entry).rank(event.rank());
      case HeadAppointed event -> taken(event, entry).rank(event.rank());
      case FunctionsEnded event -> taken(event, entry).end(event);
      case AgrementGranted event -> taken(event, entry);
      case AgrementRefused event -> taken(event, entry);
      case HeadArrived event -> taken(event, entry);
      case CredentialsPresented event -> taken(event, entry);
      case MissionDiscrepancyNoted event ->
          term(event).claim(new StatedStep(event.stated(), event.on(), event.reason(), entry));
      case PersonaNonGrataDeclared event -> {
        declared.add(event);
        declarations.add(
            new Declaration(
                event.person().official(),
                event.person().name(),
                event.by(),
                event.on(),
                event.reason(),
                entry));
      }
    }
  }

  private <E extends MissionEvent & OfTerm> HeadTerm taken(E event, List<Long> entry) {
    HeadTerm term = term(event);
    HeadStep step = HeadStep.of(event);
    if (step != null) {
      term.take(new StepTaken(step, event.on(), entry));
    }
    return term;
  }

  private HeadTerm term(OfTerm told) {
    return byKey.computeIfAbsent(
        told.head().key() + " " + told.term(), _ -> new HeadTerm(told.head(), told.term()));
  }

  /** A declaration is of the last term of the person that had begun by then. */
  private void attach(PersonaNonGrataDeclared event, Declaration declaration) {
    byKey.values().stream()
        .filter(term -> term.isOf(event.person()))
        .filter(term -> !term.first().isAfter(event.on().latest()))
        .max(Comparator.comparing(HeadTerm::first))
        .ifPresent(term -> term.declare(declaration));
  }

  private List<Version<MissionView>> versions() {
    for (int index = 0; index < declared.size(); index++) {
      attach(declared.get(index), declarations.get(index));
    }
    List<HeadTerm> all = List.copyOf(byKey.values());
    List<EdtfDate> presented =
        all.stream()
            .flatMap(term -> Stream.ofNullable(term.on(HeadStep.CREDENTIALS_PRESENTED)))
            .toList();
    all.forEach(term -> term.settle(presented));
    Tenures tenures = Tenures.among(all);
    List<LocalDate> cuts =
        Stream.concat(
                all.stream().flatMap(HeadTerm::edges),
                declarations.stream().map(declaration -> declaration.on().earliest()))
            .toList();
    return joined(cuts, all, tenures).stream()
        .map(held -> version(new Days(held.from(), held.to()), held.view()))
        .toList();
  }

  /** Days in a row on which the answer is the same are one stretch. */
  private List<Stretched<MissionView>> joined(
      List<LocalDate> cuts, List<HeadTerm> all, Tenures tenures) {
    List<Stretched<MissionView>> joined = new ArrayList<>();
    for (Days days : Days.cutAt(cuts)) {
      MissionView view = view(days.from(), all, tenures);
      Stretched<MissionView> last = joined.isEmpty() ? null : joined.getLast();
      boolean goesOn = last != null && last.view().equals(view);
      LocalDate from = goesOn ? joined.removeLast().from() : days.from();
      joined.add(new Stretched<>(from, days.to(), view));
    }
    return joined;
  }

  private Version<MissionView> version(Days days, MissionView view) {
    return new Version<>(
        view.subject().toString(),
        days.from(),
        days.to(),
        view.mission(),
        null,
        attributes(view),
        view);
  }

  private MissionView view(LocalDate day, List<HeadTerm> all, Tenures tenures) {
    List<HeadTerm> heads = tenures.on(day);
    List<MissionTerm> heading = told(heads, day);
    List<MissionTerm> designated =
        told(all.stream().filter(term -> term.isDesignated(day)).toList(), day);
    List<MissionTerm> earlier = told(tenures.before(day, heads), day);
    List<MissionTerm> later = told(tenures.after(day, heads), day);
    List<Declaration> declared =
        declarations.stream().filter(each -> !each.on().earliest().isAfter(day)).toList();
    return new MissionView(
        mission.toString(),
        mission.sending(),
        mission.receiving(),
        headed(heads, day),
        heading,
        designated,
        only(earlier),
        only(later),
        earlier.size() > 1 ? earlier : List.of(),
        later.size() > 1 ? later : List.of(),
        declared,
        cited(List.of(heading, designated, earlier, later), declared));
  }

  private static @Nullable MissionTerm only(List<MissionTerm> terms) {
    return terms.size() == 1 ? terms.getFirst() : null;
  }

  private static List<Long> cited(List<List<MissionTerm>> terms, List<Declaration> declared) {
    SortedSet<Long> entries = new TreeSet<>();
    terms.forEach(some -> some.forEach(term -> entries.addAll(term.entries())));
    declared.forEach(each -> entries.addAll(each.entries()));
    return List.copyOf(entries);
  }

  private List<MissionTerm> told(List<HeadTerm> terms, LocalDate day) {
    return terms.stream().map(term -> term.told(mission, day)).toList();
  }

  private static Certainty headed(List<HeadTerm> heads, LocalDate day) {
    return heads.stream().anyMatch(term -> term.on(day) == Certainty.YES)
        ? Certainty.YES
        : heads.isEmpty() ? Certainty.UNKNOWN : Certainty.INDETERMINATE;
  }

  private Set<FilterAttribute> attributes(MissionView view) {
    Set<FilterAttribute> attributes = new LinkedHashSet<>();
    attributes.add(new FilterAttribute("sending", view.sending().value()));
    attributes.add(new FilterAttribute("receiving", view.receiving().value()));
    attributes.add(new FilterAttribute("party", view.sending().value()));
    attributes.add(new FilterAttribute("party", view.receiving().value()));
    attributes.add(FilterAttribute.of("headed", view.headed()));
    view.serving()
        .flatMap(term -> Stream.ofNullable(term.official()))
        .forEach(official -> attributes.add(new FilterAttribute("official", official.value())));
    view.ranks()
        .forEach(rank -> attributes.addAll(ranks.computeIfAbsent(rank, MissionFold::named)));
    return attributes;
  }

  private static List<FilterAttribute> named(String rank) {
    return List.of(
        new FilterAttribute("rank", rank), new FilterAttribute("rank", FilterAttribute.slug(rank)));
  }
}
