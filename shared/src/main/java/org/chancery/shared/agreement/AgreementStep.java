package org.chancery.shared.agreement;

import java.util.List;
import org.chancery.shared.PartyId;
import org.chancery.shared.agreement.AgreementEvent.AgreementAdopted;
import org.chancery.shared.agreement.AgreementEvent.AgreementSigned;
import org.chancery.shared.agreement.AgreementEvent.AgreementTerminated;
import org.chancery.shared.agreement.AgreementEvent.ConsentToBeBoundExpressed;
import org.chancery.shared.agreement.AgreementEvent.EnteredIntoForce;
import org.chancery.shared.agreement.AgreementEvent.OperationResumed;
import org.chancery.shared.agreement.AgreementEvent.OperationSuspended;
import org.chancery.shared.agreement.AgreementEvent.ProvisionalApplicationBegun;
import org.chancery.shared.agreement.AgreementEvent.ReservationMade;
import org.chancery.shared.agreement.AgreementEvent.WithdrawalNotified;

/**
 * A change in an agreement, or in what a party has done about it.
 *
 * @param parties who does it; those that negotiated, where it is adopted; else nobody
 */
public record AgreementStep(Change change, List<PartyId> parties) {

  /** What changes. */
  public enum Change {
    ADOPTED("adoption"),
    APPLIED_PROVISIONALLY("provisional application"),
    ENTERED_INTO_FORCE("entry into force"),
    SUSPENDED("suspension of operation"),
    RESUMED("resumption of operation"),
    TERMINATED("termination"),
    SIGNED("signature by %s"),
    CONSENTED("consent to be bound of %s"),
    RESERVED("reservation by %s"),
    WITHDRAWN("withdrawal of %s");

    private final String words;

    Change(String words) {
      this.words = words;
    }

    private boolean isOfOneParty() {
      return compareTo(SIGNED) >= 0;
    }
  }

  /** What an event changes. */
  public static AgreementStep of(AgreementEvent event) {
    return switch (event) {
      case AgreementAdopted adopted -> new AgreementStep(Change.ADOPTED, adopted.parties());
      case AgreementSigned signed -> by(signed.party(), Change.SIGNED);
      case ConsentToBeBoundExpressed consent -> by(consent.party(), Change.CONSENTED);
      case ReservationMade reservation -> by(reservation.party(), Change.RESERVED);
      case WithdrawalNotified withdrawal -> by(withdrawal.party(), Change.WITHDRAWN);
      case ProvisionalApplicationBegun _ -> of(Change.APPLIED_PROVISIONALLY);
      case EnteredIntoForce _ -> of(Change.ENTERED_INTO_FORCE);
      case OperationSuspended _ -> of(Change.SUSPENDED);
      case OperationResumed _ -> of(Change.RESUMED);
      case AgreementTerminated _ -> of(Change.TERMINATED);
    };
  }

  private static AgreementStep by(PartyId party, Change change) {
    return new AgreementStep(change, List.of(party));
  }

  private static AgreementStep of(Change change) {
    return new AgreementStep(change, List.of());
  }

  /** True where it changes the agreement itself. */
  boolean isOfAgreement() {
    return !change.isOfOneParty();
  }

  /** True where it changes what the party has done, or what it may do. */
  boolean concerns(PartyId party) {
    return change == Change.ADOPTED || change == Change.TERMINATED || isBy(party);
  }

  private boolean isBy(PartyId party) {
    return change.isOfOneParty() && parties.contains(party);
  }

  @Override
  public String toString() {
    return change.isOfOneParty() ? change.words.formatted(parties.getFirst()) : change.words;
  }
}
