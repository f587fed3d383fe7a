package org.chancery.query.party;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.chancery.query.asof.AsOf;
import org.chancery.query.asof.Facet;
import org.chancery.query.asof.ReadModel;
import org.chancery.query.asof.Selection;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.party.PartyEvent;
import org.chancery.shared.party.PartyId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Finds a party by its id or one of its codes, in any case, by what is known at the point asked
 * for.
 */
@Component
public final class PartyNames {
  private final ReadModel<PartyView> parties;

  PartyNames(ReadModel<PartyView> parties) {
    this.parties = parties;
  }

  /** The id of the party so named; the text in lower case where there is none, null for null. */
  public @Nullable String idOf(@Nullable String text, AsOf asOf) {
    return text == null ? null : idNamed(text, asOf);
  }

  /** The id of the party so named; the text in lower case where there is none. */
  public String idNamed(String text, AsOf asOf) {
    return known(text, asOf)
        .map(party -> party.party().value())
        .orElseGet(() -> text.toLowerCase(Locale.ROOT));
  }

  private Optional<PartyView> known(String text, AsOf asOf) {
    AsOf anyDay = AsOf.anyDay(asOf.position());
    Optional<PartyView> byId =
        parties.at(PartyEvent.CONCEPT + "/" + text.toLowerCase(Locale.ROOT), anyDay);
    return byId.isPresent() ? byId : byCode(text, anyDay);
  }

  private Optional<PartyView> byCode(String text, AsOf anyDay) {
    Selection byCode = new Selection(Set.of(new Facet("code", text)), null, null, true, 1, null);
    return parties.list(byCode, anyDay).items().stream().findFirst();
  }

  /** The party so named, as far as it is registered by then; fails as UNKNOWN_PARTY where not. */
  public PartyId registered(String text, AsOf asOf) {
    return known(text, asOf)
        .map(PartyView::party)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(
                        HttpStatus.NOT_FOUND.value(),
                        RefusalCode.UNKNOWN_PARTY.name(),
                        "this ledger holds no party '%s'".formatted(text))));
  }
}
