package org.chancery.query.agreement;

import static org.chancery.query.Filter.choice;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.chancery.query.Answer;
import org.chancery.query.AsOfParameters;
import org.chancery.query.AsOfResolver;
import org.chancery.query.BeginParameters;
import org.chancery.query.GroupParameters;
import org.chancery.query.Groups;
import org.chancery.query.ListParameters;
import org.chancery.query.OrderParameters;
import org.chancery.query.Page;
import org.chancery.query.account.AccordingTo;
import org.chancery.query.account.Accounts;
import org.chancery.query.agreement.AgreementView.AgreementStatus;
import org.chancery.query.name.Vocabulary;
import org.chancery.query.party.PartyNames;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.Selection;
import org.chancery.shared.Subject;
import org.chancery.shared.agreement.AgreementEvent;
import org.chancery.shared.agreement.AgreementKind;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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
  @GetMapping(path = "/api/agreements", params = "!groupBy")
  Page<AgreementView> list(
      @ParameterObject AgreementParameters agreement,
      @ParameterObject BeginParameters begin,
      @ParameterObject OrderParameters order,
      @ParameterObject ListParameters list,
      @ParameterObject AsOfParameters asked) {
    AsOf asOf = resolver.asOf(asked, list);
    return Page.of(agreements, order.of(selecting(agreement, begin, list, asOf)), asOf);
  }

  /** Agreements, counted by one or two of party, kind, field, state, year and month. */
  @GetMapping(path = "/api/agreements", params = "groupBy")
  Groups list(
      @ParameterObject AgreementParameters agreement,
      @ParameterObject BeginParameters begin,
      @ParameterObject GroupParameters groups,
      @ParameterObject ListParameters list,
      @ParameterObject AsOfParameters asked,
      HttpServletRequest request) {
    AsOf asOf = resolver.asOf(asked, list);
    Selection kept = selecting(agreement, begin, list, asOf);
    return Groups.of(agreements, kept, list, groups, asOf, request);
  }

  private Selection selecting(
      AgreementParameters asked, BeginParameters begin, ListParameters list, AsOf asOf) {
    return list.selecting(
        false,
        begin.filter(),
        parties.filter("party", asked.party(), asOf, list),
        choice("kind", asked.kind(), AgreementKind.class),
        vocabulary.filter("field", asked.field(), asOf),
        choice("state", asked.state(), AgreementStatus.class));
  }

  /** By what agreements may be looked for. */
  record AgreementParameters(
      @Nullable List<String> party,
      @Parameter(schema = @Schema(implementation = AgreementKind.class)) @Nullable String kind,
      @Nullable String field,
      @Parameter(schema = @Schema(implementation = AgreementStatus.class))
          @Nullable String state) {}

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
        whose);
  }
}
