package org.chancery.command.agreement;

import java.util.List;
import org.chancery.command.decision.Decider;
import org.chancery.command.decision.History;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.agreement.AgreementCommand;
import org.chancery.shared.agreement.AgreementCommand.AdoptAgreement;
import org.chancery.shared.agreement.AgreementCommand.ApplyProvisionally;
import org.chancery.shared.agreement.AgreementCommand.BringIntoForce;
import org.chancery.shared.agreement.AgreementCommand.ConsentToBeBound;
import org.chancery.shared.agreement.AgreementCommand.MakeReservation;
import org.chancery.shared.agreement.AgreementCommand.ResumeOperation;
import org.chancery.shared.agreement.AgreementCommand.SignAgreement;
import org.chancery.shared.agreement.AgreementCommand.SuspendOperation;
import org.chancery.shared.agreement.AgreementCommand.TerminateAgreement;
import org.chancery.shared.agreement.AgreementCommand.WithdrawFromAgreement;
import org.chancery.shared.agreement.AgreementCourses;
import org.chancery.shared.agreement.AgreementEvent;
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
import org.chancery.shared.agreement.AgreementStep;
import org.chancery.shared.entry.EffectiveHistory;
import org.chancery.shared.time.Step;

/** What is known of an agreement; a change is judged where its date puts it. */
record AgreementHistory(AgreementCourses courses)
    implements Decider<AgreementCommand, AgreementEvent, AgreementHistory> {
  static final AgreementHistory NONE = new AgreementHistory(AgreementCourses.NONE);

  @Override
  public List<AgreementEvent> decide(AgreementCommand command) {
    new History<>(courses.agreement()).requireBegun(command, RefusalCode.ALREADY_EXISTS);
    AgreementEvent event = wished(command);
    courses.admit(step(event, EffectiveHistory.NOT_RECORDED));
    return List.of(event);
  }

  @Override
  public AgreementHistory evolve(AgreementEvent event, long version) {
    return new AgreementHistory(courses.accept(step(event, version)));
  }

  private static Step<AgreementStep> step(AgreementEvent event, long version) {
    return new Step<>(AgreementStep.of(event), event.on(), version);
  }

  private static AgreementEvent wished(AgreementCommand command) {
    return switch (command) {
      case AdoptAgreement(var id, var title, var kind, var parties, var field, var on) ->
          new AgreementAdopted(id, title, kind, parties, field, on);
      case SignAgreement(var id, var party, var by, var on) ->
          new AgreementSigned(id, party, by, on);
      case ConsentToBeBound(var id, var party, var means, var on) ->
          new ConsentToBeBoundExpressed(id, party, means, on);
      case ApplyProvisionally(var id, var on) -> new ProvisionalApplicationBegun(id, on);
      case BringIntoForce(var id, var on) -> new EnteredIntoForce(id, on);
      case MakeReservation(var id, var party, var text, var on) ->
          new ReservationMade(id, party, text, on);
      case SuspendOperation(var id, var on, var reason, var by, var because) ->
          new OperationSuspended(id, on, reason, by, because);
      case ResumeOperation(var id, var on, var reason) -> new OperationResumed(id, on, reason);
      case WithdrawFromAgreement(
              var id,
              var party,
              var notified,
              var effective,
              var reason,
              var because) ->
          new WithdrawalNotified(id, party, notified, effective, reason, because);
      case TerminateAgreement(var id, var on, var reason, var by, var because) ->
          new AgreementTerminated(id, on, reason, by, because);
    };
  }
}
