package org.chancery.query.sanction;

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
import org.chancery.query.account.AccordingTo;
import org.chancery.query.account.Accounts;
import org.chancery.query.official.OfficialNames;
import org.chancery.query.party.PartyNames;
import org.chancery.query.sanction.SanctionView.SanctionStatus;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.Selection;
import org.chancery.shared.Subject;
import org.chancery.shared.sanction.Measure;
import org.chancery.shared.sanction.SanctionEvent;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sanctions over REST. */
@RestController
class SanctionQueriesApi {
  private final ReadModel<SanctionView> sanctions;
  private final PartyNames parties;
  private final OfficialNames officials;
  private final Accounts accounts;
  private final AsOfResolver resolver;

  SanctionQueriesApi(
      ReadModel<SanctionView> sanctions,
      PartyNames parties,
      OfficialNames officials,
      Accounts accounts,
      AsOfResolver resolver) {
    this.sanctions = sanctions;
    this.parties = parties;
    this.officials = officials;
    this.accounts = accounts;
    this.resolver = resolver;
  }

  /** Sanctions by the first day on which they may have been threatened or imposed, then id. */
  @GetMapping(path = "/api/sanctions", params = "!groupBy")
  Page<SanctionView> list(
      @ParameterObject SanctionParameters sanction,
      @Parameter(schema = @Schema(implementation = Measure.class)) @RequestParam(required = false)
          @Nullable String measure,
      @ParameterObject BeginParameters begin,
      @ParameterObject OrderParameters order,
      @ParameterObject ListParameters list,
      @ParameterObject AsOfParameters asked) {
    AsOf asOf = resolver.asOf(asked, list);
    Filter kept = choice("measure", measure, Measure.class);
    return Page.of(sanctions, order.of(selecting(sanction, kept, begin, list, asOf)), asOf);
  }

  /**
   * Sanctions, counted by one or two of by, against, party, official, state, year and month. What
   * is measured has the name by which the list is filtered by measures, so the count is not.
   */
  @GetMapping(path = "/api/sanctions", params = "groupBy")
  Groups list(
      @ParameterObject SanctionParameters sanction,
      @ParameterObject BeginParameters begin,
      @ParameterObject GroupParameters groups,
      @ParameterObject ListParameters list,
      @ParameterObject AsOfParameters asked,
      HttpServletRequest request) {
    AsOf asOf = resolver.asOf(asked, list);
    Selection kept = selecting(sanction, Filter.of(), begin, list, asOf);
    return Groups.of(sanctions, kept, list, groups, asOf, request);
  }

  private Selection selecting(
      SanctionParameters asked,
      Filter measure,
      BeginParameters begin,
      ListParameters list,
      AsOf asOf) {
    return list.selecting(
        false,
        begin.filter(),
        parties.filter("by", asked.by(), asOf, list),
        parties.filter("against", asked.against(), asOf, list),
        parties.filter("party", asked.party(), asOf, list),
        officials.filter("official", asked.official(), asOf),
        measure,
        choice("state", asked.state(), SanctionStatus.class));
  }

  @GetMapping("/api/sanctions/{id}")
  Answer<SanctionView> one(
      @PathVariable String id,
      @ParameterObject AccordingTo whose,
      @ParameterObject AsOfParameters asked) {
    return accounts.answer(
        sanctions, "sanction", new Subject(SanctionEvent.CONCEPT, id), resolver.asOf(asked), whose);
  }

  /**
   * By what sanctions may be looked for.
   *
   * @param by a party that imposes them, or threatens to
   * @param against a party that they are against
   * @param party either of the two
   * @param official a person whom they name
   */
  record SanctionParameters(
      @Nullable String by,
      @Nullable String against,
      @Nullable List<String> party,
      @Nullable List<String> official,
      @Parameter(schema = @Schema(implementation = SanctionStatus.class)) @Nullable String state) {}
}
