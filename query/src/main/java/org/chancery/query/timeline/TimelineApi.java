package org.chancery.query.timeline;

import static org.chancery.query.Filter.facet;

import org.chancery.query.AsOfParameters;
import org.chancery.query.Asking;
import org.chancery.query.ListParameters;
import org.chancery.query.asof.AsOf;
import org.chancery.query.asof.Page;
import org.chancery.query.asof.ReadModel;
import org.chancery.query.party.PartyNames;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The timeline over REST. */
@RestController
class TimelineApi {
  private final ReadModel<HappeningView> happenings;
  private final Wording wording;
  private final PartyNames parties;
  private final Asking asking;

  TimelineApi(
      ReadModel<HappeningView> happenings, Wording wording, PartyNames parties, Asking asking) {
    this.happenings = happenings;
    this.wording = wording;
    this.parties = parties;
    this.asking = asking;
  }

  /**
   * All that happened or is to happen, by the first day on which it may have begun, given what of
   * its subject came before; then by subject, each in the order of its chronicle. With {@code on}
   * what goes on, or may, on that day.
   */
  @GetMapping("/api/timeline")
  Page<HappeningView> list(
      @RequestParam(required = false) @Nullable String party,
      @RequestParam(required = false) @Nullable String official,
      @ParameterObject ListParameters list,
      @ParameterObject AsOfParameters asked) {
    AsOf asOf = asking.asOf(asked, list);
    Page<HappeningView> page =
        happenings.list(
            list.selecting(
                asked.on() == null,
                facet("party", parties.idOf(party, asOf)),
                facet("official", official)),
            asOf);
    return page.with(wording.worded(page.items(), page.asOf()));
  }
}
