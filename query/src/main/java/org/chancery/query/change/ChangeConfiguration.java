package org.chancery.query.change;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.chancery.query.asof.Projection;
import org.chancery.query.asof.ReadModel;
import org.chancery.query.cooperation.CooperationView;
import org.chancery.query.meeting.MeetingView;
import org.chancery.query.official.OfficialView;
import org.chancery.query.party.PartyView;
import org.chancery.query.relationship.RelationsView;
import org.chancery.query.timeline.HappeningView;
import org.chancery.query.timeline.NameTemplates;
import org.chancery.query.trip.StopView;
import org.chancery.query.trip.TripView;
import org.chancery.shared.cooperation.CooperationEvent;
import org.chancery.shared.meeting.MeetingEvent;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.party.PartyEvent;
import org.chancery.shared.relationship.RelationshipEvent;
import org.chancery.shared.trip.TripEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Whose answers are told, in this order. What follows from several answers is told by its own. */
@Configuration
class ChangeConfiguration {

  @Bean
  @Order(1)
  ChangeDetector changedParties(ReadModel<PartyView> model, List<Projection<?, ?>> all) {
    return whole("party", PartyEvent.CONCEPT, model, all);
  }

  @Bean
  @Order(2)
  ChangeDetector changedOfficials(ReadModel<OfficialView> model, List<Projection<?, ?>> all) {
    return whole("official", OfficialEvent.CONCEPT, model, all);
  }

  @Bean
  @Order(3)
  ChangeDetector changedTrips(ReadModel<TripView> model, List<Projection<?, ?>> all) {
    return whole("trip", TripEvent.CONCEPT, model, all);
  }

  @Bean
  @Order(4)
  ChangeDetector changedStops(ReadModel<StopView> model, List<Projection<?, ?>> all) {
    UnaryOperator<String> ordinal = index -> Integer.toString(Integer.parseInt(index) + 1);
    return new ModelAnswers(
        new AnswerKey("stop", Set.of(TripEvent.CONCEPT), '/', trip -> "/api/" + trip, ordinal),
        model,
        all,
        Set.of());
  }

  @Bean
  @Order(5)
  ChangeDetector changedMeetings(ReadModel<MeetingView> model, List<Projection<?, ?>> all) {
    return whole("meeting", MeetingEvent.CONCEPT, model, all);
  }

  /** How it stood on other days is told as what changed on those days. */
  @Bean
  @Order(6)
  ChangeDetector changedCooperations(ReadModel<CooperationView> model, List<Projection<?, ?>> all) {
    return new ModelAnswers(
        AnswerKey.whole("cooperation", CooperationEvent.CONCEPT), model, all, Set.of("history"));
  }

  @Bean
  @Order(7)
  ChangeDetector changedRelationships(ReadModel<RelationsView> model, List<Projection<?, ?>> all) {
    return whole("relationship", RelationshipEvent.CONCEPT, model, all);
  }

  /** What is left apart there follows from the date and the entry. */
  @Bean
  @Order(8)
  ChangeDetector changedTimeline(
      ReadModel<HappeningView> model, List<Projection<?, ?>> all, NameTemplates templates) {
    AnswerKey naming =
        new AnswerKey(
            "timeline",
            Set.of(),
            '#',
            subject -> "/api/timeline",
            key -> key.replaceAll("\\D", ""));
    return new TimelineAnswers(
        new ModelAnswers(naming, model, all, Set.of("from", "to", "subject")), templates);
  }

  private static ModelAnswers whole(
      String name, String concept, ReadModel<?> model, List<Projection<?, ?>> all) {
    return new ModelAnswers(AnswerKey.whole(name, concept), model, all, Set.of());
  }
}
