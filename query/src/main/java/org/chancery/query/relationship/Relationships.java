package org.chancery.query.relationship;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.query.AskedList;
import org.chancery.query.Names;
import org.chancery.query.Page;
import org.chancery.query.account.Following;
import org.chancery.query.cooperation.CooperationView;
import org.chancery.query.meeting.CandidateMeeting;
import org.chancery.query.meeting.MeetingView;
import org.chancery.query.party.Existences;
import org.chancery.query.party.Existences.Absence;
import org.chancery.query.party.PartyView;
import org.chancery.query.relationship.RelationsView.RelationsStatus;
import org.chancery.query.relationship.RelationshipView.Segment;
import org.chancery.query.sanction.SanctionView;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.Cursor;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.ReadModel.Stretched;
import org.chancery.readmodel.Selection;
import org.chancery.shared.Choice;
import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
import org.chancery.shared.cooperation.CooperationEvent;
import org.chancery.shared.relationship.Pair;
import org.chancery.shared.sanction.SanctionEvent;
import org.chancery.shared.time.Days;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the read models hold of two parties. */
@Component
public final class Relationships {
  private final ReadModel<RelationsView> relations;
  private final ReadModel<CooperationView> cooperations;
  private final ReadModel<SanctionView> sanctions;
  private final ReadModel<MeetingView> meetings;
  private final Contacts contacts;
  private final Existences existences;

  Relationships(
      ReadModel<RelationsView> relations,
      ReadModel<CooperationView> cooperations,
      ReadModel<SanctionView> sanctions,
      ReadModel<MeetingView> meetings,
      Contacts contacts,
      Existences existences) {
    this.relations = relations;
    this.cooperations = cooperations;
    this.sanctions = sanctions;
    this.meetings = meetings;
    this.contacts = contacts;
    this.existences = existences;
  }

  /** How the two stand to each other at a point in both times. */
  public RelationshipView of(Pair pair, AsOf asOf) {
    return of(pair, Following.preferred(asOf));
  }

  /** The same by the accounts that are to be followed. */
  public RelationshipView of(Pair pair, Following by) {
    AsOf asOf = by.asOf();
    Selection both = Selection.anyDay(attributes(pair));
    RelationsView held =
        by.at(relations, pair.subject()).orElseGet(() -> RelationsView.unknown(pair));
    return RelationshipView.of(
        new Standing(held, existences.on(asOf.on(), existing(pair, by), asOf)).view(),
        ties(both, by).between(pair),
        NearestContacts.of(pair, contacts.standing(both, by), asOf.on()));
  }

  private Ties ties(Selection selection, Following by) {
    return new Ties(
        on(by.asOf().on(), by.histories(cooperations, CooperationEvent.CONCEPT, selection)),
        on(by.asOf().on(), by.histories(sanctions, SanctionEvent.CONCEPT, selection)));
  }

  private List<Stretched<PartyView>> existing(Pair pair, Following by) {
    return pair.parties().stream().flatMap(one -> existences.of(one, by).stream()).toList();
  }

  /**
   * The pairs of which anything is held on the day, by their ids. A few queries for the page,
   * however many pairs stand on it: those with entries on their relations have rows to be paged
   * through, and those who only cooperate, have met or have sanctions on each other are put between
   * them. Where a state is asked for, each pair of a party that did not exist then costs a few
   * queries more: only its history tells how it stood.
   */
  Page<RelationshipView> list(Selection selection, AsOf asked) {
    Page<RelationsView> held = Page.of(relations, selection, asked);
    AsOf asOf = held.asOf();
    Surroundings around = surroundings(named("party", selection), asOf);
    SortedMap<String, RelationsView> others = others(selection, around);
    Bounded bounded = bounded(selection, around);
    others.putAll(bounded.gained());
    SortedMap<String, RelationsView> rest = after(selection.after(), others);
    held.items().stream()
        .filter(view -> !bounded.lost().contains(view.parties()))
        .forEach(view -> rest.put(view.parties().subject().id(), view));
    List<RelationsView> kept = rest.values().stream().limit(selection.limit()).toList();
    boolean last = held.next() == null && rest.size() == kept.size();
    return new Page<>(
        kept.stream().map(around::view).toList(),
        held.total() + others.size() - bounded.lost().size(),
        last ? null : next(selection, held, kept, asOf),
        List.of(),
        asOf,
        Names.NONE,
        Stream.concat(held.asked().stream(), behind(selection)).toList());
  }

  /** The lists of what the pairs of a list stand by, beside their relations. */
  private Stream<AskedList> behind(Selection list) {
    Set<FilterAttribute> parties =
        list.attributes().stream()
            .filter(each -> each.name().equals("party"))
            .collect(Collectors.toSet());
    Selection all = new Selection(parties, list.from(), list.to(), true, list.limit(), null);
    return Stream.of(cooperations, sanctions, meetings).map(each -> new AskedList(each, all));
  }

  /** From behind the last that is told; where none is, from behind the last that was looked at. */
  private String next(
      Selection selection, Page<RelationsView> held, List<RelationsView> kept, AsOf asOf) {
    List<RelationsView> seen = kept.isEmpty() ? held.items() : kept;
    return cursor(selection, seen.getLast().parties().subject(), asOf);
  }

  /**
   * Pairs whose rows alone do not say how they stood, because a party did not exist.
   *
   * @param lost those whose rows fit a list of a state in which they did not stand
   * @param gained those that stood in it though their rows do not say so
   */
  private record Bounded(Set<Pair> lost, SortedMap<String, RelationsView> gained) {}

  private Bounded bounded(Selection selection, Surroundings around) {
    Bounded bounded = new Bounded(new LinkedHashSet<>(), new TreeMap<>());
    Set<FilterAttribute> states = named("relations", selection);
    if (states.isEmpty()) {
      return bounded;
    }
    for (PartyId absent : absent(selection, around)) {
      Set<FilterAttribute> with = new LinkedHashSet<>(around.parties());
      with.add(new FilterAttribute("party", absent.value()));
      Set<FilterAttribute> attributes = new LinkedHashSet<>(with);
      attributes.addAll(states);
      Set<String> fitting = relations.subjects(narrowed(selection, attributes), around.asOf());
      for (String subject : relations.subjects(narrowed(selection, with), around.asOf())) {
        sort(Subject.parse(subject), fitting.contains(subject), selection, around, bounded);
      }
    }
    return bounded;
  }

  private static Selection narrowed(Selection selection, Set<FilterAttribute> attributes) {
    return new Selection(
        attributes,
        selection.from(),
        selection.to(),
        selection.anyDay(),
        Integer.MAX_VALUE - 1,
        null);
  }

  /** Who did not exist, or perhaps not, on the day, or on some day of the span. */
  private Set<PartyId> absent(Selection selection, Surroundings around) {
    return around.existing().stream()
        .filter(stretch -> stretch.view().extant() != PartyView.Extant.YES)
        .filter(stretch -> selection.hasSpan() || stretch.holdsOn(around.asOf().on()))
        .map(stretch -> stretch.view().party())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private void sort(
      Subject subject, boolean fits, Selection selection, Surroundings around, Bounded bounded) {
    String[] ids = subject.id().split("/", -1);
    Pair pair = new Pair(new PartyId(ids[0]), new PartyId(ids[1]));
    boolean stood = stood(pair, selection, around.asOf());
    if (fits && !stood) {
      bounded.lost().add(pair);
    } else if (!fits && stood) {
      RelationsView held =
          relations
              .at(subject.toString(), around.asOf())
              .orElseGet(() -> RelationsView.unknown(pair));
      bounded.gained().put(subject.id(), held);
    }
  }

  /** True where they stood in the state asked for on the day, or on some day of the span. */
  private boolean stood(Pair pair, Selection selection, AsOf asOf) {
    Set<FilterAttribute> states = named("relations", selection);
    return history(pair, Following.preferred(asOf)).stream()
        .filter(segment -> overlaps(segment, selection, asOf.on()))
        .map(segment -> Choice.text(segment.diplomaticRelations().state()))
        .anyMatch(
            state -> states.stream().allMatch(asked -> asked.value().equalsIgnoreCase(state)));
  }

  private static boolean overlaps(Segment segment, Selection selection, LocalDate on) {
    LocalDate first = selection.hasSpan() ? selection.from() : on;
    LocalDate last = selection.hasSpan() ? selection.to() : on;
    return (last == null || segment.from() == null || !segment.from().isAfter(last))
        && (first == null || segment.to() == null || segment.to().isAfter(first));
  }

  /** What else than relations is held of pairs, with attributes of those of one party. */
  private record Surroundings(
      Set<FilterAttribute> parties,
      Ties ties,
      List<CandidateMeeting> contacts,
      List<Stretched<PartyView>> existing,
      List<Absence> absences,
      AsOf asOf) {

    Set<Pair> pairs() {
      return Acquaintances.of(ties, contacts, parties);
    }

    RelationshipView view(RelationsView held) {
      Pair pair = held.parties();
      List<Absence> absent =
          absences.stream().filter(one -> pair.parties().contains(one.party())).toList();
      return RelationshipView.of(
          new Standing(held, absent).view(),
          ties.between(pair),
          NearestContacts.of(pair, contacts, asOf.on()));
    }
  }

  private Surroundings surroundings(Set<FilterAttribute> parties, AsOf asOf) {
    Selection any = Selection.anyDay(parties);
    List<Stretched<PartyView>> existing = existences.all(asOf);
    return new Surroundings(
        parties,
        ties(any, Following.preferred(asOf)),
        contacts.standing(any, Following.preferred(asOf)),
        existing,
        existences.on(asOf.on(), existing, asOf),
        asOf);
  }

  /** Only what overlaps the span that is asked for. */
  private Surroundings within(Selection asked, Surroundings around) {
    Selection any =
        new Selection(
            around.parties(), asked.from(), asked.to(), true, Integer.MAX_VALUE - 1, null);
    Set<String> together = cooperations.subjects(any, around.asOf());
    Set<String> sanctioning = sanctions.subjects(any, around.asOf());
    Set<String> met = meetings.subjects(any, around.asOf());
    return new Surroundings(
        around.parties(),
        new Ties(
            around.ties().cooperations().stream()
                .filter(each -> together.contains(each.subject().toString()))
                .toList(),
            around.ties().sanctions().stream()
                .filter(each -> sanctioning.contains(each.subject().toString()))
                .toList()),
        around.contacts().stream()
            .filter(contact -> met.contains(contact.meeting().subject().toString()))
            .toList(),
        around.existing(),
        around.absences(),
        around.asOf());
  }

  /** Pairs without entries on their relations on the day, as far as they stood as asked for. */
  private SortedMap<String, RelationsView> others(Selection selection, Surroundings around) {
    Set<PartyId> absent =
        named("relations", selection).isEmpty() ? Set.of() : absent(selection, around);
    boolean unknown = mayBeUnknown(selection);
    SortedMap<String, RelationsView> others = new TreeMap<>();
    if (!unknown && absent.isEmpty()) {
      return others;
    }
    Selection held = Selection.anyDay(around.parties()).on();
    Set<String> recorded = relations.subjects(held, around.asOf());
    (selection.hasSpan() ? within(selection, around) : around)
        .pairs().stream()
            .filter(pair -> !recorded.contains(pair.subject().toString()))
            .filter(
                pair ->
                    Collections.disjoint(pair.parties(), absent)
                        ? unknown
                        : stood(pair, selection, around.asOf()))
            .forEach(pair -> others.put(pair.subject().id(), RelationsView.unknown(pair)));
    return others;
  }

  private String cursor(Selection selection, Subject last, AsOf asOf) {
    return selection.at(relations.name(), asOf, last.id(), last.toString()).text();
  }

  private static SortedMap<String, RelationsView> after(
      @Nullable Cursor cursor, SortedMap<String, RelationsView> all) {
    return cursor == null
        ? new TreeMap<>(all)
        : new TreeMap<>(all.tailMap(cursor.order() + Character.MIN_VALUE));
  }

  /** Of pairs without entries on their relations these are unknown while both parties exist. */
  private static boolean mayBeUnknown(Selection selection) {
    Set<FilterAttribute> asked = named("relations", selection);
    return asked.stream()
        .allMatch(
            attribute -> attribute.value().equalsIgnoreCase(Choice.text(RelationsStatus.UNKNOWN)));
  }

  private static Set<FilterAttribute> named(String name, Selection selection) {
    return selection.attributes().stream()
        .filter(attribute -> attribute.name().equals(name))
        .collect(Collectors.toSet());
  }

  /** All of valid time, cut wherever something of the pair changes. */
  public List<Segment> history(Pair pair, Following by) {
    List<Stretched<RelationsView>> held = by.history(relations, pair.subject());
    Selection both = Selection.anyDay(attributes(pair));
    List<Stretched<CooperationView>> together =
        by.histories(cooperations, CooperationEvent.CONCEPT, both);
    List<Stretched<SanctionView>> sanctioning =
        by.histories(sanctions, SanctionEvent.CONCEPT, both).stream()
            .filter(each -> each.view().isBetween(pair.first(), pair.second()))
            .toList();
    List<Stretched<PartyView>> existing = existing(pair, by);
    List<LocalDate> cuts =
        Stream.of(held, together, sanctioning, existing)
            .flatMap(List::stream)
            .flatMap(stretch -> Stream.of(stretch.from(), stretch.to()))
            .toList();
    return Days.cutAt(cuts).stream()
        .map(
            days ->
                segment(
                    pair,
                    days,
                    held,
                    new Ties(on(days.from(), together), on(days.from(), sanctioning)),
                    existences.on(days.from(), existing, by.asOf())))
        .toList();
  }

  private static Segment segment(
      Pair pair,
      Days days,
      List<Stretched<RelationsView>> held,
      Ties ties,
      List<Absence> absences) {
    RelationsView relations =
        on(days.from(), held).stream().findFirst().orElseGet(() -> RelationsView.unknown(pair));
    return Segment.of(
        days,
        RelationshipView.of(new Standing(relations, absences).view(), ties, NearestContacts.NONE));
  }

  private static <V> List<V> on(LocalDate day, List<Stretched<V>> stretches) {
    return stretches.stream().filter(s -> s.holdsOn(day)).map(Stretched::view).toList();
  }

  private static Set<FilterAttribute> attributes(Pair pair) {
    Set<FilterAttribute> attributes = new LinkedHashSet<>();
    for (PartyId party : pair.parties()) {
      attributes.add(new FilterAttribute("party", party.value()));
    }
    return attributes;
  }
}
