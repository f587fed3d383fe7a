package org.chancery.gift;

import java.util.List;
import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
import org.chancery.shared.entry.CreationCommand;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.precondition.Reference;
import org.chancery.shared.precondition.Require;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;

/** What can be asked of a gift. */
public sealed interface GiftCommand extends LedgerCommand {

  GiftId gift();

  @Override
  default Subject subject() {
    return new Subject(GiftEvent.CONCEPT, gift().value());
  }

  /** One party gives it to another. */
  record GiveGift(GiftId gift, PartyId giver, PartyId receiver, String what, EdtfDate on)
      implements GiftCommand, CreationCommand {

    public GiveGift {
      what = Require.text("what", what);
    }

    @Override
    public List<Reference> references() {
      return Reference.extant(List.of(giver, receiver), EdtfSpan.of(on));
    }
  }

  /** It is given back. */
  record ReturnGift(GiftId gift, EdtfDate on, String reason) implements GiftCommand {

    public ReturnGift {
      reason = Require.reason(reason);
    }

    @Override
    public List<Reference> references() {
      return List.of();
    }
  }
}
