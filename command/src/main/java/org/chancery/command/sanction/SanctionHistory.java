package org.chancery.command.sanction;

import java.util.List;
import org.chancery.command.decision.Decider;
import org.chancery.command.decision.History;
import org.chancery.shared.PartyId;
import org.chancery.shared.Refusal;
import org.chancery.shared.entry.CreationCommand;
import org.chancery.shared.precondition.Reference;
import org.chancery.shared.sanction.SanctionCommand;
import org.chancery.shared.sanction.SanctionCommand.AmendSanctions;
import org.chancery.shared.sanction.SanctionCommand.EaseSanctions;
import org.chancery.shared.sanction.SanctionCommand.ImposeSanctions;
import org.chancery.shared.sanction.SanctionCommand.LiftSanctions;
import org.chancery.shared.sanction.SanctionCommand.ReinstateSanctions;
import org.chancery.shared.sanction.SanctionCommand.SuspendSanctions;
import org.chancery.shared.sanction.SanctionCommand.ThreatenSanctions;
import org.chancery.shared.sanction.SanctionEvent;
import org.chancery.shared.sanction.SanctionEvent.SanctionsAmended;
import org.chancery.shared.sanction.SanctionEvent.SanctionsEased;
import org.chancery.shared.sanction.SanctionEvent.SanctionsImposed;
import org.chancery.shared.sanction.SanctionEvent.SanctionsLifted;
import org.chancery.shared.sanction.SanctionEvent.SanctionsReinstated;
import org.chancery.shared.sanction.SanctionEvent.SanctionsSuspended;
import org.chancery.shared.sanction.SanctionEvent.SanctionsThreatened;
import org.chancery.shared.sanction.SanctionLifecycle;
import org.chancery.shared.sanction.SanctionState;
import org.chancery.shared.sanction.SanctionStep;
import org.chancery.shared.time.EdtfSpan;

/**
 * What is known of sanctions; a change is judged where its date puts it. A record is begun by the
 * threat or by the imposition, whichever is recorded first.
 *
 * @param by who imposed them, or threatened to
 */
record SanctionHistory(List<PartyId> by, History<SanctionState, SanctionStep> history)
    implements Decider<SanctionCommand, SanctionEvent, SanctionHistory> {
  static final SanctionHistory NONE =
      new SanctionHistory(List.of(), History.of(new SanctionLifecycle()));

  @Override
  public List<SanctionEvent> decide(SanctionCommand command) {
    if (history.isEmpty() && !(command instanceof CreationCommand)) {
      throw Refusal.unknown(command.subject());
    }
    SanctionEvent event = wished(command);
    history.admit(SanctionStep.of(event), event.on());
    return List.of(event);
  }

  /** What is changed, put on hold or applied again needs who imposed it; what ends need not. */
  @Override
  public List<Reference> preconditions(SanctionCommand command) {
    EdtfSpan when = EdtfSpan.of(command.on());
    return switch (command) {
      case ThreatenSanctions _, ImposeSanctions _ -> List.of();
      case AmendSanctions _, EaseSanctions _, SuspendSanctions _, ReinstateSanctions _ ->
          Reference.extant(by, when);
      case LiftSanctions _ -> Reference.arisen(by, when);
    };
  }

  @Override
  public SanctionHistory evolve(SanctionEvent event, long version) {
    return new SanctionHistory(
        event instanceof SanctionsImposed imposed ? imposed.by() : threatening(event),
        history.with(SanctionStep.of(event), event.on(), version));
  }

  /** A threat that comes to be known later says nothing of who imposed them. */
  private List<PartyId> threatening(SanctionEvent event) {
    return by.isEmpty() && event instanceof SanctionsThreatened threat ? threat.by() : by;
  }

  private static SanctionEvent wished(SanctionCommand command) {
    return switch (command) {
      case ThreatenSanctions threat -> threatened(threat);
      case ImposeSanctions imposition -> imposed(imposition);
      case AmendSanctions(var id, var measures, var on, var reason) ->
          new SanctionsAmended(id, measures, on, reason);
      case EaseSanctions(var id, var measures, var on, var reason) ->
          new SanctionsEased(id, measures, on, reason);
      case SuspendSanctions(var id, var on, var reason, var because) ->
          new SanctionsSuspended(id, on, reason, because);
      case ReinstateSanctions(var id, var measures, var on, var reason) ->
          new SanctionsReinstated(id, measures, on, reason);
      case LiftSanctions(var id, var on, var reason, var because) ->
          new SanctionsLifted(id, on, reason, because);
    };
  }

  private static SanctionEvent threatened(ThreatenSanctions wish) {
    return new SanctionsThreatened(
        wish.sanction(),
        wish.by(),
        wish.against(),
        wish.persons(),
        wish.measures(),
        wish.on(),
        wish.reason());
  }

  private static SanctionEvent imposed(ImposeSanctions wish) {
    return new SanctionsImposed(
        wish.sanction(),
        wish.by(),
        wish.against(),
        wish.persons(),
        wish.measures(),
        wish.legalBasis(),
        wish.on(),
        wish.reason());
  }
}
