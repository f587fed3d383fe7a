package org.chancery.query.relationship;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.query.Ending.Endings;
import org.chancery.query.relationship.RelationsView.Discrepancy;
import org.chancery.query.relationship.RelationsView.Level;
import org.chancery.query.relationship.RelationsView.Mission;
import org.chancery.query.relationship.RelationsView.Recognition;
import org.chancery.query.relationship.RelationsView.Relations;
import org.chancery.query.relationship.RelationsView.RelationsStatus;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.readmodel.Version;
import org.chancery.shared.relationship.Pair;
import org.chancery.shared.relationship.RelationsLifecycle;
import org.chancery.shared.relationship.RelationsState;
import org.chancery.shared.relationship.RelationsStep;
import org.chancery.shared.relationship.RelationshipEvent;
import org.chancery.shared.relationship.RelationshipEvent.DiscrepancyNoted;
import org.chancery.shared.relationship.RelationshipEvent.PartyRecognized;
import org.chancery.shared.relationship.RelationshipEvent.RelationsEstablished;
import org.chancery.shared.relationship.RelationshipEvent.RelationsInterrupted;
import org.chancery.shared.relationship.RelationshipEvent.RelationsResumed;
import org.chancery.shared.relationship.RelationshipEvent.RelationsSevered;
import org.chancery.shared.relationship.RelationshipEvent.RepresentationChanged;
import org.chancery.shared.time.Chronicle;
import org.chancery.shared.time.Justification;
import org.chancery.shared.time.Step;
import org.chancery.shared.time.Stretch;

/** How the history of the relations between two parties reads. */
final class RelationsFold {
  private static final RelationsLifecycle LIFECYCLE = new RelationsLifecycle();

  private final Pair pair;
  private final List<Recognition> recognitions = new ArrayList<>();
  private final Endings endings = new Endings();
  private final List<Discrepancy> discrepancies = new ArrayList<>();
  private final List<Claim> claims = new ArrayList<>();
  private Chronicle<RelationsState, RelationsStep> chronicle = Chronicle.of(LIFECYCLE);
  private Claims followed = new Claims(claims, List.of());

  private RelationsFold(Pair pair) {
    this.pair = pair;
  }

  static List<Version<RelationsView>> versions(List<Recorded<RelationshipEvent>> history) {
    if (history.isEmpty()) {
      return List.of();
    }
    RelationsFold fold = new RelationsFold(history.getFirst().event().pair());
    history.forEach(fold::take);
    fold.claims.addAll(Claim.within(fold.chronicle));
    fold.followed = new Claims(fold.claims, fold.chronicle.stretches());
    return fold.stretches().stream().filter(fold::tells).map(fold::version).toList();
  }

  /** Cut where a claim may begin to be right, too. */
  private List<Stretch<RelationsState, RelationsStep>> stretches() {
    List<Stretch<RelationsState, RelationsStep>> cut = new ArrayList<>();
    for (Stretch<RelationsState, RelationsStep> whole : chronicle.stretches()) {
      NavigableSet<LocalDate> edges = new TreeSet<>(List.of(whole.to()));
      claims.stream()
          .map(claim -> claim.on().earliest())
          .filter(day -> day.isAfter(whole.from()) && day.isBefore(whole.to()))
          .forEach(edges::add);
      LocalDate from = whole.from();
      for (LocalDate to : edges) {
        cut.add(new Stretch<>(from, to, whole.states(), whole.happened(), whole.pending()));
        from = to;
      }
    }
    return cut;
  }

  private void take(Recorded<RelationshipEvent> recorded) {
    note(recorded.event(), List.of(recorded.position()));
    endings.take(recorded);
    RelationsStep step = RelationsStep.of(recorded.event());
    if (step != null) {
      chronicle = chronicle.accept(new Step<>(step, recorded.event().on(), recorded.position()));
    }
  }

  private void note(RelationshipEvent recorded, List<Long> entry) {
    switch (recorded) {
      case PartyRecognized(var by, var of, var on, var mutual, var _) ->
          recognitions.add(new Recognition(by, of, on, mutual, entry));
      case DiscrepancyNoted noted -> {
        long position = entry.getFirst();
        claims.add(Claim.of(noted, position));
        discrepancies.add(
            new Discrepancy(position, noted.stated(), noted.on(), noted.reason(), entry));
      }
      case RelationsEstablished _,
          RepresentationChanged _,
          RelationsInterrupted _,
          RelationsSevered _,
          RelationsResumed _ -> {}
    }
  }

  /** Where nothing has happened there is nothing to hold: an empty answer needs no row. */
  private boolean tells(Stretch<RelationsState, RelationsStep> stretch) {
    return !discrepancies.isEmpty()
        || !stretch.happened().isEmpty()
        || !stretch.pending().isEmpty();
  }

  private Version<RelationsView> version(Stretch<RelationsState, RelationsStep> stretch) {
    RelationsView view = view(stretch);
    return new Version<>(
        pair.subject().toString(),
        stretch.from(),
        stretch.to(),
        pair.subject().id(),
        null,
        attributes(view),
        view);
  }

  private RelationsView view(Stretch<RelationsState, RelationsStep> stretch) {
    Set<Long> told = told(stretch);
    return new RelationsView(
        pair,
        relations(stretch),
        mission(stretch),
        recognitions.stream().filter(act -> told.containsAll(act.entries())).toList(),
        endings.by(stretch.from()),
        List.copyOf(discrepancies),
        Stream.concat(
                told.stream(), discrepancies.stream().flatMap(noted -> noted.entries().stream()))
            .sorted()
            .toList());
  }

  private static Set<Long> told(Stretch<RelationsState, RelationsStep> stretch) {
    return Stream.concat(stretch.happened().stream(), stretch.pending().stream())
        .map(Step::entry)
        .collect(Collectors.toSet());
  }

  private Relations relations(Stretch<RelationsState, RelationsStep> stretch) {
    Justification basis = Justification.of(LIFECYCLE, stretch, RelationsState::relations);
    Open<RelationsStatus> open =
        open(stretch, state -> RelationsStatus.valueOf(state.relations().name()));
    return open.values().size() == 1
        ? new Relations(open.values().getFirst(), basis.since(), List.of(), basis.entries())
        : new Relations(
            RelationsStatus.INDETERMINATE, null, open.values(), open.entries(basis.entries()));
  }

  private Mission mission(Stretch<RelationsState, RelationsStep> stretch) {
    Justification basis = Justification.of(LIFECYCLE, stretch, RelationsFold::level);
    Open<Level> open = open(stretch, RelationsFold::level);
    if (open.values().size() > 1) {
      return new Mission(Level.INDETERMINATE, null, open.values(), open.entries(basis.entries()));
    }
    Level level = open.values().getFirst();
    return level == Level.UNKNOWN
        ? Mission.UNKNOWN
        : new Mission(level, basis.since(), List.of(), basis.entries());
  }

  private static Level level(RelationsState state) {
    return state.level() == null ? Level.UNKNOWN : Level.valueOf(state.level().name());
  }

  /**
   * What may be so.
   *
   * @param claimed the entries of the claims that add to it
   */
  private record Open<A>(List<A> values, Set<Long> claimed) {
    List<Long> entries(List<Long> certain) {
      return Stream.concat(certain.stream(), claimed.stream()).distinct().sorted().toList();
    }
  }

  /** What the history says first, then what claims make of it. */
  private <A extends Comparable<A>> Open<A> open(
      Stretch<RelationsState, RelationsStep> stretch, Function<RelationsState, A> aspect) {
    Set<A> values =
        stretch.states().stream().map(aspect).collect(Collectors.toCollection(LinkedHashSet::new));
    SortedMap<A, Set<Long>> more = new TreeMap<>();
    followed
        .on(stretch)
        .forEach((state, entries) -> more.merge(aspect.apply(state), entries, Possible::union));
    more.keySet().removeAll(values);
    values.addAll(more.keySet());
    Set<Long> claimed = new TreeSet<>();
    more.values().forEach(claimed::addAll);
    return new Open<>(List.copyOf(values), claimed);
  }

  private Set<FilterAttribute> attributes(RelationsView view) {
    return Set.of(
        new FilterAttribute("party", pair.first().value()),
        new FilterAttribute("party", pair.second().value()),
        FilterAttribute.of("relations", view.diplomaticRelations().state()));
  }

  /**
   * Claims upon one history. Each may be right or wrong, so one may follow from another: a
   * severance that a resumption ended leaves other traces than either of the two alone.
   */
  private static final class Claims {
    private final List<Claim> all;
    private final List<Stretch<RelationsState, RelationsStep>> stretches;

    /** By the entry of the claim, what it may have made of what was before. */
    private final Map<Long, Possible> outsets = new HashMap<>();

    /**
     * Follows the claims.
     *
     * @param stretches all of the history without them
     */
    Claims(List<Claim> all, List<Stretch<RelationsState, RelationsStep>> stretches) {
      this.all = List.copyOf(all);
      this.stretches = stretches;
      all.forEach(claim -> outsets.put(claim.entry(), claim.madeOf(told(claim))));
      // There are a few dozen states at most, so that this ends.
      boolean more = true;
      while (more) {
        more = combined();
      }
    }

    private Possible told(Claim claim) {
      return Possible.told(
          claim.within(stretches).stream().flatMap(s -> s.states().stream()).distinct().toList());
    }

    /** True where something was added. */
    private boolean combined() {
      boolean more = false;
      for (Claim claim : all) {
        for (Claim other : all) {
          if (claim.mayFollow(other)) {
            more |= outset(claim).add(claim.madeOf(before(claim, other)));
          }
        }
      }
      return more;
    }

    private Possible before(Claim claim, Claim other) {
      Possible before = new Possible();
      claim.within(stretches).forEach(on -> before.add(other.ledTo(outset(other), on)));
      return before;
    }

    /** What they may have led to on a part of a stretch; nothing before the first of them. */
    Possible on(Stretch<RelationsState, RelationsStep> part) {
      Possible led = new Possible();
      for (Claim claim : all) {
        if (claim.mayHold(part)) {
          led.join(claim.ledTo(outset(claim), part));
        }
      }
      return led;
    }

    private Possible outset(Claim claim) {
      return Objects.requireNonNull(outsets.get(claim.entry()));
    }
  }
}
