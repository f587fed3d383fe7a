package org.chancery.command.meeting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chancery.shared.Refusal;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.meeting.MeetingCommand;
import org.chancery.shared.meeting.MeetingCommand.ExcludeParty;
import org.chancery.shared.meeting.MeetingCommand.RecordMeetingHeld;
import org.chancery.shared.meeting.MeetingCommand.ScheduleMeeting;
import org.chancery.shared.meeting.MeetingEvent;
import org.chancery.shared.meeting.MeetingEvent.MeetingCancelled;
import org.chancery.shared.meeting.MeetingEvent.MeetingHeld;
import org.chancery.shared.meeting.MeetingEvent.MeetingRescheduled;
import org.chancery.shared.meeting.MeetingEvent.MeetingScheduled;
import org.chancery.shared.meeting.MeetingEvent.PartyExcluded;
import org.chancery.shared.meeting.Participant;
import org.chancery.shared.party.PartyId;

/** What is known of a meeting, as far as it decides what may yet be recorded of it. */
sealed interface MeetingState {

  /** How many entries there are of it. */
  long versions();

  record Unknown() implements MeetingState {
    @Override
    public long versions() {
      return 0;
    }
  }

  /** Parties are excluded by the version that says so. */
  record Scheduled(Agenda agenda, Map<PartyId, Long> excluded, long versions)
      implements MeetingState {}

  record Held(Agenda agenda, Map<PartyId, Long> excluded, long heldBy, long versions)
      implements MeetingState {}

  record Cancelled(long cancelledBy, long versions) implements MeetingState {}

  /** What the command leads to; refused where it does not fit what is known. */
  default List<MeetingEvent> decide(MeetingCommand command) {
    return switch (command) {
      case MeetingCommand.ScheduleMeeting schedule -> List.of(schedule(schedule));
      case MeetingCommand.RescheduleMeeting(var meeting, var scheduledFor) -> {
        scheduled();
        yield List.of(new MeetingRescheduled(meeting, scheduledFor));
      }
      case MeetingCommand.CancelMeeting(var meeting, var on, var reason) -> {
        scheduled();
        yield List.of(new MeetingCancelled(meeting, on, reason));
      }
      case MeetingCommand.RecordMeetingHeld held -> List.of(hold(held));
      case MeetingCommand.ExcludeParty exclude -> List.of(exclude(exclude));
    };
  }

  /** What is known after the event. */
  default MeetingState after(MeetingEvent event) {
    long versions = versions() + 1;
    return switch (event) {
      case MeetingScheduled scheduled -> new Scheduled(Agenda.of(scheduled), excluded(), versions);
      case MeetingRescheduled rescheduled -> counted(versions);
      case MeetingCancelled cancelled -> new Cancelled(versions - 1, versions);
      case MeetingHeld held -> new Held(Agenda.of(held), excluded(), versions - 1, versions);
      case PartyExcluded excluded -> counted(versions).without(excluded.party(), versions - 1);
    };
  }

  private MeetingScheduled schedule(ScheduleMeeting command) {
    if (!(this instanceof Unknown)) {
      throw new Refusal(
          RefusalCode.ALREADY_EXISTS,
          "meeting %s is in the ledger already".formatted(command.meeting()),
          List.of(0L));
    }
    Agenda agenda =
        new Agenda(
                command.format(),
                command.parties(),
                command.participants(),
                command.place(),
                command.topics())
            .checked();
    return new MeetingScheduled(
        command.meeting(),
        agenda.format(),
        agenda.parties(),
        agenda.participants(),
        agenda.place(),
        command.scheduledFor(),
        agenda.topics());
  }

  private MeetingHeld hold(RecordMeetingHeld command) {
    Agenda agenda =
        this instanceof Unknown ? unscheduled(command) : scheduled().agenda().amendedBy(command);
    agenda.checked().parties().forEach(this::admit);
    agenda.participants().stream()
        .map(Participant::party)
        .filter(party -> party != null)
        .forEach(this::admit);
    return new MeetingHeld(
        command.meeting(),
        command.heldOn(),
        agenda.format(),
        agenda.parties(),
        agenda.participants(),
        agenda.place(),
        agenda.topics());
  }

  private static Agenda unscheduled(RecordMeetingHeld command) {
    if (command.format() == null) {
      throw new Refusal(
          RefusalCode.INVALID_FIELDS, "nothing was scheduled, so the format must be told");
    }
    return new Agenda(command.format(), List.of(), List.of(), null, List.of()).amendedBy(command);
  }

  private PartyExcluded exclude(ExcludeParty command) {
    admit(command.party());
    if (this instanceof Held held && held.agenda().parties().contains(command.party())) {
      throw new Refusal(
          RefusalCode.MEETING_ALREADY_HELD,
          "%s took part".formatted(command.party()),
          List.of(held.heldBy()));
    }
    if (!(this instanceof Held)) {
      scheduled().agenda().without(command.party()).checked();
    }
    return new PartyExcluded(command.meeting(), command.party(), command.reason());
  }

  /** Fails unless the meeting is still to be held. */
  private Scheduled scheduled() {
    return switch (this) {
      case Scheduled scheduled -> scheduled;
      case Unknown() -> throw new Refusal(RefusalCode.UNKNOWN_SUBJECT, "no such meeting");
      case Held held ->
          throw new Refusal(
              RefusalCode.MEETING_ALREADY_HELD,
              "the meeting has been held",
              List.of(held.heldBy()));
      case Cancelled cancelled ->
          throw new Refusal(
              RefusalCode.MEETING_CANCELLED,
              "the meeting has been cancelled",
              List.of(cancelled.cancelledBy()));
    };
  }

  private void admit(PartyId party) {
    Long excludedBy = excluded().get(party);
    if (excludedBy != null) {
      throw new Refusal(
          RefusalCode.PARTY_EXCLUDED, "%s has been excluded".formatted(party), List.of(excludedBy));
    }
  }

  private Map<PartyId, Long> excluded() {
    return switch (this) {
      case Scheduled scheduled -> scheduled.excluded();
      case Held held -> held.excluded();
      case Unknown _, Cancelled _ -> Map.of();
    };
  }

  private MeetingState counted(long versions) {
    return switch (this) {
      case Unknown() -> this;
      case Scheduled(var agenda, var excluded, var _) -> new Scheduled(agenda, excluded, versions);
      case Held(var agenda, var excluded, var heldBy, var _) ->
          new Held(agenda, excluded, heldBy, versions);
      case Cancelled(var by, var _) -> new Cancelled(by, versions);
    };
  }

  private MeetingState without(PartyId party, long by) {
    Map<PartyId, Long> more = new HashMap<>(excluded());
    more.put(party, by);
    return switch (this) {
      case Scheduled(var agenda, var _, var versions) ->
          new Scheduled(agenda.without(party), more, versions);
      case Held(var agenda, var _, var heldBy, var versions) ->
          new Held(agenda, more, heldBy, versions);
      case Unknown _, Cancelled _ -> this;
    };
  }
}
