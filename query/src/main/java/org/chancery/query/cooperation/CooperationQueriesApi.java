package org.chancery.query.cooperation;

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
import org.chancery.query.cooperation.CooperationView.CooperationStatus;
import org.chancery.query.name.Vocabulary;
import org.chancery.query.party.PartyNames;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.ReadModel;
import org.chancery.shared.Subject;
import org.chancery.shared.cooperation.CooperationEvent;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cooperations over REST. */
@RestController
class CooperationQueriesApi {
  private final ReadModel<CooperationView> cooperations;
  private final PartyNames parties;
  private final Vocabulary vocabulary;
  private final Accounts accounts;
  private final AsOfResolver resolver;

  CooperationQueriesApi(
      ReadModel<CooperationView> cooperations,
      PartyNames parties,
      Vocabulary vocabulary,
      Accounts accounts,
      AsOfResolver resolver) {
    this.cooperations = cooperations;
    this.parties = parties;
    this.vocabulary = vocabulary;
    this.accounts = accounts;
    this.resolver = resolver;
  }

  /** Cooperations by the first day on which they may have been established, then id. */
  @GetMapping("/api/cooperations")
  Page<CooperationView> list(
      @RequestParam(required = false) @Nullable List<String> party,
      @RequestParam(required = false) @Nullable String field,
      @Parameter(schema = @Schema(implementation = CooperationStatus.class))
          @RequestParam(required = false)
          @Nullable String state,
      @ParameterObject ListParameters list,
      @ParameterObject AsOfParameters asked) {
    AsOf asOf = resolver.asOf(asked, list);
    return Page.of(
        cooperations,
        list.selecting(
            false,
            parties.filter("party", party, asOf, list),
            vocabulary.filter("field", field, asOf),
            choice("state", state, CooperationStatus.class)),
        asOf);
  }

  @GetMapping("/api/cooperations/{id}")
  Answer<CooperationView> one(
      @PathVariable String id,
      @ParameterObject AccordingTo whose,
      @ParameterObject AsOfParameters asked) {
    return accounts.answer(
        cooperations,
        "cooperation",
        new Subject(CooperationEvent.CONCEPT, id),
        resolver.asOf(asked),
        whose);
  }
}
