package org.chancery.shared.cooperation;

import java.util.List;
import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
import org.chancery.shared.cause.Caused;
import org.chancery.shared.cause.CitedCause;
import org.chancery.shared.entry.CreationCommand;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.precondition.Reference;
import org.chancery.shared.precondition.Require;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/** What can be asked of a cooperation. */
public sealed interface CooperationCommand extends LedgerCommand {

  CooperationId cooperation();

  @Override
  default Subject subject() {
    return new Subject(CooperationEvent.CONCEPT, cooperation().value());
  }

  /** The parties begin to work together in a field. */
  record EstablishCooperation(
      CooperationId cooperation, List<PartyId> parties, String field, EdtfDate on)
      implements CooperationCommand, CreationCommand {

    public EstablishCooperation {
      parties = Require.distinctParties(parties);
      field = Require.text("field", field);
    }

    @Override
    public List<Reference> references() {
      return Reference.extant(parties, EdtfSpan.of(on));
    }
  }

  /** The work is put on hold. */
  record SuspendCooperation(
      CooperationId cooperation,
      EdtfDate on,
      String reason,
      List<PartyId> by,
      @Nullable CitedCause because)
      implements CooperationCommand, Caused {

    public SuspendCooperation {
      by = Require.distinct("by", by);
      reason = Require.reason(reason);
    }

    /** By whom and over what is not on record. */
    public SuspendCooperation(CooperationId cooperation, EdtfDate on, String reason) {
      this(cooperation, on, reason, List.of(), null);
    }

    @Override
    public List<Reference> references() {
      return Reference.of(this, List.of());
    }
  }

  /** The work goes on after a suspension. */
  record ResumeCooperation(CooperationId cooperation, EdtfDate on, String reason)
      implements CooperationCommand {

    public ResumeCooperation {
      reason = Require.reason(reason);
    }

    @Override
    public List<Reference> references() {
      return List.of();
    }
  }

  /** The work is ended for good. */
  record TerminateCooperation(
      CooperationId cooperation,
      EdtfDate on,
      String reason,
      List<PartyId> by,
      @Nullable CitedCause because)
      implements CooperationCommand, Caused {

    public TerminateCooperation {
      by = Require.distinct("by", by);
      reason = Require.reason(reason);
    }

    /** By whom and over what is not on record. */
    public TerminateCooperation(CooperationId cooperation, EdtfDate on, String reason) {
      this(cooperation, on, reason, List.of(), null);
    }

    @Override
    public List<Reference> references() {
      return Reference.of(this, List.of());
    }
  }
}
