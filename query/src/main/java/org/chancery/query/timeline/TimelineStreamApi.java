package org.chancery.query.timeline;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.chancery.query.AsOfParameters;
import org.chancery.query.AsOfResolver;
import org.chancery.query.Filter;
import org.chancery.query.ListParameters;
import org.chancery.query.cited.NameBook;
import org.chancery.query.official.OfficialNames;
import org.chancery.query.party.PartyNames;
import org.chancery.query.stream.SseBroadcaster;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.Selection;
import org.chancery.shared.Problem.Fault;
import org.chancery.shared.RefusalCode;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The timeline as it went, as server-sent events. */
@RestController
class TimelineStreamApi {
  private static final int FASTEST = 36_525;
  private static final int PAGE = 200;

  private final ReadModel<HappeningView> happenings;
  private final TravellersParty travellers;
  private final NameBook names;
  private final PartyNames parties;
  private final OfficialNames officials;
  private final AsOfResolver resolver;
  private final SseBroadcaster streams;

  TimelineStreamApi(
      ReadModel<HappeningView> happenings,
      TravellersParty travellers,
      NameBook names,
      PartyNames parties,
      OfficialNames officials,
      AsOfResolver resolver,
      SseBroadcaster streams) {
    this.happenings = happenings;
    this.travellers = travellers;
    this.names = names;
    this.parties = parties;
    this.officials = officials;
    this.resolver = resolver;
    this.streams = streams;
  }

  /**
   * The items of the timeline in its order, at so many days of history a second; no two are further
   * apart than two seconds. After the last comes an event named {@code end}. An event's id is the
   * place in the list, so a browser that lost the connection goes on where it was; one that comes
   * back after the end is told that there is nothing (204), and does not ask again.
   */
  @GetMapping(
      path = "/api/timeline/stream",
      produces = {MediaType.TEXT_EVENT_STREAM_VALUE, MediaType.ALL_VALUE})
  ResponseEntity<SseEmitter> stream(
      @RequestParam(required = false) @Nullable List<String> party,
      @RequestParam(required = false) @Nullable List<String> official,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @Parameter(
              description =
                  "Days of history a second: 1 to 36525, a century. No pause is longer than two"
                      + " seconds")
          @RequestParam(defaultValue = "365")
          int speed,
      @ParameterObject AsOfParameters asked,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
      HttpMethod method) {
    if (speed < 1 || speed > FASTEST) {
      Fault fault = new Fault("/speed", "is 1 to %d days of history a second".formatted(FASTEST));
      Filter.fail(RefusalCode.INVALID_FIELDS, List.of(fault));
    }
    if (TimelineStream.END.equals(last)) {
      return ResponseEntity.noContent().build();
    }
    ListParameters list = new ListParameters(from, to, PAGE, last);
    AsOf asOf = resolver.asOf(asked, list);
    Selection selection =
        travellers.including(
            list.selecting(
                asked.on() == null,
                parties.filter("party", party, asOf, list),
                officials.filter("official", official, asOf)));
    happenings.check(selection);
    return ResponseEntity.ok(
        streams.open(
            new TimelineStream(happenings, travellers, names, selection, asOf, speed), method));
  }
}
