package org.chancery.query.timeline;

import java.util.List;
import org.chancery.query.AsOfParameters;
import org.chancery.query.AsOfResolver;
import org.chancery.query.ListParameters;
import org.chancery.query.Page;
import org.chancery.query.official.OfficialNames;
import org.chancery.query.party.PartyNames;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.ReadModel;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The timeline over REST. */
@RestController
class TimelineApi {
  private final ReadModel<HappeningView> happenings;
  private final TravellersParty travellers;
  private final PartyNames parties;
  private final OfficialNames officials;
  private final AsOfResolver resolver;

  TimelineApi(
      ReadModel<HappeningView> happenings,
      TravellersParty travellers,
      PartyNames parties,
      OfficialNames officials,
      AsOfResolver resolver) {
    this.happenings = happenings;
    this.travellers = travellers;
    this.parties = parties;
    this.officials = officials;
    this.resolver = resolver;
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
    AsOf asOf = resolver.asOf(asked, list);
    Page<HappeningView> page =
        Page.of(
            happenings.list(
                travellers.including(
                    list.selecting(
                        asked.on() == null,
                        parties.filter("party", party, asOf, list),
                        officials.filter("official", official, asOf))),
                asOf));
    return page.with(travellers.told(page.items(), page.asOf()));
  }
}
