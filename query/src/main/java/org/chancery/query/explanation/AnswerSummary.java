package org.chancery.query.explanation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chancery.query.agreement.AgreementView;
import org.chancery.query.agreement.AgreementView.Member;
import org.chancery.query.conference.ConferenceView;
import org.chancery.query.conference.ConferenceView.ConferenceStatus;
import org.chancery.query.cooperation.CooperationView;
import org.chancery.query.cooperation.CooperationView.Segment;
import org.chancery.query.explanation.Explanation.Brief;
import org.chancery.query.meeting.MeetingView;
import org.chancery.query.meeting.MeetingView.MeetingStatus;
import org.chancery.query.mission.MissionView;
import org.chancery.query.official.MissionTerm;
import org.chancery.query.official.OfficialView.Certainty;
import org.chancery.query.party.Existences.Absence;
import org.chancery.query.party.PartyAnswer.Successor;
import org.chancery.query.relationship.Contact;
import org.chancery.query.relationship.RelationsView.Discrepancy;
import org.chancery.query.relationship.RelationshipView;
import org.chancery.query.sanction.SanctionView;
import org.chancery.query.statement.StatementView;
import org.chancery.query.statement.StatementView.StatementStatus;
import org.chancery.query.timeline.NameTemplates;
import org.chancery.query.trip.TripStatus;
import org.chancery.query.trip.TripView;
import org.chancery.shared.Choice;
import org.chancery.shared.meeting.Place;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/** Answers in brief. */
final class AnswerSummary {
  private static final String NONE = "none";

  private AnswerSummary() {}

  /** Where the ledger holds no answer, though there are entries. */
  static Brief none(String concept) {
    return new Brief(
        NONE,
        List.of(),
        "this ledger holds no such %s: what stands does not tell of that day".formatted(concept),
        List.of());
  }

  static Brief of(MeetingView meeting) {
    return new Brief(
        Choice.text(meeting.status()),
        ExplanationText.of(meeting.between()),
        "the meeting %s, %s%s"
            .formatted(standing(meeting.status()), meeting.date(), place(meeting.place())),
        meeting.entries());
  }

  private static String standing(MeetingStatus status) {
    return status == MeetingStatus.OVERDUE
        ? "is overdue: the day for which it was scheduled has passed, and no outcome is on record"
        : "stands as " + Choice.words(status);
  }

  static Brief of(ConferenceView conference) {
    return new Brief(
        Choice.text(conference.status()),
        ExplanationText.of(conference.between()),
        "%s %s%s%s"
            .formatted(
                conference.name(),
                standing(conference.status()),
                conference.date() == null ? "" : ", " + conference.date(),
                place(conference.place())),
        conference.entries());
  }

  static Brief of(StatementView statement) {
    return new Brief(
        Choice.text(statement.status()),
        ExplanationText.of(statement.between()),
        "the statement of %s, %s, %s: %s"
            .formatted(
                NameTemplates.of(statement.speaker()),
                statement.on(),
                standing(statement.status()),
                statement.summary()),
        statement.entries());
  }

  private static String standing(StatementStatus status) {
    return switch (status) {
      case NONE -> "had not been made";
      case STANDING -> "stands";
      case WITHDRAWN -> "has been taken back";
      case INDETERMINATE -> "stands as indeterminate";
    };
  }

  private static String standing(ConferenceStatus status) {
    return switch (status) {
      case OVERDUE ->
          "is overdue: the day for which it was convened has passed, and no outcome is on record";
      case POSTPONED -> "is put off, and no other date is set";
      case SCHEDULED, HELD, CANCELLED, INDETERMINATE -> "stands as " + Choice.words(status);
    };
  }

  private static String standing(TripStatus status) {
    return status == TripStatus.OVERDUE
        ? "is overdue: its last day has passed, and no outcome is on record"
        : "stands as " + Choice.words(status);
  }

  private static String place(@Nullable Place place) {
    String told = place == null ? "" : NameTemplates.of(place);
    return told.isEmpty() ? "" : ", in " + told;
  }

  static Brief of(TripView trip) {
    String countries =
        NameTemplates.list(
            trip.stops().stream()
                .map(stop -> NameTemplates.of(stop.country()))
                .distinct()
                .toList());
    return new Brief(
        Choice.text(trip.status()),
        ExplanationText.of(trip.between()),
        "the trip of %s%s %s%s"
            .formatted(
                NameTemplates.of(trip.traveller()),
                countries.isEmpty() ? "" : " to " + countries,
                standing(trip.status()),
                trip.from() == null || trip.to() == null
                    ? ""
                    : ", %s/%s".formatted(trip.from(), trip.to())),
        trip.entries());
  }

  static Brief of(CooperationView cooperation, LocalDate on) {
    return new Brief(
        Choice.text(cooperation.state()),
        ExplanationText.of(cooperation.between()),
        "the cooperation of %s (%s) is %s%s"
            .formatted(
                NameTemplates.all(cooperation.parties()),
                cooperation.field(),
                Choice.text(cooperation.state()),
                since(cooperation.since())),
        basis(cooperation, on));
  }

  /** The entries that its state on the day rests on, out of all of its history. */
  private static List<Long> basis(CooperationView cooperation, LocalDate on) {
    return cooperation.history().stream()
        .filter(segment -> holds(segment.from(), segment.to(), on))
        .map(Segment::entries)
        .findFirst()
        .orElse(cooperation.entries());
  }

  private static boolean holds(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate on) {
    return (from == null || !on.isBefore(from)) && (to == null || on.isBefore(to));
  }

  static Brief of(AgreementView agreement, LocalDate on) {
    List<String> parts = new ArrayList<>();
    parts.add(
        "%s (%s) is %s%s"
            .formatted(
                agreement.title(),
                Choice.words(agreement.kind()),
                Choice.words(agreement.state()),
                since(agreement.since())));
    agreement.parties().forEach(member -> parts.add(member(member)));
    List<Long> state =
        agreement.history().stream()
            .filter(segment -> holds(segment.from(), segment.to(), on))
            .flatMap(segment -> segment.entries().stream())
            .toList();
    Stream<Long> members = agreement.parties().stream().flatMap(each -> each.entries().stream());
    return new Brief(
        Choice.text(agreement.state()),
        ExplanationText.of(agreement.between()),
        String.join("; ", parts),
        Stream.concat(state.stream(), members).distinct().sorted().toList());
  }

  private static String member(Member member) {
    return "%s is %s%s%s"
        .formatted(
            NameTemplates.of(member.party()),
            Choice.words(member.standing()),
            since(member.since()),
            between(member.between()));
  }

  private static String between(List<? extends Enum<?>> states) {
    return states.isEmpty() ? "" : " between " + NameTemplates.list(ExplanationText.of(states));
  }

  static Brief of(MissionView mission) {
    List<String> parts = new ArrayList<>();
    mission.heads().forEach(head -> parts.add(told(head)));
    if (mission.heads().isEmpty()) {
      parts.add("nobody is on record as its head on that day, which does not say that nobody was");
    }
    mission.designated().forEach(head -> parts.add("to head it: " + told(head)));
    near("before that", mission.predecessor()).ifPresent(parts::add);
    near("after that", mission.successor()).ifPresent(parts::add);
    return new Brief(
        Choice.text(mission.headed()),
        List.of(),
        "whether the mission of %s to %s is headed: %s; %s"
            .formatted(
                NameTemplates.of(mission.sending()),
                NameTemplates.of(mission.receiving()),
                Choice.text(mission.headed()),
                String.join("; ", parts)),
        mission.entries());
  }

  private static Optional<String> near(String which, @Nullable MissionTerm term) {
    return Optional.ofNullable(term).map(other -> "%s %s".formatted(which, told(other)));
  }

  private static String told(MissionTerm term) {
    String who =
        term.official() == null ? String.valueOf(term.name()) : NameTemplates.of(term.official());
    return "%s (%s)%s"
        .formatted(
            who,
            NameTemplates.list(
                term.steps().stream()
                    .map(taken -> "%s %s".formatted(Choice.words(taken.step()), taken.on()))
                    .toList()),
            term.held() == Certainty.INDETERMINATE ? ", perhaps" : "");
  }

  static Brief of(SanctionView sanctions, LocalDate on) {
    return new Brief(
        Choice.text(sanctions.state()),
        ExplanationText.of(sanctions.between()),
        told(sanctions),
        basis(sanctions, on));
  }

  private static String told(SanctionView sanctions) {
    Stream<String> persons =
        sanctions.persons().stream()
            .map(
                one ->
                    one.official() == null
                        ? String.valueOf(one.name())
                        : NameTemplates.of(one.official()));
    return "sanctions of %s against %s%s are %s%s%s"
        .formatted(
            NameTemplates.all(sanctions.by()),
            NameTemplates.list(
                Stream.concat(sanctions.against().stream().map(NameTemplates::of), persons)
                    .toList()),
            measures(sanctions),
            Choice.words(sanctions.state()),
            since(sanctions.since()),
            between(sanctions.between()));
  }

  private static String measures(SanctionView sanctions) {
    List<String> measures =
        Stream.concat(
                sanctions.measures().stream().map(Choice::words),
                sanctions.possibleMeasures().stream().map(one -> "perhaps " + Choice.words(one)))
            .toList();
    return measures.isEmpty() ? "" : " (%s)".formatted(NameTemplates.list(measures));
  }

  private static List<Long> basis(SanctionView sanctions, LocalDate on) {
    return sanctions.history().stream()
        .filter(segment -> holds(segment.from(), segment.to(), on))
        .map(SanctionView.Segment::entries)
        .findFirst()
        .orElse(sanctions.entries());
  }

  static Brief of(RelationshipView relationship, LocalDate on) {
    List<String> parts = new ArrayList<>();
    parts.add(
        "diplomatic relations %s%s"
            .formatted(
                Choice.words(relationship.diplomaticRelations().state()),
                since(relationship.diplomaticRelations().since())));
    parts.add(
        "representation %s%s"
            .formatted(
                Choice.words(relationship.representation().level()),
                since(relationship.representation().since())));
    relationship.cooperations().forEach(each -> parts.add(cooperation(each)));
    relationship.sanctions().forEach(each -> parts.add(told(each)));
    contact("last contact", relationship.lastContact()).ifPresent(parts::add);
    contact("next contact", relationship.nextContact()).ifPresent(parts::add);
    possible(relationship.possibleContacts()).ifPresent(parts::add);
    relationship.discrepancies().forEach(noted -> parts.add(told(noted)));
    relationship.absences().forEach(absence -> parts.add(told(absence)));
    overdue(relationship.overdueContacts()).ifPresent(parts::add);
    return new Brief(
        Choice.text(relationship.status()),
        ExplanationText.of(relationship.between()),
        "%s: %s; %s"
            .formatted(
                NameTemplates.all(relationship.parties().parties()),
                Choice.text(relationship.status()),
                String.join("; ", parts)),
        basis(relationship, on));
  }

  private static String cooperation(CooperationView cooperation) {
    return "cooperation (%s) %s%s%s"
        .formatted(
            cooperation.field(),
            Choice.text(cooperation.state()),
            since(cooperation.since()),
            between(cooperation.between()));
  }

  private static Optional<String> contact(String which, @Nullable Contact contact) {
    return Optional.ofNullable(contact).map(meeting -> "%s %s".formatted(which, told(meeting)));
  }

  private static Optional<String> possible(List<Contact> contacts) {
    return contacts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "the dates leave open which contact is the last or the next of "
                + NameTemplates.list(contacts.stream().map(AnswerSummary::told).toList()));
  }

  private static Optional<String> overdue(List<Contact> contacts) {
    return contacts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "no outcome is on record of "
                + NameTemplates.list(contacts.stream().map(AnswerSummary::told).toList()));
  }

  private static String told(Contact contact) {
    return "%s (%s, %s)"
        .formatted(contact.meeting(), contact.date(), Choice.text(contact.status()));
  }

  private static String told(Absence absence) {
    return "%s %s to exist (%s)%s"
        .formatted(
            NameTemplates.of(absence.party()),
            became(absence),
            absence.on() == null ? "on an unknown day" : absence.on(),
            absence.successors().isEmpty()
                ? ""
                : " and was succeeded by "
                    + NameTemplates.all(
                        absence.successors().stream().map(Successor::party).toList()));
  }

  private static String became(Absence absence) {
    if (absence.ended()) {
      return absence.sure() ? "had ceased" : "may have ceased";
    }
    return absence.sure() ? "had not begun" : "may not have begun";
  }

  private static String told(Discrepancy noted) {
    return "entry %d states %s on %s, which the rest of the history does not bear"
        .formatted(noted.entry(), Choice.words(noted.stated()), noted.on());
  }

  private static List<Long> basis(RelationshipView relationship, LocalDate on) {
    return Stream.of(
            relationship.diplomaticRelations().entries(),
            relationship.representation().entries(),
            relationship.cooperations().stream().flatMap(each -> basis(each, on).stream()).toList(),
            relationship.sanctions().stream().flatMap(each -> basis(each, on).stream()).toList(),
            relationship.contacts().flatMap(each -> each.entries().stream()).toList())
        .flatMap(List::stream)
        .distinct()
        .sorted()
        .toList();
  }

  private static String since(@Nullable EdtfDate since) {
    return since == null ? "" : " since " + since;
  }
}
