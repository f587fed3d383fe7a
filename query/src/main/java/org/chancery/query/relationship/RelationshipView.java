package org.chancery.query.relationship;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.chancery.query.Ending;
import org.chancery.query.Ending.Because;
import org.chancery.query.OfSubject;
import org.chancery.query.cooperation.CooperationView;
import org.chancery.query.party.Existences.Absence;
import org.chancery.query.relationship.RelationsView.Discrepancy;
import org.chancery.query.relationship.RelationsView.Mission;
import org.chancery.query.relationship.RelationsView.Recognition;
import org.chancery.query.relationship.RelationsView.Relations;
import org.chancery.query.sanction.SanctionView;
import org.chancery.shared.Subject;
import org.chancery.shared.party.PartyEvent;
import org.chancery.shared.relationship.Pair;
import org.chancery.shared.time.Days;
import org.jspecify.annotations.Nullable;

/**
 * How two parties stand to each other.
 *
 * @param status by the rule of {@link RelationshipStatus}
 * @param between where that is indeterminate, those that may be
 * @param endings how relations were interrupted and severed by the day, or perhaps; by whom and
 *     over what
 * @param cooperations those in which both take part, or may by then
 * @param sanctions those of one on the other, or may be by then
 * @param lastContact the last meeting that had begun by the day; null also where the dates leave
 *     open which one that was
 * @param nextContact the first meeting that is to come after it; null also where the dates leave
 *     open which one that is
 * @param possibleContacts where one of the two is open, all that may be it
 * @param absences the parties of the two that did not exist on the day, or perhaps did not
 * @param overdueContacts the meetings whose day has passed and of which no outcome is on record:
 *     whether they were contacts is not known
 * @param entries the positions that all but the contacts rest on
 */
public record RelationshipView(
    Pair parties,
    RelationshipStatus status,
    List<RelationshipStatus> between,
    Relations diplomaticRelations,
    Mission representation,
    List<Recognition> recognitions,
    List<Ending> endings,
    List<CooperationView> cooperations,
    List<SanctionView> sanctions,
    @Nullable Contact lastContact,
    @Nullable Contact nextContact,
    List<Contact> possibleContacts,
    List<Contact> overdueContacts,
    List<Discrepancy> discrepancies,
    List<Absence> absences,
    List<Long> entries)
    implements OfSubject {

  @Override
  public Subject subject() {
    return parties.subject();
  }

  @Override
  public Stream<Subject> subjects() {
    return Stream.of(
            Stream.of(subject()),
            cooperations.stream().map(CooperationView::subject),
            sanctions.stream().map(SanctionView::subject),
            contacts().map(met -> met.meeting().subject()),
            absences.stream().map(one -> new Subject(PartyEvent.CONCEPT, one.party().value())))
        .flatMap(each -> each)
        .distinct();
  }

  /** Those of the relations, and of all that ties the two. */
  public List<Ending> allEndings() {
    return Stream.of(
            endings.stream(),
            cooperations.stream().flatMap(each -> each.endings().stream()),
            sanctions.stream().flatMap(each -> each.endings().stream()))
        .flatMap(each -> each)
        .toList();
  }

  @Override
  public Stream<Because> causes() {
    return Ending.causes(allEndings());
  }

  /** Those that are the last or the next, or may be, and those that may have been one. */
  public Stream<Contact> contacts() {
    return Stream.of(
            Stream.of(lastContact, nextContact).filter(Objects::nonNull),
            possibleContacts.stream(),
            overdueContacts.stream())
        .flatMap(each -> each);
  }

  static RelationshipView of(RelationsView held, Ties ties, NearestContacts contacts) {
    List<RelationshipStatus> possible =
        RelationshipStatus.possible(held.diplomaticRelations(), ties);
    boolean certain = possible.size() == 1;
    return new RelationshipView(
        held.parties(),
        certain ? possible.getFirst() : RelationshipStatus.INDETERMINATE,
        certain ? List.of() : possible,
        held.diplomaticRelations(),
        held.representation(),
        held.recognitions(),
        held.endings(),
        ties.cooperations(),
        ties.sanctions(),
        contacts.last(),
        contacts.next(),
        contacts.possible(),
        contacts.overdue(),
        held.discrepancies(),
        held.absences(),
        entries(held, ties));
  }

  private static List<Long> entries(RelationsView held, Ties ties) {
    return Stream.concat(held.entries().stream(), ties.entries()).distinct().sorted().toList();
  }

  /**
   * Days over which they stood like this.
   *
   * @param from the first day, or null where it was always so
   * @param to the day after the last, or null where no end is known
   */
  public record Segment(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      RelationshipStatus status,
      List<RelationshipStatus> between,
      Relations diplomaticRelations,
      Mission representation,
      List<CooperationView> cooperations,
      List<SanctionView> sanctions,
      List<Discrepancy> discrepancies,
      List<Absence> absences,
      List<Long> entries) {

    static Segment of(Days days, RelationshipView view) {
      return new Segment(
          days.begin(),
          days.end(),
          view.status(),
          view.between(),
          view.diplomaticRelations(),
          view.representation(),
          view.cooperations(),
          view.sanctions(),
          view.discrepancies(),
          view.absences(),
          view.entries());
    }
  }
}
