package org.chancery.query.trip;

import static org.chancery.query.Filter.attribute;
import static org.chancery.query.Filter.choice;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.chancery.query.Answer;
import org.chancery.query.AsOfParameters;
import org.chancery.query.AsOfResolver;
import org.chancery.query.BeginParameters;
import org.chancery.query.Filter;
import org.chancery.query.GroupParameters;
import org.chancery.query.Groups;
import org.chancery.query.ListParameters;
import org.chancery.query.OrderParameters;
import org.chancery.query.Page;
import org.chancery.query.Unknown;
import org.chancery.query.account.AccordingTo;
import org.chancery.query.account.Accounts;
import org.chancery.query.account.DisputedLists;
import org.chancery.query.name.Vocabulary;
import org.chancery.query.official.OfficialNames;
import org.chancery.query.official.OfficialView;
import org.chancery.query.party.PartyNames;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.Selection;
import org.chancery.shared.Choice;
import org.chancery.shared.OfficialId;
import org.chancery.shared.Problem.Fault;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.Subject;
import org.chancery.shared.official.OfficialEvent;
import org.chancery.shared.trip.TripEvent;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Trips and stops over REST. */
@RestController
class TripQueriesApi {
  private final ReadModel<TripView> trips;
  private final ReadModel<StopView> stops;
  private final ReadModel<OfficialView> officials;
  private final OfficialNames names;
  private final PartyNames parties;
  private final Vocabulary vocabulary;
  private final Accounts accounts;
  private final DisputedLists lists;
  private final AsOfResolver resolver;

  TripQueriesApi(
      ReadModel<TripView> trips,
      ReadModel<StopView> stops,
      ReadModel<OfficialView> officials,
      OfficialNames names,
      PartyNames parties,
      Vocabulary vocabulary,
      Accounts accounts,
      DisputedLists lists,
      AsOfResolver resolver) {
    this.trips = trips;
    this.stops = stops;
    this.officials = officials;
    this.names = names;
    this.parties = parties;
    this.vocabulary = vocabulary;
    this.accounts = accounts;
    this.lists = lists;
    this.resolver = resolver;
  }

  /** Trips by their first day, then traveller and id. */
  @GetMapping(path = "/api/trips", params = "!groupBy")
  Page<TripView> list(
      @ParameterObject TripParameters trip,
      @ParameterObject BeginParameters begin,
      @ParameterObject OrderParameters order,
      @ParameterObject ListParameters list,
      @ParameterObject AsOfParameters asked) {
    AsOf asOf = resolver.asOf(asked, list);
    Selection kept = order.of(selecting(trip, begin, list, false, asOf));
    return Page.of(trips, kept, asOf);
  }

  /** Trips, counted by one or two of official, office, country, place, status, year and month. */
  @GetMapping(path = "/api/trips", params = "groupBy")
  Groups list(
      @ParameterObject TripParameters trip,
      @ParameterObject BeginParameters begin,
      @ParameterObject GroupParameters groups,
      @ParameterObject ListParameters list,
      @ParameterObject AsOfParameters asked,
      HttpServletRequest request) {
    AsOf asOf = resolver.asOf(asked, list);
    Selection kept = selecting(trip, begin, list, false, asOf);
    return Groups.of(trips, kept, list, groups, asOf, request);
  }

  /** An official's trips in the same order. */
  @GetMapping("/api/officials/{id}/trips")
  Page<TripView> ofOfficial(
      @PathVariable String id,
      @ParameterObject ListParameters list,
      @ParameterObject AsOfParameters asked) {
    AsOf asOf = resolver.asOf(asked, list);
    requireOfficial(id, asOf);
    return Page.of(trips, list.selecting(false, attribute("official", id)), asOf);
  }

  /**
   * On how many days an official was on trips that took place, of all days or of those of a span: a
   * day that stops share counts once.
   */
  @GetMapping("/api/officials/{id}/travel-days")
  Answer<TravelDaysView> travelDays(
      @PathVariable String id,
      @Parameter(description = "Counts days from here on (EDTF)") @RequestParam(required = false)
          @Nullable String from,
      @Parameter(description = "Counts days up to here (EDTF)") @RequestParam(required = false)
          @Nullable String to,
      @ParameterObject AsOfParameters asked) {
    AsOf asOf = resolver.asOf(asked);
    requireOfficial(id, asOf);
    Selection span =
        new ListParameters(from, to, null, null)
            .selecting(true, attribute("official", id), attribute("status", "took-place"));
    return new Answer<>(
        lists.byEach(stops, span.whole(), asOf).stream()
            .map(travelled -> TravelDaysView.of(new OfficialId(id), travelled, span))
            .reduce(TravelDaysView::or)
            .orElseThrow(),
        asOf);
  }

  private void requireOfficial(String id, AsOf asOf) {
    if (officials.at(OfficialEvent.CONCEPT + "/" + id, asOf).isEmpty()) {
      throw Unknown.subject("official", id, asOf, names.near(id, asOf));
    }
  }

  @GetMapping("/api/trips/{id}")
  Answer<TripView> one(
      @PathVariable String id,
      @ParameterObject AccordingTo whose,
      @ParameterObject AsOfParameters asked) {
    return accounts.answer(
        trips, "trip", new Subject(TripEvent.CONCEPT, id), resolver.asOf(asked), whose);
  }

  /**
   * Stops by their first day, then traveller, trip and place in it: those of all days, or with
   * {@code on} those that last or may last on that day, each with which of the two. A stop is
   * planned or took place, whatever the day; its trip says whether that is overdue.
   */
  @GetMapping(path = "/api/stops", params = "!groupBy")
  Page<StopView> stops(
      @ParameterObject TripParameters stop,
      @ParameterObject BeginParameters begin,
      @ParameterObject OrderParameters order,
      @ParameterObject ListParameters list,
      @ParameterObject AsOfParameters asked) {
    AsOf asOf = resolver.asOf(asked, list);
    Selection selection =
        order.of(selecting(stop.ofStops(), begin, list, asked.on() == null, asOf));
    Page<StopView> page = Page.of(stops, selection, asOf);
    return selection.anyDay()
        ? page
        : page.with(page.items().stream().map(each -> each.on(asOf.on())).toList());
  }

  /** Stops, counted by one or two of official, office, country, place, status, year and month. */
  @GetMapping(path = "/api/stops", params = "groupBy")
  Groups stops(
      @ParameterObject TripParameters stop,
      @ParameterObject BeginParameters begin,
      @ParameterObject GroupParameters groups,
      @ParameterObject ListParameters list,
      @ParameterObject AsOfParameters asked,
      HttpServletRequest request) {
    AsOf asOf = resolver.asOf(asked, list);
    Selection kept = selecting(stop.ofStops(), begin, list, asked.on() == null, asOf);
    return Groups.of(stops, kept, list, groups, asOf, request);
  }

  private Selection selecting(
      TripParameters asked, BeginParameters begin, ListParameters list, boolean anyDay, AsOf asOf) {
    return list.selecting(
        anyDay,
        begin.filter(),
        names.filter("official", asked.official(), asOf),
        vocabulary.filter("office", asked.office(), asOf),
        parties.filter("country", asked.country(), asOf, list),
        vocabulary.filter("place", asked.place(), asOf),
        vocabulary.filter("conference", asked.conference(), asOf),
        choice("status", asked.status(), TripStatus.class));
  }

  /**
   * By what trips and stops may be looked for.
   *
   * @param office in full, as {@code secretary-of-state} or as {@code secretary}
   * @param country by id or ISO code
   * @param place one of the places named
   * @param conference for which the traveller came
   */
  record TripParameters(
      @Parameter(description = "The traveller's id") @Nullable String official,
      @Parameter(
              description = "The traveller's office: in full or by its first word",
              example = "secretary")
          @Nullable String office,
      @Parameter(description = "The country by id or ISO code") @Nullable List<String> country,
      @Parameter(description = "One of the places named") @Nullable List<String> place,
      @Parameter(description = "The conference, by its id, for which the traveller came")
          @Nullable String conference,
      @Parameter(schema = @Schema(implementation = TripStatus.class)) @Nullable String status) {

    /** The same; fails as INVALID_FIELDS where it asks for a status that trips alone have. */
    TripParameters ofStops() {
      List<TripStatus> ofTrips = List.of(TripStatus.OVERDUE, TripStatus.INDETERMINATE);
      if (ofTrips.stream().anyMatch(none -> Choice.text(none).equalsIgnoreCase(status))) {
        Filter.fail(
            RefusalCode.INVALID_FIELDS,
            List.of(
                new Fault(
                    "/status",
                    "'%s' is told of trips: ask for /api/trips; of stops it is planned or took-place"
                        .formatted(status))));
      }
      return this;
    }
  }
}
