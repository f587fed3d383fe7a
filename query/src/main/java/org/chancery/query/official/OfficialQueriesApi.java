package org.chancery.query.official;

import static org.chancery.query.Filter.facet;

import org.chancery.query.Answer;
import org.chancery.query.AsOfParameters;
import org.chancery.query.Asking;
import org.chancery.query.ListParameters;
import org.chancery.query.Unknown;
import org.chancery.query.asof.AsOf;
import org.chancery.query.asof.Page;
import org.chancery.query.asof.ReadModel;
import org.chancery.query.party.PartyNames;
import org.chancery.shared.official.OfficialEvent;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Officials over REST. */
@RestController
class OfficialQueriesApi {
  private final ReadModel<OfficialView> officials;
  private final PartyNames parties;
  private final Asking asking;

  OfficialQueriesApi(ReadModel<OfficialView> officials, PartyNames parties, Asking asking) {
    this.officials = officials;
    this.parties = parties;
    this.asking = asking;
  }

  /**
   * Officials by their ids; {@code office} and {@code party} keep those who hold it on the day or,
   * with {@code from} or {@code to}, on some day of that span, which keeps those in any office.
   */
  @GetMapping("/api/officials")
  Page<OfficialView> list(
      @RequestParam(required = false) @Nullable String office,
      @RequestParam(required = false) @Nullable String party,
      @ParameterObject ListParameters list,
      @ParameterObject AsOfParameters asked) {
    AsOf asOf = asking.asOf(asked, list);
    return officials.list(
        list.selecting(
            false,
            facet(
                "office", office == null && list.hasSpan() ? OfficeFacets.OF_ANY.value() : office),
            facet("party", parties.idOf(party, asOf))),
        asOf);
  }

  @GetMapping("/api/officials/{id}")
  Answer<OfficialView> one(@PathVariable String id, @ParameterObject AsOfParameters asked) {
    AsOf asOf = asking.asOf(asked);
    return new Answer<>(
        officials
            .at(OfficialEvent.CONCEPT + "/" + id, asOf)
            .orElseThrow(() -> Unknown.subject("official", id, asOf)),
        asOf);
  }
}
