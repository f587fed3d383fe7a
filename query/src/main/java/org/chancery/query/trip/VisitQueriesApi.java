package org.chancery.query.trip;

import static org.chancery.query.Filter.choice;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import org.chancery.query.Answer;
import org.chancery.query.AsOfParameters;
import org.chancery.query.AsOfResolver;
import org.chancery.query.BeginParameters;
import org.chancery.query.GroupParameters;
import org.chancery.query.Groups;
import org.chancery.query.ListParameters;
import org.chancery.query.OrderParameters;
import org.chancery.query.Page;
import org.chancery.query.Unknown;
import org.chancery.query.name.Vocabulary;
import org.chancery.query.party.PartyNames;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.Selection;
import org.chancery.shared.trip.TripEvent;
import org.chancery.shared.trip.VisitKind;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Visits over REST: the trips that are told with their hosts. */
@RestController
class VisitQueriesApi {
  private final ReadModel<VisitView> visits;
  private final PartyNames parties;
  private final Vocabulary vocabulary;
  private final AsOfResolver resolver;

  VisitQueriesApi(
      ReadModel<VisitView> visits,
      PartyNames parties,
      Vocabulary vocabulary,
      AsOfResolver resolver) {
    this.visits = visits;
    this.parties = parties;
    this.vocabulary = vocabulary;
    this.resolver = resolver;
  }

  /**
   * Visits by their first day, then visitor and trip: those of all days, or with {@code on} those
   * that last or may last on that day, each with which of the two.
   */
  @GetMapping(path = "/api/visits", params = "!groupBy")
  Page<VisitView> visits(
      @ParameterObject VisitParameters visit,
      @ParameterObject BeginParameters begin,
      @ParameterObject OrderParameters order,
      @ParameterObject ListParameters list,
      @ParameterObject AsOfParameters asked) {
    AsOf asOf = resolver.asOf(asked, list);
    Selection kept = order.of(selecting(visit, begin, list, asked, asOf));
    Page<VisitView> page = Page.of(visits, kept, asOf);
    return kept.anyDay()
        ? page
        : page.with(page.items().stream().map(each -> each.on(asOf.on())).toList());
  }

  /** Visits, counted by one or two of host, country, kind, visitor, place, status, year, month. */
  @GetMapping(path = "/api/visits", params = "groupBy")
  Groups visits(
      @ParameterObject VisitParameters visit,
      @ParameterObject BeginParameters begin,
      @ParameterObject GroupParameters groups,
      @ParameterObject ListParameters list,
      @ParameterObject AsOfParameters asked,
      HttpServletRequest request) {
    AsOf asOf = resolver.asOf(asked, list);
    Selection kept = selecting(visit, begin, list, asked, asOf);
    return Groups.of(visits, kept, list, groups, asOf, request);
  }

  /** A visit by the id of its trip, whatever the day. */
  @GetMapping("/api/visits/{id}")
  Answer<VisitView> visit(@PathVariable String id, @ParameterObject AsOfParameters asked) {
    AsOf asOf = resolver.asOf(asked);
    return new Answer<>(
        visits.history(TripEvent.CONCEPT + "/" + id, asOf.position()).stream()
            .map(ReadModel.Stretched::view)
            .findFirst()
            .orElseThrow(
                () -> Unknown.subject("visit", id, asOf, visits.near(TripEvent.CONCEPT, id, asOf))),
        asOf);
  }

  private Selection selecting(
      VisitParameters asked,
      BeginParameters begin,
      ListParameters list,
      AsOfParameters when,
      AsOf asOf) {
    return list.selecting(
        when.on() == null,
        begin.filter(),
        parties.filter("host", asked.host(), asOf, list),
        parties.filter("country", asked.country(), asOf, list),
        vocabulary.filter("visitor", asked.visitor(), asOf),
        vocabulary.filter("place", asked.place(), asOf),
        choice("kind", asked.kind(), VisitKind.class),
        choice("status", asked.status(), TripStatus.class));
  }

  /**
   * By what visits may be looked for.
   *
   * @param host whose guest
   * @param country whom the visitor acts for
   * @param visitor an official by id; one known by name by the whole name or a word of it
   * @param place one of the places named
   */
  record VisitParameters(
      @Parameter(description = "Whose guest: a party by id, code or name") @Nullable String host,
      @Parameter(description = "Whom the visitor acts for: a party by id, code or name")
          @Nullable String country,
      @Parameter(description = "The visitor: an official's id, a name, or a word of a name")
          @Nullable String visitor,
      @Parameter(description = "One of the places named") @Nullable String place,
      @Parameter(schema = @Schema(implementation = VisitKind.class)) @Nullable String kind,
      @Parameter(schema = @Schema(implementation = TripStatus.class)) @Nullable String status) {}
}
