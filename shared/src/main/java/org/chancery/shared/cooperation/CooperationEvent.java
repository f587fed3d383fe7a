package org.chancery.shared.cooperation;

import java.util.List;
import org.chancery.shared.LedgerEvent;
import org.chancery.shared.Subject;
import org.chancery.shared.party.PartyId;
import org.chancery.shared.time.EdtfDate;

/** What became of a cooperation. */
public sealed interface CooperationEvent extends LedgerEvent {
  String CONCEPT = "cooperations";

  CooperationId cooperation();

  EdtfDate on();

  @Override
  default Subject subject() {
    return new Subject(CONCEPT, cooperation().value());
  }

  /** The parties began to work together. */
  record CooperationEstablished(
      CooperationId cooperation, List<PartyId> parties, String field, EdtfDate on)
      implements CooperationEvent {}

  /** A party put it on hold. */
  record CooperationSuspended(CooperationId cooperation, EdtfDate on, String reason)
      implements CooperationEvent {}

  /** The parties took it up again. */
  record CooperationResumed(CooperationId cooperation, EdtfDate on, String reason)
      implements CooperationEvent {}

  /** A party ended it. */
  record CooperationTerminated(CooperationId cooperation, EdtfDate on, String reason)
      implements CooperationEvent {}
}
