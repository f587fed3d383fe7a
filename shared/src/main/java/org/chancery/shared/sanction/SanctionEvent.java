package org.chancery.shared.sanction;

import java.util.List;
import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
import org.chancery.shared.cause.Caused;
import org.chancery.shared.cause.CitedCause;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/** What became of sanctions. */
public sealed interface SanctionEvent extends LedgerEvent {
  String CONCEPT = "sanctions";

  @Override
  SanctionCommand command();

  SanctionId sanction();

  EdtfDate on();

  String reason();

  @Override
  default Subject subject() {
    return new Subject(CONCEPT, sanction().value());
  }

  /** Somebody who may impose them threatened sanctions. */
  record SanctionsThreatened(
      SanctionId sanction,
      List<PartyId> by,
      List<PartyId> against,
      List<DesignatedPerson> persons,
      List<Measure> measures,
      EdtfDate on,
      String reason)
      implements SanctionEvent {

    @Override
    public SanctionCommand command() {
      return new SanctionCommand.ThreatenSanctions(
          sanction, by, against, persons, measures, on, reason);
    }
  }

  /** Sanctions were imposed; who imposed them would know. */
  record SanctionsImposed(
      SanctionId sanction,
      List<PartyId> by,
      List<PartyId> against,
      List<DesignatedPerson> persons,
      List<Measure> measures,
      @Nullable String legalBasis,
      EdtfDate on,
      String reason)
      implements SanctionEvent {

    @Override
    public SanctionCommand command() {
      return new SanctionCommand.ImposeSanctions(
          sanction, by, against, persons, measures, legalBasis, on, reason);
    }
  }

  /** The measures were changed. */
  record SanctionsAmended(SanctionId sanction, List<Measure> measures, EdtfDate on, String reason)
      implements SanctionEvent {

    @Override
    public SanctionCommand command() {
      return new SanctionCommand.AmendSanctions(sanction, measures, on, reason);
    }
  }

  /** The measures were relaxed. */
  record SanctionsEased(SanctionId sanction, List<Measure> measures, EdtfDate on, String reason)
      implements SanctionEvent {

    @Override
    public SanctionCommand command() {
      return new SanctionCommand.EaseSanctions(sanction, measures, on, reason);
    }
  }

  /** The sanctions ceased to be applied for a time. */
  record SanctionsSuspended(
      SanctionId sanction, EdtfDate on, String reason, @Nullable CitedCause because)
      implements SanctionEvent, Caused {

    /** Over what is not on record. */
    public SanctionsSuspended(SanctionId sanction, EdtfDate on, String reason) {
      this(sanction, on, reason, null);
    }

    @Override
    public SanctionCommand command() {
      return new SanctionCommand.SuspendSanctions(sanction, on, reason, because);
    }
  }

  /** The sanctions were applied again. */
  record SanctionsReinstated(
      SanctionId sanction, List<Measure> measures, EdtfDate on, String reason)
      implements SanctionEvent {

    @Override
    public SanctionCommand command() {
      return new SanctionCommand.ReinstateSanctions(sanction, measures, on, reason);
    }
  }

  /** The sanctions ended, or the threat of them was taken back. */
  record SanctionsLifted(
      SanctionId sanction, EdtfDate on, String reason, @Nullable CitedCause because)
      implements SanctionEvent, Caused {

    /** Over what is not on record. */
    public SanctionsLifted(SanctionId sanction, EdtfDate on, String reason) {
      this(sanction, on, reason, null);
    }

    @Override
    public SanctionCommand command() {
      return new SanctionCommand.LiftSanctions(sanction, on, reason, because);
    }
  }
}
