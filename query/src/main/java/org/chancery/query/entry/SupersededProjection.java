package org.chancery.query.entry;

import org.chancery.journal.json.LedgerJson;
import org.chancery.query.QueryConfiguration.ViewsSchema;
import org.chancery.query.asof.Histories;
import org.chancery.query.asof.Projection;
import org.chancery.query.asof.ReadModel;
import org.chancery.shared.LedgerEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps which entries no longer stand, and by which they were superseded. */
@Configuration
class SupersededProjection {

  @Bean
  ReadModel<Superseded> supersededModel(ViewsSchema schema) {
    return new ReadModel<>("superseded", Superseded.class, schema.source(), LedgerJson.mapper());
  }

  @Bean
  Projection<LedgerEvent, Superseded> superseded(ReadModel<Superseded> model, Histories histories) {
    return Projection.ofCorrections(model, histories, Superseded::versions);
  }
}
