package org.chancery.query.meeting;

import org.chancery.journal.json.LedgerJson;
import org.chancery.query.QueryConfiguration.ViewsSchema;
import org.chancery.query.asof.FilterVocabulary;
import org.chancery.query.asof.Histories;
import org.chancery.query.asof.Projection;
import org.chancery.query.asof.ReadModel;
import org.chancery.shared.meeting.MeetingEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the answers about the concept: the read model, and the fold that feeds it. */
@Configuration
class MeetingProjection {

  @Bean
  ReadModel<MeetingView> meetingModel(ViewsSchema schema) {
    return new ReadModel<>(
        "meeting",
        MeetingView.class,
        schema.source(),
        LedgerJson.mapper(),
        "party",
        "official",
        "country");
  }

  @Bean
  FilterVocabulary<MeetingView> placesMetIn(ReadModel<MeetingView> model) {
    return new FilterVocabulary<>("place", model, MeetingView::localities);
  }

  @Bean
  Projection<MeetingEvent, MeetingView> meetings(
      ReadModel<MeetingView> model, Histories histories) {
    return new Projection<>(MeetingEvent.class, model, histories, MeetingFold::versions);
  }
}
