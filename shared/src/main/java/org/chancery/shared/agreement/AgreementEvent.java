package org.chancery.shared.agreement;

import java.util.List;
import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
import org.chancery.shared.cause.Caused;
import org.chancery.shared.cause.CitedCause;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/** What became of an agreement. */
public sealed interface AgreementEvent extends LedgerEvent {
  String CONCEPT = "agreements";

  @Override
  AgreementCommand command();

  AgreementId agreement();

  /** The day from which it counts. */
  EdtfDate on();

  @Override
  default Subject subject() {
    return new Subject(CONCEPT, agreement().value());
  }

  /** Those who negotiated it adopted the text; the agreement binds nobody yet. */
  record AgreementAdopted(
      AgreementId agreement,
      String title,
      AgreementKind kind,
      List<PartyId> parties,
      String field,
      EdtfDate on)
      implements AgreementEvent {

    @Override
    public AgreementCommand command() {
      return new AgreementCommand.AdoptAgreement(agreement, title, kind, parties, field, on);
    }
  }

  /** A party signed; its depositary would know. */
  record AgreementSigned(
      AgreementId agreement, PartyId party, @Nullable Representative by, EdtfDate on)
      implements AgreementEvent {

    @Override
    public AgreementCommand command() {
      return new AgreementCommand.SignAgreement(agreement, party, by, on);
    }
  }

  /** A party consented to be bound; the depositary of its instrument would know. */
  record ConsentToBeBoundExpressed(
      AgreementId agreement, PartyId party, ConsentMeans means, EdtfDate on)
      implements AgreementEvent {

    @Override
    public AgreementCommand command() {
      return new AgreementCommand.ConsentToBeBound(agreement, party, means, on);
    }
  }

  /** The agreement was applied before it entered into force. */
  record ProvisionalApplicationBegun(AgreementId agreement, EdtfDate on) implements AgreementEvent {

    @Override
    public AgreementCommand command() {
      return new AgreementCommand.ApplyProvisionally(agreement, on);
    }
  }

  /** The agreement entered into force. */
  record EnteredIntoForce(AgreementId agreement, EdtfDate on) implements AgreementEvent {

    @Override
    public AgreementCommand command() {
      return new AgreementCommand.BringIntoForce(agreement, on);
    }
  }

  /** A party made a reservation to some provisions. */
  record ReservationMade(AgreementId agreement, PartyId party, String text, EdtfDate on)
      implements AgreementEvent {

    @Override
    public AgreementCommand command() {
      return new AgreementCommand.MakeReservation(agreement, party, text, on);
    }
  }

  /** Its operation was suspended; the agreement remained. */
  record OperationSuspended(
      AgreementId agreement,
      EdtfDate on,
      String reason,
      List<PartyId> by,
      @Nullable CitedCause because)
      implements AgreementEvent, Caused {

    /** By whom and over what is not on record. */
    public OperationSuspended(AgreementId agreement, EdtfDate on, String reason) {
      this(agreement, on, reason, List.of(), null);
    }

    @Override
    public AgreementCommand command() {
      return new AgreementCommand.SuspendOperation(agreement, on, reason, by, because);
    }
  }

  /** Its operation was resumed after a suspension. */
  record OperationResumed(AgreementId agreement, EdtfDate on, String reason)
      implements AgreementEvent {

    @Override
    public AgreementCommand command() {
      return new AgreementCommand.ResumeOperation(agreement, on, reason);
    }
  }

  /** A party gave notice that it withdraws. It counts from the day on which it takes effect. */
  record WithdrawalNotified(
      AgreementId agreement,
      PartyId party,
      EdtfDate notified,
      EdtfDate effective,
      @Nullable String reason,
      @Nullable CitedCause because)
      implements AgreementEvent, Caused {

    /** Over what is not on record. */
    public WithdrawalNotified(
        AgreementId agreement,
        PartyId party,
        EdtfDate notified,
        EdtfDate effective,
        @Nullable String reason) {
      this(agreement, party, notified, effective, reason, null);
    }

    @Override
    public AgreementCommand command() {
      return new AgreementCommand.WithdrawFromAgreement(
          agreement, party, notified, effective, reason, because);
    }

    @Override
    public EdtfDate on() {
      return effective;
    }
  }

  /** The agreement ended for all its parties. */
  record AgreementTerminated(
      AgreementId agreement,
      EdtfDate on,
      String reason,
      List<PartyId> by,
      @Nullable CitedCause because)
      implements AgreementEvent, Caused {

    /** By whom and over what is not on record. */
    public AgreementTerminated(AgreementId agreement, EdtfDate on, String reason) {
      this(agreement, on, reason, List.of(), null);
    }

    @Override
    public AgreementCommand command() {
      return new AgreementCommand.TerminateAgreement(agreement, on, reason, by, because);
    }
  }
}
