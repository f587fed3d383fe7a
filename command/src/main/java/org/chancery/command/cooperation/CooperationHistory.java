package org.chancery.command.cooperation;

import java.util.List;
import org.chancery.command.decision.Decider;
import org.chancery.command.decision.History;
import org.chancery.shared.PartyId;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.cooperation.CooperationCommand;
import org.chancery.shared.cooperation.CooperationCommand.EstablishCooperation;
import org.chancery.shared.cooperation.CooperationCommand.ResumeCooperation;
import org.chancery.shared.cooperation.CooperationCommand.SuspendCooperation;
import org.chancery.shared.cooperation.CooperationCommand.TerminateCooperation;
import org.chancery.shared.cooperation.CooperationEvent;
import org.chancery.shared.cooperation.CooperationEvent.CooperationEstablished;
import org.chancery.shared.cooperation.CooperationEvent.CooperationResumed;
import org.chancery.shared.cooperation.CooperationEvent.CooperationSuspended;
import org.chancery.shared.cooperation.CooperationEvent.CooperationTerminated;
import org.chancery.shared.cooperation.CooperationLifecycle;
import org.chancery.shared.cooperation.CooperationState;
import org.chancery.shared.cooperation.CooperationStep;
import org.chancery.shared.precondition.Reference;
import org.chancery.shared.time.EdtfSpan;

/** What is known of a cooperation; a change is judged where its date puts it. */
record CooperationHistory(List<PartyId> parties, History<CooperationState, CooperationStep> history)
    implements Decider<CooperationCommand, CooperationEvent, CooperationHistory> {
  static final CooperationHistory NONE =
      new CooperationHistory(List.of(), History.of(new CooperationLifecycle()));

  @Override
  public List<CooperationEvent> decide(CooperationCommand command) {
    history.requireBegun(command, RefusalCode.ALREADY_ESTABLISHED);
    CooperationEvent event = wished(command);
    history.admit(CooperationStep.of(event), event.on());
    return List.of(event);
  }

  /** What is put on hold or taken up again needs its parties; what ends may outlive them. */
  @Override
  public List<Reference> preconditions(CooperationCommand command) {
    return switch (command) {
      case EstablishCooperation _ -> List.of();
      case SuspendCooperation suspend -> Reference.extant(parties, EdtfSpan.of(suspend.on()));
      case ResumeCooperation resume -> Reference.extant(parties, EdtfSpan.of(resume.on()));
      case TerminateCooperation end -> Reference.arisen(parties, EdtfSpan.of(end.on()));
    };
  }

  @Override
  public CooperationHistory evolve(CooperationEvent event, long version) {
    return new CooperationHistory(
        event instanceof CooperationEstablished established ? established.parties() : parties,
        history.with(CooperationStep.of(event), event.on(), version));
  }

  private static CooperationEvent wished(CooperationCommand command) {
    return switch (command) {
      case EstablishCooperation(var cooperation, var parties, var field, var on) ->
          new CooperationEstablished(cooperation, parties, field, on);
      case SuspendCooperation(var cooperation, var on, var reason, var by, var because) ->
          new CooperationSuspended(cooperation, on, reason, by, because);
      case ResumeCooperation(var cooperation, var on, var reason) ->
          new CooperationResumed(cooperation, on, reason);
      case TerminateCooperation(var cooperation, var on, var reason, var by, var because) ->
          new CooperationTerminated(cooperation, on, reason, by, because);
    };
  }
}
