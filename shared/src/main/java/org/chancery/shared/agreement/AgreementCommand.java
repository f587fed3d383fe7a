package org.chancery.shared.agreement;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.PartyId;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.Subject;
import org.chancery.shared.cause.Caused;
import org.chancery.shared.cause.CitedCause;
import org.chancery.shared.entry.CreationCommand;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.precondition.Reference;
import org.chancery.shared.precondition.Reference.Begun;
import org.chancery.shared.precondition.Reference.Extant;
import org.chancery.shared.precondition.Reference.KnownOfficial;
import org.chancery.shared.precondition.Require;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/** What can be asked of an agreement. */
public sealed interface AgreementCommand extends LedgerCommand {

  AgreementId agreement();

  @Override
  default Subject subject() {
    return new Subject(AgreementEvent.CONCEPT, agreement().value());
  }

  /** What takes effect may be agreed on for a day to come; what somebody did has been done. */
  private static List<Reference> begun(List<Reference> others, EdtfDate done) {
    return Stream.concat(others.stream(), Stream.of(new Begun(EdtfSpan.of(done)))).toList();
  }

  /** The text is adopted, or was agreed upon, between those who negotiated it. */
  record AdoptAgreement(
      AgreementId agreement,
      String title,
      AgreementKind kind,
      List<PartyId> parties,
      String field,
      EdtfDate on)
      implements AgreementCommand, CreationCommand {

    public AdoptAgreement {
      title = Require.text("title", title);
      parties = Require.distinctParties(parties);
      field = Require.text("field", field);
    }

    @Override
    public List<Reference> references() {
      return begun(Reference.extant(parties, EdtfSpan.of(on)), on);
    }
  }

  /**
   * A party signs.
   *
   * @param by who signs for it; null where no source says so
   */
  record SignAgreement(
      AgreementId agreement, PartyId party, @Nullable Representative by, EdtfDate on)
      implements AgreementCommand {

    @Override
    public List<Reference> references() {
      return by == null || by.official() == null
          ? begun(Reference.extant(List.of(party), EdtfSpan.of(on)), on)
          : begun(
              List.of(new Extant(party, EdtfSpan.of(on)), new KnownOfficial(by.official())), on);
    }
  }

  /** A party expresses its consent to be bound, whether or not it signed before. */
  record ConsentToBeBound(AgreementId agreement, PartyId party, ConsentMeans means, EdtfDate on)
      implements AgreementCommand {

    @Override
    public List<Reference> references() {
      return begun(Reference.extant(List.of(party), EdtfSpan.of(on)), on);
    }
  }

  /** The agreement is applied before it enters into force. */
  record ApplyProvisionally(AgreementId agreement, EdtfDate on) implements AgreementCommand {

    @Override
    public List<Reference> references() {
      return List.of();
    }
  }

  /** The agreement enters into force. */
  record BringIntoForce(AgreementId agreement, EdtfDate on) implements AgreementCommand {

    @Override
    public List<Reference> references() {
      return List.of();
    }
  }

  /** A party excludes or modifies what some provisions mean for it. */
  record MakeReservation(AgreementId agreement, PartyId party, String text, EdtfDate on)
      implements AgreementCommand {

    public MakeReservation {
      text = Require.text("text", text);
    }

    @Override
    public List<Reference> references() {
      return begun(Reference.extant(List.of(party), EdtfSpan.of(on)), on);
    }
  }

  /** The operation of the agreement is suspended. */
  record SuspendOperation(
      AgreementId agreement,
      EdtfDate on,
      String reason,
      List<PartyId> by,
      @Nullable CitedCause because)
      implements AgreementCommand, Caused {

    public SuspendOperation {
      by = Require.distinct("by", by);
      reason = Require.reason(reason);
    }

    /** By whom and over what is not on record. */
    public SuspendOperation(AgreementId agreement, EdtfDate on, String reason) {
      this(agreement, on, reason, List.of(), null);
    }

    @Override
    public List<Reference> references() {
      return Reference.of(this, List.of());
    }
  }

  /** The suspension of its operation ends. */
  record ResumeOperation(AgreementId agreement, EdtfDate on, String reason)
      implements AgreementCommand {

    public ResumeOperation {
      reason = Require.reason(reason);
    }

    @Override
    public List<Reference> references() {
      return List.of();
    }
  }

  /**
   * A party withdraws, or a signatory makes clear that it will not be bound.
   *
   * @param notified when it gives notice of that
   * @param effective when it takes effect; until then the party is what it was
   */
  record WithdrawFromAgreement(
      AgreementId agreement,
      PartyId party,
      EdtfDate notified,
      EdtfDate effective,
      @Nullable String reason,
      @Nullable CitedCause because)
      implements AgreementCommand, Caused {

    public WithdrawFromAgreement {
      reason = Require.optionalText("reason", reason);
      if (effective.latest().isBefore(notified.earliest())) {
        throw new InvalidValue(
            RefusalCode.VALID_TIME_REVERSED,
            "effective",
            "%s comes before the notice of %s".formatted(effective, notified));
      }
    }

    /** Over what is not on record. */
    public WithdrawFromAgreement(
        AgreementId agreement,
        PartyId party,
        EdtfDate notified,
        EdtfDate effective,
        @Nullable String reason) {
      this(agreement, party, notified, effective, reason, null);
    }

    @Override
    public List<Reference> references() {
      List<Reference> gives =
          begun(Reference.arisen(List.of(party), EdtfSpan.of(notified)), notified);
      return Reference.of(this, gives);
    }

    @Override
    public EdtfDate on() {
      return effective;
    }
  }

  /** The agreement ends for all its parties. */
  record TerminateAgreement(
      AgreementId agreement,
      EdtfDate on,
      String reason,
      List<PartyId> by,
      @Nullable CitedCause because)
      implements AgreementCommand, Caused {

    public TerminateAgreement {
      by = Require.distinct("by", by);
      reason = Require.reason(reason);
    }

    /** By whom and over what is not on record. */
    public TerminateAgreement(AgreementId agreement, EdtfDate on, String reason) {
      this(agreement, on, reason, List.of(), null);
    }

    @Override
    public List<Reference> references() {
      return Reference.of(this, List.of());
    }
  }
}
