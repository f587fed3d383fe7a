package org.chancery.gift;

import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.time.EdtfDate;

/** What became of a gift. */
public sealed interface GiftEvent extends LedgerEvent {
  String CONCEPT = "gifts";

  GiftId gift();

  EdtfDate on();

  @Override
  default Subject subject() {
    return new Subject(CONCEPT, gift().value());
  }

  /** One party gave it to another. */
  record GiftGiven(GiftId gift, PartyId giver, PartyId receiver, String what, EdtfDate on)
      implements GiftEvent {

    @Override
    public GiftCommand command() {
      return new GiftCommand.GiveGift(gift, giver, receiver, what, on);
    }
  }

  /** It was given back. */
  record GiftReturned(GiftId gift, EdtfDate on, String reason) implements GiftEvent {

    @Override
    public GiftCommand command() {
      return new GiftCommand.ReturnGift(gift, on, reason);
    }
  }
}
