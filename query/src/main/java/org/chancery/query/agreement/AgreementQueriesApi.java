package org.chancery.query.agreement;

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
import org.chancery.query.agreement.AgreementView.AgreementStatus;
import org.chancery.query.name.Vocabulary;
import org.chancery.query.party.PartyNames;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.ReadModel;
import org.chancery.shared.Subject;
import org.chancery.shared.agreement.AgreementEvent;
import org.chancery.shared.agreement.AgreementKind;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Agreements over REST. */
@RestController
class AgreementQueriesApi {
  private final ReadModel<AgreementView> agreements;
  private final PartyNames parties;
  private final Vocabulary vocabulary;
  private final Accounts accounts;
  private final AsOfResolver resolver;

  AgreementQueriesApi(
      ReadModel<AgreementView> agreements,
      PartyNames parties,
      Vocabulary vocabulary,
      Accounts accounts,
      AsOfResolver resolver) {
    this.agreements = agreements;
    this.parties = parties;
    this.vocabulary = vocabulary;
    this.accounts = accounts;
    this.resolver = resolver;
  }

  /** Agreements by the first day on which they may have been adopted, then id. */
  @GetMapping("/api/agreements")
  Page<AgreementView> list(
      @RequestParam(required = false) @Nullable List<String> party,
      @Parameter(schema = @Schema(implementation = AgreementKind.class))
          @RequestParam(required = false)
          @Nullable String kind,
      @RequestParam(required = false) @Nullable String field,
      @Parameter(schema = @Schema(implementation = AgreementStatus.class))
          @RequestParam(required = false)
          @Nullable String state,
      @ParameterObject ListParameters list,
      @ParameterObject AsOfParameters asked) {
    AsOf asOf = resolver.asOf(asked, list);
    return Page.of(
        agreements.list(
            list.selecting(
                false,
                parties.filter("party", party, asOf, list),
                choice("kind", kind, AgreementKind.class),
                vocabulary.filter("field", field, asOf),
                choice("state", state, AgreementStatus.class)),
            asOf));
  }

  @GetMapping("/api/agreements/{id}")
  Answer<AgreementView> one(
      @PathVariable String id,
      @ParameterObject AccordingTo whose,
      @ParameterObject AsOfParameters asked) {
    return accounts.answer(
        agreements,
        "agreement",
        new Subject(AgreementEvent.CONCEPT, id),
        resolver.asOf(asked),
        whose.accordingTo());
  }
}
