package org.chancery.query.official;

import static org.chancery.query.Filter.choice;
import static org.chancery.query.Filter.facet;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.Arrays;
import org.chancery.query.Answer;
import org.chancery.query.AsOfParameters;
import org.chancery.query.Asking;
import org.chancery.query.ListParameters;
import org.chancery.query.Unknown;
import org.chancery.query.asof.AsOf;
import org.chancery.query.asof.Facet;
import org.chancery.query.asof.Page;
import org.chancery.query.asof.ReadModel;
import org.chancery.query.official.OfficialView.Certainty;
import org.chancery.query.party.PartyNames;
import org.chancery.shared.Choice;
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
   * Whom the record does not rule out is kept, but where {@code held} asks for more.
   */
  @GetMapping("/api/officials")
  Page<OfficialView> list(
      @RequestParam(required = false) @Nullable String office,
      @RequestParam(required = false) @Nullable String party,
      @Parameter(
              description =
                  "How sure it must be at least that the office is held: `yes`, `indeterminate`"
                      + " or `unknown` (default)")
          @RequestParam(required = false)
          @Nullable String held,
      @ParameterObject ListParameters list,
      @ParameterObject AsOfParameters asked) {
    AsOf asOf = asking.asOf(asked, list);
    Facet sure = choice("held", held, Certainty.class).asked();
    boolean inOffice = office != null || sure != null || list.hasSpan();
    return officials.list(
        list.selecting(
            false,
            inOffice ? OfficeFacets.filter(office, least(sure)) : facet("office", null),
            facet("party", parties.idOf(party, asOf))),
        asOf);
  }

  private static Certainty least(@Nullable Facet sure) {
    return Arrays.stream(Certainty.values())
        .filter(least -> sure != null && Choice.text(least).equalsIgnoreCase(sure.value()))
        .findFirst()
        .orElse(Certainty.UNKNOWN);
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
