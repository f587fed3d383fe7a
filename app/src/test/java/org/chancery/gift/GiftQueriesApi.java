package org.chancery.gift;

import java.util.List;
import org.chancery.query.Answer;
import org.chancery.query.AsOfParameters;
import org.chancery.query.AsOfResolver;
import org.chancery.query.ListParameters;
import org.chancery.query.Page;
import org.chancery.query.account.AccordingTo;
import org.chancery.query.account.Accounts;
import org.chancery.query.party.PartyNames;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.ReadModel;
import org.chancery.shared.Subject;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gifts over REST. */
@RestController
class GiftQueriesApi {
  private final ReadModel<GiftView> gifts;
  private final PartyNames parties;
  private final Accounts accounts;
  private final AsOfResolver resolver;

  GiftQueriesApi(
      ReadModel<GiftView> gifts, PartyNames parties, Accounts accounts, AsOfResolver resolver) {
    this.gifts = gifts;
    this.parties = parties;
    this.accounts = accounts;
    this.resolver = resolver;
  }

  @GetMapping("/api/gifts")
  Page<GiftView> list(
      @RequestParam(required = false) @Nullable List<String> party,
      @ParameterObject ListParameters list,
      @ParameterObject AsOfParameters asked) {
    AsOf asOf = resolver.asOf(asked, list);
    return Page.of(gifts, list.selecting(false, parties.filter("party", party, asOf, list)), asOf);
  }

  @GetMapping("/api/gifts/{id}")
  Answer<GiftView> one(
      @PathVariable String id,
      @ParameterObject AccordingTo whose,
      @ParameterObject AsOfParameters asked) {
    return accounts.answer(
        gifts, "gift", new Subject(GiftEvent.CONCEPT, id), resolver.asOf(asked), whose);
  }
}
