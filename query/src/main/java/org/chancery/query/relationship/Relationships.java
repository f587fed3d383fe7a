package org.chancery.query.relationship;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.query.asof.AsOf;
import org.chancery.query.asof.Days;
import org.chancery.query.asof.Facet;
import org.chancery.query.asof.Page;
import org.chancery.query.asof.ReadModel;
import org.chancery.query.asof.ReadModel.Stretched;
import org.chancery.query.asof.Selection;
import org.chancery.query.cooperation.CooperationView;
import org.chancery.query.meeting.MeetingView;
import org.chancery.query.relationship.RelationshipView.Segment;
import org.chancery.shared.party.PartyId;
import org.chancery.shared.relationship.Pair;
import org.springframework.stereotype.Component;

/** Puts together what the read models hold of two parties. */
@Component
public final class Relationships {
  private final ReadModel<RelationsView> relations;
  private final ReadModel<CooperationView> cooperations;
  private final ReadModel<MeetingView> meetings;

  Relationships(
      ReadModel<RelationsView> relations,
      ReadModel<CooperationView> cooperations,
      ReadModel<MeetingView> meetings) {
    this.relations = relations;
    this.cooperations = cooperations;
    this.meetings = meetings;
  }

  /** How the two stand to each other at a point in both times. */
  public RelationshipView of(Pair pair, AsOf asOf) {
    Selection both = Selection.anyDay(facets(pair));
    RelationsView held =
        relations.at(pair.subject().toString(), asOf).orElseGet(() -> RelationsView.none(pair));
    return RelationshipView.of(
        held,
        on(asOf.on(), cooperations.histories(both, asOf)),
        Contacts.of(pair, standing(both, asOf), asOf.on()));
  }

  /** Three queries for the page, however many pairs stand on it. */
  Page<RelationshipView> list(Selection selection, AsOf asked) {
    Page<RelationsView> page = relations.list(selection, asked);
    AsOf asOf = page.asOf();
    Set<Facet> party = new LinkedHashSet<>(selection.facets());
    party.removeIf(facet -> !facet.name().equals("party"));
    Selection any = Selection.anyDay(party);
    List<CooperationView> active = on(asOf.on(), cooperations.histories(any, asOf));
    List<MeetingView> inOrder = standing(any, asOf);
    return page.with(
        page.items().stream()
            .map(
                held ->
                    RelationshipView.of(
                        held,
                        active.stream().filter(c -> shared(c, held.parties())).toList(),
                        Contacts.of(held.parties(), inOrder, asOf.on())))
            .toList());
  }

  /** All of valid time, cut wherever something of the pair changes. */
  List<Segment> history(Pair pair, AsOf asOf) {
    List<Stretched<RelationsView>> held =
        relations.history(pair.subject().toString(), asOf.position());
    List<Stretched<CooperationView>> together =
        cooperations.histories(Selection.anyDay(facets(pair)), asOf);
    List<LocalDate> cuts =
        Stream.concat(held.stream(), together.stream())
            .flatMap(stretch -> Stream.of(stretch.from(), stretch.to()))
            .toList();
    return Days.cutAt(cuts).stream().map(days -> segment(pair, days, held, together)).toList();
  }

  private static Segment segment(
      Pair pair,
      Days days,
      List<Stretched<RelationsView>> held,
      List<Stretched<CooperationView>> together) {
    RelationsView relations =
        on(days.from(), held).stream().findFirst().orElseGet(() -> RelationsView.none(pair));
    return Segment.of(
        days, RelationshipView.of(relations, on(days.from(), together), Contacts.NONE));
  }

  private List<MeetingView> standing(Selection selection, AsOf asOf) {
    return Contacts.standing(meetings.histories(selection, asOf), asOf.on());
  }

  private static <V> List<V> on(LocalDate day, List<Stretched<V>> stretches) {
    return stretches.stream().filter(s -> s.holdsOn(day)).map(Stretched::view).toList();
  }

  private static boolean shared(CooperationView cooperation, Pair pair) {
    return cooperation.parties().containsAll(pair.parties());
  }

  private static Set<Facet> facets(Pair pair) {
    Set<Facet> facets = new LinkedHashSet<>();
    for (PartyId party : pair.parties()) {
      facets.add(new Facet("party", party.value()));
    }
    return facets;
  }
}
