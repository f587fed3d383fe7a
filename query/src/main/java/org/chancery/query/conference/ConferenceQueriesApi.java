package org.chancery.query.conference;

import static org.chancery.query.Filter.choice;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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
import org.chancery.query.account.AccordingTo;
import org.chancery.query.account.Accounts;
import org.chancery.query.account.Following;
import org.chancery.query.conference.ConferenceProceedings.LeftOut;
import org.chancery.query.conference.ConferenceProceedings.Traveller;
import org.chancery.query.conference.ConferenceView.ConferenceStatus;
import org.chancery.query.meeting.MeetingView;
import org.chancery.query.name.Vocabulary;
import org.chancery.query.official.OfficialNames;
import org.chancery.query.party.PartyNames;
import org.chancery.query.trip.TripView;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.Selection;
import org.chancery.shared.ConferenceId;
import org.chancery.shared.NamedPerson;
import org.chancery.shared.OfficialId;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.Subject;
import org.chancery.shared.conference.ConferenceEvent;
import org.chancery.shared.conference.ConferenceKind;
import org.chancery.shared.meeting.MeetingEvent;
import org.chancery.shared.trip.TripEvent;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Conferences over REST. */
@RestController
class ConferenceQueriesApi {
  private final ReadModel<ConferenceView> conferences;
  private final ReadModel<MeetingView> meetings;
  private final ReadModel<TripView> trips;
  private final PartyNames parties;
  private final OfficialNames officials;
  private final Vocabulary vocabulary;
  private final Accounts accounts;
  private final AsOfResolver resolver;

  ConferenceQueriesApi(
      ReadModel<ConferenceView> conferences,
      ReadModel<MeetingView> meetings,
      ReadModel<TripView> trips,
      PartyNames parties,
      OfficialNames officials,
      Vocabulary vocabulary,
      Accounts accounts,
      AsOfResolver resolver) {
    this.conferences = conferences;
    this.meetings = meetings;
    this.trips = trips;
    this.parties = parties;
    this.officials = officials;
    this.vocabulary = vocabulary;
    this.accounts = accounts;
    this.resolver = resolver;
  }

  /**
   * Conferences by their first day, then id; those put off without another date last. {@code party}
   * keeps those that it convenes, hosts, is invited to or takes part in.
   */
  @GetMapping(path = "/api/conferences", params = "!groupBy")
  Page<ConferenceView> list(
      @ParameterObject ConferenceParameters conference,
      @ParameterObject BeginParameters begin,
      @ParameterObject OrderParameters order,
      @ParameterObject ListParameters list,
      @ParameterObject AsOfParameters asked) {
    AsOf asOf = resolver.asOf(asked, list);
    return Page.of(conferences, order.of(selecting(conference, begin, list, asOf)), asOf);
  }

  /**
   * Conferences, counted by one or two of party, official, host, place, country, series, kind,
   * status, year and month.
   */
  @GetMapping(path = "/api/conferences", params = "groupBy")
  Groups list(
      @ParameterObject ConferenceParameters conference,
      @ParameterObject BeginParameters begin,
      @ParameterObject GroupParameters groups,
      @ParameterObject ListParameters list,
      @ParameterObject AsOfParameters asked,
      HttpServletRequest request) {
    AsOf asOf = resolver.asOf(asked, list);
    Selection kept = selecting(conference, begin, list, asOf);
    return Groups.of(conferences, kept, list, groups, asOf, request);
  }

  private Selection selecting(
      ConferenceParameters asked, BeginParameters begin, ListParameters list, AsOf asOf) {
    return list.selecting(
        false,
        begin.filter(),
        parties.filter("party", asked.party(), asOf, list),
        officials.filter("official", asked.official(), asOf),
        parties.filter("host", asked.host(), asOf, list),
        vocabulary.filter("place", asked.place(), asOf),
        parties.filter("country", asked.country(), asOf, list),
        vocabulary.filter("series", asked.series(), asOf),
        within(asked.partOf(), asOf),
        choice("kind", asked.kind(), ConferenceKind.class),
        choice("status", asked.status(), ConferenceStatus.class));
  }

  /**
   * By what conferences may be looked for.
   *
   * @param country where they are held
   * @param partOf the conference within which they lie
   */
  record ConferenceParameters(
      @Nullable List<String> party,
      @Nullable List<String> official,
      @Nullable String host,
      @Nullable String place,
      @Nullable String country,
      @Nullable String series,
      @Nullable String partOf,
      @Parameter(schema = @Schema(implementation = ConferenceKind.class)) @Nullable String kind,
      @Parameter(schema = @Schema(implementation = ConferenceStatus.class))
          @Nullable String status) {}

  /** By the conference within which they lie; it is at fault where it is unknown. */
  private Filter within(@Nullable String whole, AsOf asOf) {
    Filter filter = Filter.attribute("partOf", whole);
    FilterAttribute asked = filter.asked();
    return asked == null
            || conferences
                .at(ConferenceEvent.CONCEPT + "/" + asked.value(), AsOf.anyDay(asOf.position()))
                .isPresent()
        ? filter
        : Filter.unknown(
            "partOf",
            RefusalCode.UNKNOWN_CONFERENCE,
            Filter.unknownAt("conference", asked.value(), asOf.position()),
            conferences.near(ConferenceEvent.CONCEPT, asked.value(), asOf));
  }

  @GetMapping("/api/conferences/{id}")
  Answer<ConferenceProceedings> one(
      @PathVariable String id,
      @ParameterObject AccordingTo whose,
      @ParameterObject AsOfParameters asked) {
    AsOf asOf = resolver.asOf(asked);
    Following by = accounts.by(whose, asOf);
    Subject subject = new Subject(ConferenceEvent.CONCEPT, id);
    return by.answer(
        by.at(conferences, subject)
            .map(itself -> with(itself, by))
            .orElseThrow(() -> Answer.none(conferences, "conference", subject, asOf)));
  }

  private ConferenceProceedings with(ConferenceView itself, Following by) {
    ConferenceId id = itself.conference();
    List<MeetingView> at = by.on(meetings, MeetingEvent.CONCEPT, having("conference", id));
    return new ConferenceProceedings(
        itself,
        by.on(conferences, ConferenceEvent.CONCEPT, having("partOf", id)),
        at.stream().filter(meeting -> id.equals(meeting.partOf())).toList(),
        at.stream().filter(meeting -> id.equals(meeting.inMarginsOf())).toList(),
        at.stream().flatMap(ConferenceQueriesApi::leftOut).toList(),
        by.on(trips, TripEvent.CONCEPT, having("conference", id)).stream()
            .flatMap(trip -> travellers(trip, id))
            .toList());
  }

  private static Selection having(String attribute, ConferenceId id) {
    return Selection.anyDay(Set.of(new FilterAttribute(attribute, id.value())));
  }

  private static Stream<LeftOut> leftOut(MeetingView meeting) {
    return meeting.excluded().stream()
        .map(out -> new LeftOut(out.party(), meeting.meeting(), out.reason(), out.entries()));
  }

  private static Stream<Traveller> travellers(TripView trip, ConferenceId to) {
    return trip.stops().stream()
        .filter(stop -> to.equals(stop.conference()))
        .map(
            stop ->
                new Traveller(
                    trip.traveller() instanceof OfficialId official ? official : null,
                    trip.traveller() instanceof NamedPerson named ? named : null,
                    trip.office(),
                    trip.trip(),
                    trip.status(),
                    stop.dates(),
                    stop.entries()));
  }
}
