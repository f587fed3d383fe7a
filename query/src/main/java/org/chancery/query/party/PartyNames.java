package org.chancery.query.party;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.chancery.query.asof.AsOf;
import org.chancery.query.asof.Facet;
import org.chancery.query.asof.ReadModel;
import org.chancery.query.asof.ReadModels;
import org.chancery.query.asof.Selection;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.party.PartyEvent;
import org.chancery.shared.party.PartyId;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Finds a party by its id or one of its codes, in any case, by all that is known today. */
@Component
public final class PartyNames {
  private final ReadModel<PartyView> parties;
  private final ReadModels models;

  PartyNames(ReadModel<PartyView> parties, ReadModels models) {
    this.parties = parties;
    this.models = models;
  }

  /** The id of the party so named; the text in lower case where there is none, null for null. */
  public @Nullable String idOf(@Nullable String text) {
    return text == null ? null : idNamed(text);
  }

  /** The id of the party so named; the text in lower case where there is none. */
  public String idNamed(String text) {
    String id = text.toLowerCase(Locale.ROOT);
    AsOf now = new AsOf(EdtfSpan.BEGINNING, null, models.position());
    if (parties.at(PartyEvent.CONCEPT + "/" + id, now).isPresent()) {
      return id;
    }
    Selection byCode = new Selection(Set.of(new Facet("code", text)), null, null, true, 1, null);
    List<PartyView> found = parties.list(byCode, now).items();
    return found.isEmpty() ? id : found.getFirst().party().value();
  }

  /** The party so named, as far as it is registered by then; fails as UNKNOWN_PARTY where not. */
  public PartyId registered(String text, AsOf asOf) {
    String subject = PartyEvent.CONCEPT + "/" + idNamed(text);
    AsOf anyDay = new AsOf(EdtfSpan.BEGINNING, null, asOf.position());
    return parties
        .at(subject, anyDay)
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
