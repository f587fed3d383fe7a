package org.chancery.command.meeting;

import static org.chancery.shared.RefusalCode.MEETING_ALREADY_HELD;
import static org.chancery.shared.RefusalCode.PARTY_EXCLUDED;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chancery.command.decision.Decider;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.Refusal;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.meeting.MeetingCommand;
import org.chancery.shared.meeting.MeetingCommand.CancelMeeting;
import org.chancery.shared.meeting.MeetingCommand.ExcludeParty;
import org.chancery.shared.meeting.MeetingCommand.RecordMeetingHeld;
import org.chancery.shared.meeting.MeetingCommand.RescheduleMeeting;
import org.chancery.shared.meeting.MeetingCommand.ScheduleMeeting;
import org.chancery.shared.meeting.MeetingEvent;
import org.chancery.shared.meeting.MeetingEvent.MeetingCancelled;
import org.chancery.shared.meeting.MeetingEvent.MeetingHeld;
import org.chancery.shared.meeting.MeetingEvent.MeetingRescheduled;
import org.chancery.shared.meeting.MeetingEvent.MeetingScheduled;
import org.chancery.shared.meeting.MeetingEvent.PartyExcluded;
import org.chancery.shared.precondition.Reference;
import org.chancery.shared.precondition.Reference.NotServing;
import org.chancery.shared.precondition.Require;
import org.chancery.shared.time.EdtfSpan;

/** What is known of a meeting, as far as it decides what may yet be recorded of it. */
sealed interface MeetingState extends Decider<MeetingCommand, MeetingEvent, MeetingState> {

  record Unknown() implements MeetingState {}

  record Scheduled(Agenda agenda, Exclusions exclusions) implements MeetingState {

    /** What a command leaves out stands as it was scheduled, and must bear the new day too. */
    private List<Reference> takenFor(MeetingCommand command) {
      return switch (command) {
        case RescheduleMeeting moved -> Reference.extant(agenda.parties(), moved.scheduledFor());
        case RecordMeetingHeld held -> {
          Agenda amended = agenda.amendedBy(held);
          yield Stream.concat(
                  exclusions.takenFor(amended.ofPartyUntold(), held.heldOn()).stream(),
                  Reference.extant(amended.parties(), held.heldOn()).stream())
              .toList();
        }
        case ScheduleMeeting _, CancelMeeting _, ExcludeParty _ -> List.of();
      };
    }
  }

  record Held(Agenda agenda, EdtfSpan heldOn, Exclusions exclusions, long heldBy)
      implements MeetingState {

    /** Nobody took part for a party that is left out afterwards. */
    private List<Reference> takenFor(MeetingCommand command) {
      return command instanceof ExcludeParty(var _, var party, var _)
          ? NotServing.eachOf(agenda.ofPartyUntold(), party, heldOn, MEETING_ALREADY_HELD, heldBy)
          : List.of();
    }
  }

  record Cancelled(long cancelledBy) implements MeetingState {}

  @Override
  default List<MeetingEvent> decide(MeetingCommand command) {
    return List.of(
        switch (command) {
          case ScheduleMeeting schedule -> schedule(schedule);
          case RescheduleMeeting reschedule -> reschedule(reschedule);
          case CancelMeeting cancel -> cancel(cancel);
          case RecordMeetingHeld held -> hold(held);
          case ExcludeParty exclude -> exclude(exclude);
        });
  }

  @Override
  default MeetingState evolve(MeetingEvent event, long version) {
    return switch (event) {
      case MeetingScheduled scheduled -> new Scheduled(Agenda.of(scheduled), exclusions());
      case MeetingRescheduled _ -> this;
      case MeetingCancelled _ -> new Cancelled(version);
      case MeetingHeld held -> new Held(Agenda.of(held), held.heldOn(), exclusions(), version);
      case PartyExcluded excluded -> without(excluded.party(), version);
    };
  }

  @Override
  default List<Reference> preconditions(MeetingCommand command) {
    return switch (this) {
      case Scheduled scheduled -> scheduled.takenFor(command);
      case Held held -> held.takenFor(command);
      case Unknown _, Cancelled _ -> List.of();
    };
  }

  private MeetingScheduled schedule(ScheduleMeeting command) {
    if (!(this instanceof Unknown)) {
      throw Refusal.alreadyExists(command.subject());
    }
    return Agenda.of(command).checked().scheduled(command.meeting(), command.scheduledFor());
  }

  private MeetingRescheduled reschedule(RescheduleMeeting command) {
    scheduled(command);
    return new MeetingRescheduled(command.meeting(), command.scheduledFor());
  }

  private MeetingCancelled cancel(CancelMeeting command) {
    scheduled(command);
    return new MeetingCancelled(
        command.meeting(), command.on(), command.reason(), command.by(), command.because());
  }

  private MeetingHeld hold(RecordMeetingHeld command) {
    Require.ended("heldOn", command.heldOn());
    Agenda agenda =
        this instanceof Unknown
            ? Agenda.of(command)
            : scheduled(command).agenda().amendedBy(command);
    agenda.checked().everyone().forEach(exclusions()::admit);
    return agenda.held(command.meeting(), command.heldOn());
  }

  private PartyExcluded exclude(ExcludeParty command) {
    exclusions().admit(command.party());
    if (this instanceof Held(var agenda, var _, var _, var heldBy)) {
      if (agenda.everyone().contains(command.party())) {
        throw alreadyHeld("%s took part".formatted(command.party()), heldBy);
      }
    } else {
      scheduled(command).agenda().without(command.party()).checked();
    }
    return new PartyExcluded(command.meeting(), command.party(), command.reason());
  }

  /** Fails unless the meeting is still to be held. */
  private Scheduled scheduled(MeetingCommand command) {
    return switch (this) {
      case Scheduled scheduled -> scheduled;
      case Unknown() -> throw Refusal.unknown(command.subject());
      case Held held -> throw alreadyHeld("the meeting has been held", held.heldBy());
      case Cancelled(var cancelledBy) ->
          throw new Refusal(
              RefusalCode.MEETING_CANCELLED,
              "the meeting has been cancelled",
              List.of(cancelledBy));
    };
  }

  private static Refusal alreadyHeld(String detail, long heldBy) {
    return new Refusal(MEETING_ALREADY_HELD, detail, List.of(heldBy));
  }

  private Exclusions exclusions() {
    return switch (this) {
      case Scheduled scheduled -> scheduled.exclusions();
      case Held held -> held.exclusions();
      case Unknown _, Cancelled _ -> Exclusions.NONE;
    };
  }

  private MeetingState without(PartyId party, long version) {
    Exclusions more = exclusions().with(party, version);
    return switch (this) {
      case Scheduled(var agenda, var _) -> new Scheduled(agenda.without(party), more);
      case Held(var agenda, var heldOn, var _, var heldBy) ->
          new Held(agenda, heldOn, more, heldBy);
      case Unknown _, Cancelled _ -> this;
    };
  }

  /** Who was left out of a meeting, each with the version that says so. */
  record Exclusions(Map<PartyId, Long> versions) {
    static final Exclusions NONE = new Exclusions(Map.of());

    Exclusions with(PartyId party, long version) {
      Map<PartyId, Long> more = new HashMap<>(versions);
      more.put(party, version);
      return new Exclusions(more);
    }

    /** Nobody among the officials serves a party that was left out. */
    List<Reference> takenFor(List<OfficialId> officials, EdtfSpan when) {
      return versions.entrySet().stream()
          .flatMap(
              left ->
                  NotServing.eachOf(officials, left.getKey(), when, PARTY_EXCLUDED, left.getValue())
                      .stream())
          .toList();
    }

    /** Fails where the party has been excluded. */
    void admit(PartyId party) {
      Long excludedBy = versions.get(party);
      if (excludedBy != null) {
        throw new Refusal(
            PARTY_EXCLUDED, "%s has been excluded".formatted(party), List.of(excludedBy));
      }
    }
  }
}
