package org.chancery.query.official;

import java.util.stream.Stream;
import org.chancery.journal.json.LedgerJson;
import org.chancery.query.QueryConfiguration.ViewsSchema;
import org.chancery.query.asof.FilterVocabulary;
import org.chancery.query.asof.Histories;
import org.chancery.query.asof.Projection;
import org.chancery.query.asof.ReadModel;
import org.chancery.query.official.OfficialView.Appointment;
import org.chancery.query.official.OfficialView.Attestation;
import org.chancery.shared.official.OfficialEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the answers about the concept: the read model, and the fold that feeds it. */
@Configuration
class OfficialProjection {

  @Bean
  ReadModel<OfficialView> officialModel(ViewsSchema schema) {
    return new ReadModel<>(
        "official", OfficialView.class, schema.source(), LedgerJson.mapper(), "party");
  }

  @Bean
  FilterVocabulary<OfficialView> officesHeld(ReadModel<OfficialView> model) {
    return new FilterVocabulary<>(
        "office",
        model,
        official ->
            Stream.concat(
                    official.appointments().stream().map(Appointment::office),
                    official.attestations().stream().map(Attestation::office))
                .toList());
  }

  @Bean
  Projection<OfficialEvent, OfficialView> officials(
      ReadModel<OfficialView> model, Histories histories) {
    return new Projection<>(OfficialEvent.class, model, histories, OfficialFold::versions);
  }
}
