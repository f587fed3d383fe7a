package org.chancery.shared.agreement;

import org.chancery.shared.PartyId;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.time.Lifecycle;
import org.jspecify.annotations.Nullable;

/**
 * What may become of an agreement (Vienna Convention 1969). It is adopted once (art. 9), enters
 * into force once (art. 24), perhaps after it was applied provisionally (art. 25); its operation is
 * suspended and resumed (arts. 57 and 72); it ends for good (art. 54). In between, parties sign,
 * consent to be bound, make reservations once they did one of the two (art. 19) and withdraw.
 */
public final class AgreementLifecycle implements Lifecycle<AgreementStandings, AgreementStep> {

  @Override
  public AgreementStandings initial() {
    return AgreementStandings.NONE;
  }

  @Override
  public @Nullable RefusalCode objection(AgreementStandings state, AgreementStep step) {
    return switch (step.change()) {
      case ADOPTED -> state.agreement() == AgreementState.NONE ? null : RefusalCode.ALREADY_EXISTS;
      case APPLIED_PROVISIONALLY ->
          state.agreement() == AgreementState.PROVISIONALLY_APPLIED
              ? RefusalCode.ALREADY_IN_FORCE
              : notEnterable(state);
      case ENTERED_INTO_FORCE -> notEnterable(state);
      case SUSPENDED ->
          state.agreement() == AgreementState.IN_FORCE ? null : RefusalCode.AGREEMENT_NOT_IN_FORCE;
      case RESUMED ->
          state.agreement() == AgreementState.SUSPENDED ? null : RefusalCode.NOT_SUSPENDED;
      case TERMINATED -> notOpen(state);
      case SIGNED, CONSENTED, RESERVED, WITHDRAWN -> {
        RefusalCode closed = notOpen(state);
        yield closed == null ? objection(state.of(step.parties().getFirst()), step) : closed;
      }
    };
  }

  private static @Nullable RefusalCode notOpen(AgreementStandings state) {
    return switch (state.agreement()) {
      case NONE -> RefusalCode.AGREEMENT_NOT_ADOPTED;
      case TERMINATED -> RefusalCode.AGREEMENT_TERMINATED;
      case ADOPTED, PROVISIONALLY_APPLIED, IN_FORCE, SUSPENDED -> null;
    };
  }

  private static @Nullable RefusalCode notEnterable(AgreementStandings state) {
    return switch (state.agreement()) {
      case ADOPTED, PROVISIONALLY_APPLIED -> null;
      case IN_FORCE, SUSPENDED -> RefusalCode.ALREADY_IN_FORCE;
      case NONE, TERMINATED -> notOpen(state);
    };
  }

  private static @Nullable RefusalCode objection(PartyStanding standing, AgreementStep step) {
    boolean joined = standing == PartyStanding.SIGNATORY || standing == PartyStanding.BOUND;
    return switch (step.change()) {
      case SIGNED -> joined ? RefusalCode.ALREADY_SIGNED : null;
      case CONSENTED -> standing == PartyStanding.BOUND ? RefusalCode.ALREADY_BOUND : null;
      case RESERVED, WITHDRAWN -> joined ? null : RefusalCode.NOT_SIGNED;
      case ADOPTED, APPLIED_PROVISIONALLY, ENTERED_INTO_FORCE, SUSPENDED, RESUMED, TERMINATED ->
          null;
    };
  }

  @Override
  public AgreementStandings after(AgreementStandings state, AgreementStep step) {
    return switch (step.change()) {
      case ADOPTED -> adopted(state, step);
      case APPLIED_PROVISIONALLY -> state.with(AgreementState.PROVISIONALLY_APPLIED);
      case ENTERED_INTO_FORCE, RESUMED -> state.with(AgreementState.IN_FORCE);
      case SUSPENDED -> state.with(AgreementState.SUSPENDED);
      case TERMINATED -> state.with(AgreementState.TERMINATED);
      case SIGNED -> state.with(step.parties().getFirst(), PartyStanding.SIGNATORY);
      case CONSENTED -> state.with(step.parties().getFirst(), PartyStanding.BOUND);
      case WITHDRAWN -> state.with(step.parties().getFirst(), PartyStanding.WITHDRAWN);
      case RESERVED -> state;
    };
  }

  private static AgreementStandings adopted(AgreementStandings state, AgreementStep step) {
    AgreementStandings adopted = state.with(AgreementState.ADOPTED);
    for (PartyId party : step.parties()) {
      adopted = adopted.with(party, PartyStanding.NEGOTIATING);
    }
    return adopted;
  }
}
