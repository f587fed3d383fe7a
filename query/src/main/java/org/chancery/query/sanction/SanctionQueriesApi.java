package org.chancery.query.sanction;

import static org.chancery.query.Filter.choice;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.chancery.query.Answer;
import org.chancery.query.AsOfParameters;
import org.chancery.query.AsOfResolver;
import org.chancery.query.ListParameters;
import org.chancery.query.Page;
import org.chancery.query.account.AccordingTo;
import org.chancery.query.account.Accounts;
import org.chancery.query.official.OfficialNames;
import org.chancery.query.party.PartyNames;
import org.chancery.query.sanction.SanctionView.SanctionStatus;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.ReadModel;
import org.chancery.shared.Subject;
import org.chancery.shared.sanction.Measure;
import org.chancery.shared.sanction.SanctionEvent;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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
  @GetMapping("/api/sanctions")
  Page<SanctionView> list(
      @ParameterObject SanctionParameters sanction,
      @ParameterObject ListParameters list,
      @ParameterObject AsOfParameters asked) {
    AsOf asOf = resolver.asOf(asked, list);
    return Page.of(
        sanctions.list(
            list.selecting(
                false,
                parties.filter("by", sanction.by(), asOf, list),
                parties.filter("against", sanction.against(), asOf, list),
                parties.filter("party", sanction.party(), asOf, list),
                officials.filter("official", sanction.official(), asOf),
                choice("measure", sanction.measure(), Measure.class),
                choice("state", sanction.state(), SanctionStatus.class)),
            asOf));
  }

  @GetMapping("/api/sanctions/{id}")
  Answer<SanctionView> one(
      @PathVariable String id,
      @ParameterObject AccordingTo whose,
      @ParameterObject AsOfParameters asked) {
    return accounts.answer(
        sanctions,
        "sanction",
        new Subject(SanctionEvent.CONCEPT, id),
        resolver.asOf(asked),
        whose.accordingTo());
  }

  /**
   * By what sanctions may be looked for.
   *
   * @param by a party that imposes them, or threatens to
   * @param against a party that they are against
   * @param party either of the two
   * @param official a person whom they name
   * @param measure one that they consist of, or may
   */
  record SanctionParameters(
      @Nullable String by,
      @Nullable String against,
      @Nullable List<String> party,
      @Nullable List<String> official,
      @Parameter(schema = @Schema(implementation = Measure.class)) @Nullable String measure,
      @Parameter(schema = @Schema(implementation = SanctionStatus.class)) @Nullable String state) {}
}
