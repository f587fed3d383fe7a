package org.chancery.gift;

import java.util.List;
import org.chancery.query.OfSubject;
import org.chancery.readmodel.ReadModelSpec;
import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/**
 * A gift on a day.
 *
 * @param returned the date on which it was given back, or null where that is not on record
 * @param entries the positions that this rests on
 */
public record GiftView(
    GiftId gift,
    PartyId giver,
    PartyId receiver,
    String what,
    GiftStatus status,
    EdtfDate given,
    @Nullable EdtfDate returned,
    List<Long> entries)
    implements OfSubject {
  public static final ReadModelSpec<GiftEvent, GiftView> READ_MODEL =
      ReadModelSpec.of("gift", GiftEvent.class, GiftView.class, GiftFold::versions)
          .indexedBy("party");

  @Override
  public Subject subject() {
    return new Subject(GiftEvent.CONCEPT, gift.value());
  }

  /** What is known of where it is. */
  public enum GiftStatus {
    KEPT,
    RETURNED,
    INDETERMINATE
  }
}
