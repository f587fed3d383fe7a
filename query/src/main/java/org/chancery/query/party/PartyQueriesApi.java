package org.chancery.query.party;

import static org.chancery.query.Filter.choice;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.chancery.query.Answer;
import org.chancery.query.AsOfParameters;
import org.chancery.query.AsOfResolver;
import org.chancery.query.ListParameters;
import org.chancery.query.Page;
import org.chancery.query.Unknown;
import org.chancery.query.account.AccordingTo;
import org.chancery.query.account.Accounts;
import org.chancery.query.account.Following;
import org.chancery.query.name.Vocabulary;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.ReadModel;
import org.chancery.shared.Subject;
import org.chancery.shared.party.PartyEvent;
import org.chancery.shared.party.PartyKind;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Parties over REST. */
@RestController
class PartyQueriesApi {
  private final ReadModel<PartyView> parties;
  private final PartyNames names;
  private final Vocabulary vocabulary;
  private final Successors successors;
  private final Accounts accounts;
  private final AsOfResolver resolver;

  PartyQueriesApi(
      ReadModel<PartyView> parties,
      PartyNames names,
      Vocabulary vocabulary,
      Successors successors,
      Accounts accounts,
      AsOfResolver resolver) {
    this.parties = parties;
    this.names = names;
    this.vocabulary = vocabulary;
    this.successors = successors;
    this.accounts = accounts;
    this.resolver = resolver;
  }

  /**
   * Parties by their ids; {@code name} keeps those of whose names some words begin so, {@code
   * succeeds} the successors of that party.
   */
  @GetMapping("/api/parties")
  Page<PartyAnswer> list(
      @Parameter(schema = @Schema(implementation = PartyKind.class)) @RequestParam(required = false)
          @Nullable String kind,
      @Parameter(description = "Words of a name, each perhaps only begun")
          @RequestParam(required = false)
          @Nullable String name,
      @RequestParam(required = false) @Nullable String code,
      @RequestParam(required = false) @Nullable String succeeds,
      @ParameterObject ListParameters list,
      @ParameterObject AsOfParameters asked) {
    AsOf asOf = resolver.asOf(asked, list);
    Page<PartyView> page =
        Page.of(
            parties,
            list.selecting(
                false,
                choice("kind", kind, PartyKind.class),
                vocabulary.filter("code", code, asOf),
                names.named(name, asOf),
                names.filter("succeeds", succeeds, asOf, list)),
            asOf);
    return page.with(successors.with(page.items(), page.asOf()));
  }

  @GetMapping("/api/parties/{id}")
  Answer<PartyAnswer> one(
      @PathVariable String id,
      @ParameterObject AccordingTo whose,
      @ParameterObject AsOfParameters asked) {
    AsOf asOf = resolver.asOf(asked);
    Following by = accounts.by(whose, asOf);
    return by.answer(
        by.at(parties, new Subject(PartyEvent.CONCEPT, names.idNamed(id, asOf)))
            .map(party -> successors.with(party, asOf))
            .orElseThrow(() -> Unknown.subject("party", id, asOf, names.near(id, asOf))));
  }
}
