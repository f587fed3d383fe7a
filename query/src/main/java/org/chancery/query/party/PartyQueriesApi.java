package org.chancery.query.party;

import static org.chancery.query.Filter.choice;
import static org.chancery.query.Filter.facet;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.chancery.query.Answer;
import org.chancery.query.AsOfParameters;
import org.chancery.query.Asking;
import org.chancery.query.ListParameters;
import org.chancery.query.Unknown;
import org.chancery.query.asof.AsOf;
import org.chancery.query.asof.Page;
import org.chancery.query.asof.ReadModel;
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
  private final Asking asking;

  PartyQueriesApi(ReadModel<PartyView> parties, PartyNames names, Asking asking) {
    this.parties = parties;
    this.names = names;
    this.asking = asking;
  }

  /** Parties by their ids. */
  @GetMapping("/api/parties")
  Page<PartyView> list(
      @Parameter(schema = @Schema(implementation = PartyKind.class)) @RequestParam(required = false)
          @Nullable String kind,
      @RequestParam(required = false) @Nullable String code,
      @ParameterObject ListParameters list,
      @ParameterObject AsOfParameters asked) {
    AsOf asOf = asking.asOf(asked, list);
    return parties.list(
        list.selecting(false, choice("kind", kind, PartyKind.class), facet("code", code)), asOf);
  }

  @GetMapping("/api/parties/{id}")
  Answer<PartyView> one(@PathVariable String id, @ParameterObject AsOfParameters asked) {
    AsOf asOf = asking.asOf(asked);
    return new Answer<>(
        parties
            .at(PartyEvent.CONCEPT + "/" + names.idNamed(id, asOf), asOf)
            .orElseThrow(() -> Unknown.subject("party", id, asOf)),
        asOf);
  }
}
