package org.chancery.query.party;

import org.chancery.journal.json.LedgerJson;
import org.chancery.query.QueryConfiguration.ViewsSchema;
import org.chancery.query.asof.FilterVocabulary;
import org.chancery.query.asof.Histories;
import org.chancery.query.asof.Projection;
import org.chancery.query.asof.ReadModel;
import org.chancery.shared.party.PartyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the answers about the concept: the read model, and the fold that feeds it. */
@Configuration
class PartyProjection {

  @Bean
  ReadModel<PartyView> partyModel(ViewsSchema schema) {
    return new ReadModel<>("party", PartyView.class, schema.source(), LedgerJson.mapper());
  }

  @Bean
  FilterVocabulary<PartyView> partyCodes(ReadModel<PartyView> model) {
    return new FilterVocabulary<>("code", model, PartyView::codes);
  }

  @Bean
  Projection<PartyEvent, PartyView> parties(ReadModel<PartyView> model, Histories histories) {
    return new Projection<>(PartyEvent.class, model, histories, PartyFold::versions);
  }
}
