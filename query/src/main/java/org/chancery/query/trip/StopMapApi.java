package org.chancery.query.trip;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chancery.query.AsOfParameters;
import org.chancery.query.BeginParameters;
import org.chancery.query.GeoJson;
import org.chancery.query.GeoJson.Feature;
import org.chancery.query.GeoJson.Point;
import org.chancery.query.ListParameters;
import org.chancery.query.OrderParameters;
import org.chancery.query.Page;
import org.chancery.query.account.DisputedLists;
import org.chancery.query.party.CountryPoint;
import org.chancery.query.party.PartyView;
import org.chancery.query.trip.TripQueriesApi.TripParameters;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.ReadModel.Holding;
import org.chancery.shared.party.PartyEvent;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Stops as GeoJSON. The ledger has countries and names of places and no coordinates, so a feature
 * is at a point that stands for the country, and says so.
 */
@RestController
class StopMapApi {
  private final TripQueriesApi trips;
  private final ReadModel<PartyView> parties;
  private final DisputedLists lists;

  StopMapApi(TripQueriesApi trips, ReadModel<PartyView> parties, DisputedLists lists) {
    this.lists = lists;
    this.trips = trips;
    this.parties = parties;
  }

  /** The list of stops with its filters, at the points of their countries. */
  @GetMapping(path = "/api/stops", params = "!groupBy", produces = GeoJson.TYPE)
  GeoJson<StopAtPoint> stops(
      @ParameterObject TripParameters stop,
      @ParameterObject BeginParameters begin,
      @ParameterObject OrderParameters order,
      @ParameterObject ListParameters list,
      @ParameterObject AsOfParameters asked) {
    Page<StopView> page = lists.told(trips.stops(stop, begin, order, list, asked));
    Map<String, CountryPoint> points = points(page.items(), page.asOf());
    return GeoJson.of(
        page,
        page.items().stream()
            .map(each -> feature(each, points.get(each.country().value())))
            .toList());
  }

  /** By the countries' ids. */
  private Map<String, CountryPoint> points(List<StopView> stops, AsOf asOf) {
    List<String> countries =
        stops.stream()
            .map(each -> PartyEvent.CONCEPT + "/" + each.country().value())
            .distinct()
            .toList();
    Map<String, CountryPoint> points = new HashMap<>();
    for (Holding<PartyView> row : parties.holding(countries, asOf)) {
      CountryPoint point = CountryPoint.of(row.view().codes());
      if (point != null) {
        points.put(row.view().party().value(), point);
      }
    }
    return points;
  }

  private static Feature<StopAtPoint> feature(StopView stop, @Nullable CountryPoint point) {
    return point == null
        ? Feature.of(null, new StopAtPoint(stop, null, null, null))
        : Feature.of(
            Point.of(point.longitude(), point.latitude()),
            new StopAtPoint(stop, "country", point.code(), point.name()));
  }

  /**
   * A stop, and of what its point is one.
   *
   * @param pointOf country: the point stands for the country of today, and is not the place; null
   *     where there is none
   * @param pointCode that country's ISO 3166 code
   * @param pointName what that country is called on maps of today
   */
  record StopAtPoint(
      @JsonUnwrapped StopView stop,
      @Nullable String pointOf,
      @Nullable String pointCode,
      @Nullable String pointName) {}
}
