package org.chancery.query.party;

import java.util.List;
import org.chancery.readmodel.ReadModelSpec;
import org.chancery.shared.PartyId;
import org.chancery.shared.party.PartyEvent;
import org.chancery.shared.party.PartyKind;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/**
 * A party.
 *
 * @param codes the ISO codes by which it may be named
 * @param existed when it existed, or null where that is not known
 * @param extant whether it exists on the day asked about
 * @param succeeds whose successor it is
 * @param entries the positions that all this rests on
 */
public record PartyView(
    PartyId party,
    String name,
    PartyKind kind,
    List<String> codes,
    @Nullable EdtfSpan existed,
    Extant extant,
    List<PartyId> succeeds,
    List<Long> entries) {
  public static final ReadModelSpec<PartyEvent, PartyView> READ_MODEL =
      ReadModelSpec.of("party", PartyEvent.class, PartyView.class, PartyFold::versions)
          .filteredBy("code", PartyView::codes);

  /** Whether a party exists on a day. */
  public enum Extant {
    YES,
    NO,
    /** Its dates leave it open. */
    INDETERMINATE,
    /** Nobody says when it existed. */
    UNKNOWN
  }
}
