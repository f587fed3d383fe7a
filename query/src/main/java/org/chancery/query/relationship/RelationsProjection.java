package org.chancery.query.relationship;

import org.chancery.journal.json.LedgerJson;
import org.chancery.query.QueryConfiguration.ViewsSchema;
import org.chancery.query.asof.Histories;
import org.chancery.query.asof.Projection;
import org.chancery.query.asof.ReadModel;
import org.chancery.shared.relationship.RelationshipEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the answers about the concept: the read model, and the fold that feeds it. */
@Configuration
class RelationsProjection {

  @Bean
  ReadModel<RelationsView> relationsModel(ViewsSchema schema) {
    return new ReadModel<>(
        "relationship", RelationsView.class, schema.source(), LedgerJson.mapper(), "party");
  }

  @Bean
  Projection<RelationshipEvent, RelationsView> relations(
      ReadModel<RelationsView> model, Histories histories) {
    return new Projection<>(RelationshipEvent.class, model, histories, RelationsFold::versions);
  }
}
