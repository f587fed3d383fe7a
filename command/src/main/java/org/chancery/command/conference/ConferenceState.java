package org.chancery.command.conference;

import static org.chancery.shared.RefusalCode.CONFERENCE_ALREADY_HELD;
import static org.chancery.shared.RefusalCode.CONFERENCE_CANCELLED;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chancery.command.decision.Decider;
import org.chancery.shared.Choice;
import org.chancery.shared.PartyId;
import org.chancery.shared.Refusal;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.conference.Attendee;
import org.chancery.shared.conference.Attendee.Delegation;
import org.chancery.shared.conference.Capacity;
import org.chancery.shared.conference.ConferenceCommand;
import org.chancery.shared.conference.ConferenceCommand.CancelConference;
import org.chancery.shared.conference.ConferenceCommand.ConveneConference;
import org.chancery.shared.conference.ConferenceCommand.InviteParty;
import org.chancery.shared.conference.ConferenceCommand.PostponeConference;
import org.chancery.shared.conference.ConferenceCommand.RecordConferenceHeld;
import org.chancery.shared.conference.ConferenceEvent;
import org.chancery.shared.conference.ConferenceEvent.ConferenceCancelled;
import org.chancery.shared.conference.ConferenceEvent.ConferenceConvened;
import org.chancery.shared.conference.ConferenceEvent.ConferenceHeld;
import org.chancery.shared.conference.ConferenceEvent.ConferencePostponed;
import org.chancery.shared.conference.ConferenceEvent.PartyInvited;
import org.chancery.shared.precondition.Reference;
import org.chancery.shared.precondition.Require;
import org.chancery.shared.time.EdtfSpan;

/** What is known of a conference, as far as it decides what may yet be recorded of it. */
sealed interface ConferenceState
    extends Decider<ConferenceCommand, ConferenceEvent, ConferenceState> {

  Invitations invitations();

  record Unknown() implements ConferenceState {

    @Override
    public Invitations invitations() {
      return Invitations.NONE;
    }
  }

  /**
   * It is still to be held.
   *
   * @param as what a later command leaves out stands as it is here
   */
  record Convened(ConferenceConvened as, Invitations invitations) implements ConferenceState {}

  record Held(Invitations invitations, long heldBy) implements ConferenceState {}

  record Cancelled(Invitations invitations, long cancelledBy) implements ConferenceState {}

  @Override
  default List<ConferenceEvent> decide(ConferenceCommand command) {
    return List.of(
        switch (command) {
          case ConveneConference convene -> convene(convene);
          case PostponeConference postpone -> postpone(postpone);
          case CancelConference cancel -> cancel(cancel);
          case RecordConferenceHeld held -> hold(held);
          case InviteParty invite -> invite(invite);
        });
  }

  @Override
  default ConferenceState evolve(ConferenceEvent event, long version) {
    return switch (event) {
      case ConferenceConvened convened ->
          new Convened(convened, invitations().with(convened.participants(), version));
      case ConferencePostponed _ -> this;
      case ConferenceCancelled _ -> new Cancelled(invitations(), version);
      case ConferenceHeld held ->
          new Held(invitations().with(held.participants(), version), version);
      case PartyInvited(var _, var party, var as) ->
          with(invitations().with(List.of(new Delegation(party, as)), version));
    };
  }

  /** What a command leaves out stands as it was convened, and must bear the new days too. */
  @Override
  default List<Reference> preconditions(ConferenceCommand command) {
    if (!(this instanceof Convened(var as, var _))) {
      return List.of();
    }
    return switch (command) {
      case PostponeConference(var _, var scheduledFor) when scheduledFor != null ->
          extant(as.participants(), scheduledFor);
      case RecordConferenceHeld held when held.participants().isEmpty() ->
          extant(as.participants(), held.heldOn());
      case ConveneConference _,
          PostponeConference _,
          CancelConference _,
          RecordConferenceHeld _,
          InviteParty _ ->
          List.of();
    };
  }

  private static List<Reference> extant(List<Attendee> participants, EdtfSpan when) {
    List<PartyId> parties =
        participants.stream()
            .filter(Delegation.class::isInstance)
            .map(attendee -> ((Delegation) attendee).party())
            .toList();
    return Reference.extant(parties, when);
  }

  private ConferenceConvened convene(ConveneConference command) {
    if (!(this instanceof Unknown)) {
      throw Refusal.alreadyExists(command.subject());
    }
    return convened(command);
  }

  private static ConferenceConvened convened(ConveneConference as) {
    return new ConferenceConvened(
        as.conference(),
        as.name(),
        as.kind(),
        as.convener(),
        as.host(),
        as.place(),
        as.scheduledFor(),
        as.participants(),
        as.topics(),
        as.partOf(),
        as.series());
  }

  private ConferencePostponed postpone(PostponeConference command) {
    toBeHeld(command);
    return new ConferencePostponed(command.conference(), command.scheduledFor());
  }

  private ConferenceCancelled cancel(CancelConference command) {
    toBeHeld(command);
    return new ConferenceCancelled(
        command.conference(), command.on(), command.reason(), command.by(), command.because());
  }

  private ConferenceHeld hold(RecordConferenceHeld command) {
    Require.ended("heldOn", command.heldOn());
    return this instanceof Unknown ? held(command) : held(command, toBeHeld(command).as());
  }

  /** Where nothing had been recorded before. */
  private static ConferenceHeld held(RecordConferenceHeld as) {
    if (as.name() == null || as.kind() == null) {
      throw Refusal.missing(
          "it was not convened here, so its name and kind must be given",
          Stream.of(as.name() == null ? "name" : "", as.kind() == null ? "kind" : "")
              .filter(field -> !field.isEmpty())
              .toArray(String[]::new));
    }
    return new ConferenceHeld(
        as.conference(),
        as.heldOn(),
        as.name(),
        as.kind(),
        as.convener(),
        as.host(),
        as.place(),
        as.participants(),
        as.topics(),
        as.partOf(),
        as.series());
  }

  private static ConferenceHeld held(RecordConferenceHeld as, ConferenceConvened before) {
    return new ConferenceHeld(
        as.conference(),
        as.heldOn(),
        as.name() == null ? before.name() : as.name(),
        as.kind() == null ? before.kind() : as.kind(),
        as.convener() == null ? before.convener() : as.convener(),
        as.host() == null ? before.host() : as.host(),
        as.place() == null ? before.place() : as.place(),
        as.participants().isEmpty() ? before.participants() : as.participants(),
        as.topics().isEmpty() ? before.topics() : as.topics(),
        as.partOf() == null ? before.partOf() : as.partOf(),
        as.series() == null ? before.series() : as.series());
  }

  /** Nobody dates invitations, so one may come to be known whatever became of the conference. */
  private PartyInvited invite(InviteParty command) {
    if (this instanceof Unknown) {
      throw Refusal.unknown(command.subject());
    }
    invitations().admit(command.party());
    return new PartyInvited(command.conference(), command.party(), command.as());
  }

  /** Fails unless the conference is still to be held. */
  private Convened toBeHeld(ConferenceCommand command) {
    return switch (this) {
      case Convened convened -> convened;
      case Unknown() -> throw Refusal.unknown(command.subject());
      case Held(var _, var heldBy) ->
          throw new Refusal(
              CONFERENCE_ALREADY_HELD, "the conference has been held", List.of(heldBy));
      case Cancelled(var _, var cancelledBy) ->
          throw new Refusal(
              CONFERENCE_CANCELLED, "the conference has been cancelled", List.of(cancelledBy));
    };
  }

  private ConferenceState with(Invitations more) {
    return switch (this) {
      case Unknown _ -> this;
      case Convened(var as, var _) -> new Convened(as, more);
      case Held(var _, var heldBy) -> new Held(more, heldBy);
      case Cancelled(var _, var cancelledBy) -> new Cancelled(more, cancelledBy);
    };
  }

  /** As what parties are known to be asked, each with the version that says so. */
  record Invitations(Map<PartyId, Invitation> all) {
    static final Invitations NONE = new Invitations(Map.of());

    record Invitation(Capacity as, long version) {}

    Invitations with(List<Attendee> participants, long version) {
      Map<PartyId, Invitation> more = new HashMap<>(all);
      for (Attendee attendee : participants) {
        if (attendee instanceof Delegation(var party, var as) && as != null) {
          more.put(party, new Invitation(as, version));
        }
      }
      return new Invitations(more);
    }

    /** Fails where it is known already as what the party is asked. */
    void admit(PartyId party) {
      Invitation known = all.get(party);
      if (known != null) {
        throw new Refusal(
            RefusalCode.ALREADY_EXISTS,
            "%s is invited already, as %s".formatted(party, Choice.text(known.as())),
            List.of(known.version()));
      }
    }
  }
}
