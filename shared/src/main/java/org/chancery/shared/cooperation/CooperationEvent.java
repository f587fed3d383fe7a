package org.chancery.shared.cooperation;

import java.util.List;
import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
import org.chancery.shared.cause.Caused;
import org.chancery.shared.cause.CitedCause;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/** What became of a cooperation. */
public sealed interface CooperationEvent extends LedgerEvent {
  String CONCEPT = "cooperations";

  @Override
  CooperationCommand command();

  CooperationId cooperation();

  EdtfDate on();

  @Override
  default Subject subject() {
    return new Subject(CONCEPT, cooperation().value());
  }

  /** The parties began to work together. */
  record CooperationEstablished(
      CooperationId cooperation, List<PartyId> parties, String field, EdtfDate on)
      implements CooperationEvent {

    @Override
    public CooperationCommand command() {
      return new CooperationCommand.EstablishCooperation(cooperation, parties, field, on);
    }
  }

  /** A party put it on hold. */
  record CooperationSuspended(
      CooperationId cooperation,
      EdtfDate on,
      String reason,
      List<PartyId> by,
      @Nullable CitedCause because)
      implements CooperationEvent, Caused {

    /** By whom and over what is not on record. */
    public CooperationSuspended(CooperationId cooperation, EdtfDate on, String reason) {
      this(cooperation, on, reason, List.of(), null);
    }

    @Override
    public CooperationCommand command() {
      return new CooperationCommand.SuspendCooperation(cooperation, on, reason, by, because);
    }
  }

  /** The parties took it up again. */
  record CooperationResumed(CooperationId cooperation, EdtfDate on, String reason)
      implements CooperationEvent {

    @Override
    public CooperationCommand command() {
      return new CooperationCommand.ResumeCooperation(cooperation, on, reason);
    }
  }

  /** A party ended it. */
  record CooperationTerminated(
      CooperationId cooperation,
      EdtfDate on,
      String reason,
      List<PartyId> by,
      @Nullable CitedCause because)
      implements CooperationEvent, Caused {

    /** By whom and over what is not on record. */
    public CooperationTerminated(CooperationId cooperation, EdtfDate on, String reason) {
      this(cooperation, on, reason, List.of(), null);
    }

    @Override
    public CooperationCommand command() {
      return new CooperationCommand.TerminateCooperation(cooperation, on, reason, by, because);
    }
  }
}
