package org.chancery.query.timeline;

import java.util.List;
import org.chancery.query.AsOfParameters;
import org.chancery.query.ListParameters;
import org.chancery.query.Page;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The timeline over REST. */
@RestController
class TimelineApi {
  private final TimelineEvents events;
  private final TravellersParty travellers;

  TimelineApi(TimelineEvents events, TravellersParty travellers) {
    this.events = events;
    this.travellers = travellers;
  }

  /**
   * All that happened or is to happen, by the first day on which it may have begun, given what of
   * its subject came before; then by subject, each in the order of its chronicle. With {@code on}
   * what goes on, or may, on that day. A trip is of the countries visited and of the party that the
   * traveller serves on some day of it.
   */
  @GetMapping("/api/timeline")
  Page<HappeningView> list(
      @RequestParam(required = false) @Nullable List<String> party,
      @RequestParam(required = false) @Nullable List<String> official,
      @ParameterObject ListParameters list,
      @ParameterObject AsOfParameters asked) {
    Page<HappeningView> page = events.items(party, official, list, asked);
    return page.with(travellers.told(page.items(), page.asOf()));
  }
}
