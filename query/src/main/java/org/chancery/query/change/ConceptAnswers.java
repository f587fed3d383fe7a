package org.chancery.query.change;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.chancery.journal.Entry;
import org.chancery.query.agreement.AgreementView;
import org.chancery.query.conference.ConferenceView;
import org.chancery.query.cooperation.CooperationView;
import org.chancery.query.meeting.MeetingView;
import org.chancery.query.mission.MissionView;
import org.chancery.query.official.OfficialView;
import org.chancery.query.party.PartyView;
import org.chancery.query.relationship.RelationsView;
import org.chancery.query.sanction.SanctionView;
import org.chancery.query.statement.StatementView;
import org.chancery.query.timeline.HappeningView;
import org.chancery.query.timeline.NameTemplates;
import org.chancery.query.trip.StopView;
import org.chancery.query.trip.TripView;
import org.chancery.query.trip.VisitView;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.ReadModelSpec;
import org.chancery.readmodel.ReadModels;
import org.chancery.readmodel.SubjectHistory.Recorded;
import org.chancery.shared.agreement.AgreementEvent;
import org.chancery.shared.conference.ConferenceEvent;
import org.chancery.shared.cooperation.CooperationEvent;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.meeting.MeetingEvent;
import org.chancery.shared.mission.MissionEvent;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.party.PartyEvent;
import org.chancery.shared.relationship.RelationshipEvent;
import org.chancery.shared.sanction.SanctionEvent;
import org.chancery.shared.statement.StatementEvent;
import org.chancery.shared.trip.TripEvent;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The answers of the read models, in this order; those that rest on several have their own. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ConceptAnswers implements ChangeDetector {
  private static final AnswerKey STOP =
      new AnswerKey(
          "stop",
          Set.of(TripEvent.CONCEPT),
          '/',
          trip -> "/api/" + trip,
          index -> Integer.toString(Integer.parseInt(index) + 1));

  private static final AnswerKey VISIT =
      new AnswerKey(
          "visit",
          Set.of(TripEvent.CONCEPT),
          null,
          trip -> "/api/visits" + trip.substring(TripEvent.CONCEPT.length()),
          UnaryOperator.identity());

  private static final AnswerKey TIMELINE =
      new AnswerKey(
          "timeline", Set.of(), '#', subject -> "/api/timeline", key -> key.replaceAll("\\D", ""));

  private final ReadModels models;
  private final List<ChangeDetector> each;

  ConceptAnswers(ReadModels models, NameTemplates templates, Clock clock) {
    this.models = models;
    this.each =
        List.of(
            // what it was called on other days appears as what changed on those days
            whole(PartyView.READ_MODEL, PartyEvent.CONCEPT, "called"),
            whole(OfficialView.READ_MODEL, OfficialEvent.CONCEPT),
            whole(TripView.READ_MODEL, TripEvent.CONCEPT),
            answers(STOP, StopView.READ_MODEL),
            answers(VISIT, VisitView.READ_MODEL),
            whole(MeetingView.READ_MODEL, MeetingEvent.CONCEPT),
            whole(ConferenceView.READ_MODEL, ConferenceEvent.CONCEPT),
            whole(StatementView.READ_MODEL, StatementEvent.CONCEPT),
            // how it was on other days appears as what changed on those days
            whole(CooperationView.READ_MODEL, CooperationEvent.CONCEPT, "history"),
            whole(AgreementView.READ_MODEL, AgreementEvent.CONCEPT, "history"),
            whole(SanctionView.READ_MODEL, SanctionEvent.CONCEPT, "history"),
            whole(RelationsView.READ_MODEL, RelationshipEvent.CONCEPT),
            whole(MissionView.READ_MODEL, MissionEvent.CONCEPT),
            // what is left apart here follows from the date and the entry
            new TimelineAnswers(
                answers(TIMELINE, HappeningView.READ_MODEL, "from", "to", "subject"),
                templates,
                clock));
  }

  private ModelAnswers whole(ReadModelSpec<?, ?> spec, String concept, String... apart) {
    return answers(AnswerKey.whole(spec.name(), concept), spec, apart);
  }

  private ModelAnswers answers(AnswerKey key, ReadModelSpec<?, ?> spec, String... apart) {
    return new ModelAnswers(key, models.of(spec), models, Set.of(apart));
  }

  @Override
  public Map<Long, List<ChangedAnswer>> changedBy(List<Entry> entries, AsOf names) {
    Map<Long, List<ChangedAnswer>> changed = new HashMap<>();
    for (ChangeDetector one : each) {
      one.changedBy(entries, names)
          .forEach((at, its) -> changed.computeIfAbsent(at, _ -> new ArrayList<>()).addAll(its));
    }
    return changed;
  }

  @Override
  public List<ChangedAnswer> wouldBeChangedBy(
      String subject, List<Recorded<LedgerEvent>> history, List<Recorded<LedgerEvent>> more) {
    return each.stream()
        .flatMap(one -> one.wouldBeChangedBy(subject, history, more).stream())
        .toList();
  }
}
