package org.chancery.query.trip;

import java.util.List;
import org.chancery.journal.json.LedgerJson;
import org.chancery.query.QueryConfiguration.ViewsSchema;
import org.chancery.query.asof.FilterVocabulary;
import org.chancery.query.asof.Histories;
import org.chancery.query.asof.Projection;
import org.chancery.query.asof.ReadModel;
import org.chancery.shared.trip.TripEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the answers about the concept: trips as a whole, and their stops by themselves. */
@Configuration
class TripProjection {

  @Bean
  ReadModel<TripView> tripModel(ViewsSchema schema) {
    return new ReadModel<>(
        "trip", TripView.class, schema.source(), LedgerJson.mapper(), "official", "country");
  }

  @Bean
  Projection<TripEvent, TripView> trips(ReadModel<TripView> model, Histories histories) {
    return new Projection<>(TripEvent.class, model, histories, TripFold::versions);
  }

  @Bean
  ReadModel<StopView> stopModel(ViewsSchema schema) {
    return new ReadModel<>(
        "stop", StopView.class, schema.source(), LedgerJson.mapper(), "official", "country");
  }

  @Bean
  FilterVocabulary<TripView> placesVisited(ReadModel<TripView> model) {
    return new FilterVocabulary<>(
        "place", model, trip -> trip.stops().stream().flatMap(s -> s.places().stream()).toList());
  }

  @Bean
  FilterVocabulary<TripView> officesOfTravellers(ReadModel<TripView> model) {
    return new FilterVocabulary<>(
        "office", model, trip -> trip.office() == null ? List.of() : List.of(trip.office()));
  }

  @Bean
  Projection<TripEvent, StopView> stops(ReadModel<StopView> model, Histories histories) {
    return new Projection<>(TripEvent.class, model, histories, StopFold::versions);
  }
}
