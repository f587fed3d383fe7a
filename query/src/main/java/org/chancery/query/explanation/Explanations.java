package org.chancery.query.explanation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.chancery.query.Names;
import org.chancery.query.OfSubject;
import org.chancery.query.Unknown;
import org.chancery.query.agreement.AgreementView;
import org.chancery.query.conference.ConferenceView;
import org.chancery.query.cooperation.CooperationView;
import org.chancery.query.explanation.Explanation.Brief;
import org.chancery.query.explanation.Explanation.Step;
import org.chancery.query.explanation.ProvenanceChain.Chain;
import org.chancery.query.meeting.MeetingView;
import org.chancery.query.mission.MissionView;
import org.chancery.query.relationship.Contact;
import org.chancery.query.relationship.RelationshipView;
import org.chancery.query.relationship.Relationships;
import org.chancery.query.sanction.SanctionView;
import org.chancery.query.statement.StatementView;
import org.chancery.query.timeline.NameTemplates;
import org.chancery.query.trip.TripView;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.ReadModel;
import org.chancery.shared.Subject;
import org.chancery.shared.Visible;
import org.chancery.shared.agreement.AgreementEvent;
import org.chancery.shared.conference.ConferenceEvent;
import org.chancery.shared.cooperation.CooperationEvent;
import org.chancery.shared.meeting.MeetingEvent;
import org.chancery.shared.mission.MissionId;
import org.chancery.shared.party.PartyEvent;
import org.chancery.shared.relationship.Pair;
import org.chancery.shared.sanction.SanctionEvent;
import org.chancery.shared.statement.StatementEvent;
import org.chancery.shared.trip.TripEvent;
import org.springframework.stereotype.Component;

/** Explains answers by the entries behind them. */
@Component
final class Explanations {
  private final ReadModel<MeetingView> meetings;
  private final ReadModel<TripView> trips;
  private final ReadModel<ConferenceView> conferences;
  private final ReadModel<StatementView> statements;
  private final ReadModel<CooperationView> cooperations;
  private final ReadModel<AgreementView> agreements;
  private final ReadModel<MissionView> missions;
  private final ReadModel<SanctionView> sanctions;
  private final Relationships relationships;
  private final ProvenanceChain chains;
  private final NameTemplates templates;

  Explanations(
      ReadModel<MeetingView> meetings,
      ReadModel<TripView> trips,
      ReadModel<ConferenceView> conferences,
      ReadModel<StatementView> statements,
      ReadModel<CooperationView> cooperations,
      ReadModel<AgreementView> agreements,
      ReadModel<MissionView> missions,
      ReadModel<SanctionView> sanctions,
      Relationships relationships,
      ProvenanceChain chains,
      NameTemplates templates) {
    this.meetings = meetings;
    this.trips = trips;
    this.conferences = conferences;
    this.statements = statements;
    this.cooperations = cooperations;
    this.agreements = agreements;
    this.missions = missions;
    this.sanctions = sanctions;
    this.relationships = relationships;
    this.chains = chains;
    this.templates = templates;
  }

  Explanation meeting(String id, AsOf asOf) {
    return ofOne(
        "meeting", new Subject(MeetingEvent.CONCEPT, id), meetings, AnswerSummary::of, asOf);
  }

  Explanation trip(String id, AsOf asOf) {
    return ofOne("trip", new Subject(TripEvent.CONCEPT, id), trips, AnswerSummary::of, asOf);
  }

  Explanation conference(String id, AsOf asOf) {
    return ofOne(
        "conference",
        new Subject(ConferenceEvent.CONCEPT, id),
        conferences,
        AnswerSummary::of,
        asOf);
  }

  Explanation statement(String id, AsOf asOf) {
    return ofOne(
        "statement", new Subject(StatementEvent.CONCEPT, id), statements, AnswerSummary::of, asOf);
  }

  Explanation cooperation(String id, AsOf asOf) {
    return ofOne(
        "cooperation",
        new Subject(CooperationEvent.CONCEPT, id),
        cooperations,
        view -> AnswerSummary.of(view, asOf.on()),
        asOf);
  }

  Explanation agreement(String id, AsOf asOf) {
    return ofOne(
        "agreement",
        new Subject(AgreementEvent.CONCEPT, id),
        agreements,
        view -> AnswerSummary.of(view, asOf.on()),
        asOf);
  }

  Explanation mission(MissionId mission, AsOf asOf) {
    String subject = mission.subject().toString();
    MissionView held = missions.at(subject, asOf).orElseGet(() -> MissionView.unknown(mission));
    return worded(
        subject, AnswerSummary.of(held), chains.of(List.of(subject), asOf.position()), asOf);
  }

  Explanation sanction(String id, AsOf asOf) {
    return ofOne(
        "sanction",
        new Subject(SanctionEvent.CONCEPT, id),
        sanctions,
        view -> AnswerSummary.of(view, asOf.on()),
        asOf);
  }

  private <V extends OfSubject> Explanation ofOne(
      String concept, Subject subject, ReadModel<V> model, Function<V, Brief> brief, AsOf asOf) {
    Brief answer =
        model
            .at(subject.toString(), asOf)
            .map(view -> brief.apply(view).telling(view.endings()))
            .orElseGet(() -> AnswerSummary.none(concept));
    Chain chain = chains.of(List.of(subject.toString()), asOf.position());
    if (chain.links().isEmpty()) {
      List<String> near = model.near(subject.concept(), subject.id(), asOf);
      throw Unknown.subject(concept, subject.id(), asOf, near);
    }
    return worded(subject.toString(), answer, chain, asOf);
  }

  Explanation relationship(Pair pair, AsOf asOf) {
    RelationshipView held = relationships.of(pair, asOf);
    Set<String> subjects = new LinkedHashSet<>();
    subjects.add(pair.subject().toString());
    held.cooperations()
        .forEach(each -> subjects.add(CooperationEvent.CONCEPT + "/" + each.cooperation()));
    held.sanctions().forEach(each -> subjects.add(each.subject().toString()));
    held.absences().forEach(absence -> subjects.add(PartyEvent.CONCEPT + "/" + absence.party()));
    held.contacts()
        .map(Contact::meeting)
        .forEach(meeting -> subjects.add(MeetingEvent.CONCEPT + "/" + meeting));
    return worded(
        pair.subject().toString(),
        AnswerSummary.of(held, asOf.on()).telling(held.allEndings()),
        chains.of(subjects, asOf.position()),
        asOf);
  }

  /** All texts at once, so that each name is looked up once. */
  private Explanation worded(String subject, Brief answer, Chain chain, AsOf asOf) {
    List<ChainLink> links = chain.links();
    List<String> told =
        templates.texts(texts(links, answer, asOf), asOf).stream().map(Visible::line).toList();
    int answered = told.size() - 2;
    String text = String.join("\n", told.subList(links.size(), answered));
    return new Explanation(
        "/api/" + subject,
        asOf,
        new Brief(answer.state(), answer.between(), told.get(answered), answer.entries()),
        (text.isEmpty() ? "" : text + "\n\n") + told.getLast() + "\n",
        steps(links, told, asOf),
        chain.omitted(),
        Names.NONE);
  }

  /** What each link said, each step, the answer, and the conclusion. */
  private static List<String> texts(List<ChainLink> links, Brief answer, AsOf asOf) {
    List<String> texts = new ArrayList<>();
    links.forEach(link -> texts.add(link.saying().words()));
    links.forEach(link -> texts.add(ExplanationText.step(link, asOf.on())));
    texts.add(answer.says());
    texts.add(ExplanationText.conclusion(answer, links, asOf));
    return texts;
  }

  private static List<Step> steps(List<ChainLink> links, List<String> told, AsOf asOf) {
    List<Step> steps = new ArrayList<>();
    for (int index = 0; index < links.size(); index++) {
      steps.add(step(links.get(index), told.get(index), told.get(links.size() + index), asOf));
    }
    return steps;
  }

  private static Step step(ChainLink link, String said, String text, AsOf asOf) {
    return new Step(
        link.origin(),
        link.reason(),
        said,
        link.saying().date(),
        ExplanationText.effect(link, asOf.on()),
        link.supersedes(),
        link.supersededBy(),
        text);
  }
}
