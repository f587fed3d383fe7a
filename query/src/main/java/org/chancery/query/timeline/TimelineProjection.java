package org.chancery.query.timeline;

import org.chancery.journal.json.LedgerJson;
import org.chancery.query.QueryConfiguration.ViewsSchema;
import org.chancery.query.asof.Histories;
import org.chancery.query.asof.Projection;
import org.chancery.query.asof.ReadModel;
import org.chancery.query.asof.Through;
import org.chancery.shared.LedgerEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Keeps the timeline, out of the entries of all concepts. */
@Configuration
class TimelineProjection {

  @Bean
  ReadModel<HappeningView> happeningModel(ViewsSchema schema) {
    return new ReadModel<>(
        "happening",
        HappeningView.class,
        schema.source(),
        LedgerJson.mapper(),
        "party",
        "official",
        Through.NAME);
  }

  /** The first, for it has most to do: in a rebuild, the first folds while others are read. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  Projection<LedgerEvent, HappeningView> happenings(
      ReadModel<HappeningView> model, Histories histories) {
    return new Projection<>(LedgerEvent.class, model, histories, TimelineItems::versions);
  }
}
