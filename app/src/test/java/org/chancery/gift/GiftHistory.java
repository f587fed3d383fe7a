package org.chancery.gift;

import java.util.List;
import org.chancery.command.decision.Decider;
import org.chancery.gift.GiftCommand.GiveGift;
import org.chancery.gift.GiftCommand.ReturnGift;
import org.chancery.gift.GiftEvent.GiftGiven;
import org.chancery.gift.GiftEvent.GiftReturned;
import org.chancery.shared.Refusal;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/** What is known of a gift. */
record GiftHistory(@Nullable EdtfDate given, @Nullable Long returned)
    implements Decider<GiftCommand, GiftEvent, GiftHistory> {
  static final GiftHistory NONE = new GiftHistory(null, null);

  @Override
  public List<GiftEvent> decide(GiftCommand command) {
    return switch (command) {
      case GiveGift(var gift, var giver, var receiver, var what, var on) -> {
        if (given != null) {
          throw Refusal.alreadyExists(command.subject());
        }
        yield List.of(new GiftGiven(gift, giver, receiver, what, on));
      }
      case ReturnGift(var gift, var on, var reason) -> {
        requireKept(command);
        yield List.of(new GiftReturned(gift, on, reason));
      }
    };
  }

  private void requireKept(GiftCommand command) {
    if (given == null) {
      throw Refusal.unknown(command.subject());
    }
    if (returned != null) {
      throw new Refusal(
          RefusalCode.NOTHING_CHANGED, "it was given back already", List.of(returned));
    }
  }

  @Override
  public GiftHistory evolve(GiftEvent event, long version) {
    return switch (event) {
      case GiftGiven gift -> new GiftHistory(gift.on(), returned);
      case GiftReturned _ -> new GiftHistory(given, version);
    };
  }
}
