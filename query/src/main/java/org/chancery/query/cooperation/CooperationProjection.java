package org.chancery.query.cooperation;

import java.util.List;
import org.chancery.journal.json.LedgerJson;
import org.chancery.query.QueryConfiguration.ViewsSchema;
import org.chancery.query.asof.FilterVocabulary;
import org.chancery.query.asof.Histories;
import org.chancery.query.asof.Projection;
import org.chancery.query.asof.ReadModel;
import org.chancery.shared.cooperation.CooperationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the answers about the concept: the read model, and the fold that feeds it. */
@Configuration
class CooperationProjection {

  @Bean
  ReadModel<CooperationView> cooperationModel(ViewsSchema schema) {
    return new ReadModel<>(
        "cooperation", CooperationView.class, schema.source(), LedgerJson.mapper(), "party");
  }

  @Bean
  FilterVocabulary<CooperationView> fields(ReadModel<CooperationView> model) {
    return new FilterVocabulary<>("field", model, view -> List.of(view.field()));
  }

  @Bean
  Projection<CooperationEvent, CooperationView> cooperations(
      ReadModel<CooperationView> model, Histories histories) {
    return new Projection<>(CooperationEvent.class, model, histories, CooperationFold::versions);
  }
}
