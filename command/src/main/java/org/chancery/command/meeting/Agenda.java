package org.chancery.command.meeting;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.chancery.shared.Choice;
import org.chancery.shared.ConferenceId;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.Refusal;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.meeting.MeetingCommand.RecordMeetingHeld;
import org.chancery.shared.meeting.MeetingCommand.ScheduleMeeting;
import org.chancery.shared.meeting.MeetingEvent.MeetingHeld;
import org.chancery.shared.meeting.MeetingEvent.MeetingScheduled;
import org.chancery.shared.meeting.MeetingFormat;
import org.chancery.shared.meeting.MeetingId;
import org.chancery.shared.meeting.Participant;
import org.chancery.shared.meeting.Place;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/** Who meets, where, at what and about what; what a command leaves out stands as it is here. */
record Agenda(
    MeetingFormat format,
    List<PartyId> parties,
    List<Participant> participants,
    @Nullable Place place,
    List<String> topics,
    @Nullable ConferenceId partOf,
    @Nullable ConferenceId inMarginsOf) {

  static Agenda of(MeetingScheduled event) {
    return new Agenda(
        event.format(),
        event.parties(),
        event.participants(),
        event.place(),
        event.topics(),
        event.partOf(),
        event.inMarginsOf());
  }

  static Agenda of(MeetingHeld event) {
    return new Agenda(
        event.format(),
        event.parties(),
        event.participants(),
        event.place(),
        event.topics(),
        event.partOf(),
        event.inMarginsOf());
  }

  static Agenda of(ScheduleMeeting command) {
    return new Agenda(
        command.format(),
        command.parties(),
        command.participants(),
        command.place(),
        command.topics(),
        command.partOf(),
        command.inMarginsOf());
  }

  /** What was held, where nothing had been scheduled. */
  static Agenda of(RecordMeetingHeld command) {
    if (command.format() == null) {
      throw Refusal.missing("nothing was scheduled, so the format must be given", "format");
    }
    return new Agenda(
        command.format(),
        command.parties(),
        command.participants(),
        command.place(),
        command.topics(),
        command.partOf(),
        command.inMarginsOf());
  }

  MeetingScheduled scheduled(MeetingId meeting, EdtfSpan scheduledFor) {
    return new MeetingScheduled(
        meeting, format, parties, participants, place, scheduledFor, topics, partOf, inMarginsOf);
  }

  MeetingHeld held(MeetingId meeting, EdtfSpan heldOn) {
    return new MeetingHeld(
        meeting, heldOn, format, parties, participants, place, topics, partOf, inMarginsOf);
  }

  /** The parties, and those for whom participants take part. */
  List<PartyId> everyone() {
    return Stream.concat(
            parties.stream(),
            participants.stream().map(Participant::party).filter(Objects::nonNull))
        .toList();
  }

  /** The officials of whom it is not told for whom they take part. */
  List<OfficialId> ofPartyUntold() {
    return participants.stream()
        .filter(participant -> participant.party() == null)
        .map(Participant::official)
        .filter(Objects::nonNull)
        .toList();
  }

  /** What was held, where something had been scheduled. */
  Agenda amendedBy(RecordMeetingHeld command) {
    boolean elsewhere = command.partOf() != null || command.inMarginsOf() != null;
    return new Agenda(
        command.format() == null ? format : command.format(),
        command.parties().isEmpty() ? parties : command.parties(),
        command.participants().isEmpty() ? participants : command.participants(),
        command.place() == null ? place : command.place(),
        command.topics().isEmpty() ? topics : command.topics(),
        elsewhere ? command.partOf() : partOf,
        elsewhere ? command.inMarginsOf() : inMarginsOf);
  }

  /** Neither the party nor anyone who was to speak for it. */
  Agenda without(PartyId party) {
    return new Agenda(
        format,
        parties.stream().filter(other -> !other.equals(party)).toList(),
        participants.stream().filter(other -> !party.equals(other.party())).toList(),
        place,
        topics,
        partOf,
        inMarginsOf);
  }

  /** Fails where the format does not suit the number of parties. */
  Agenda checked() {
    if (parties.size() < 2) {
      throw new Refusal(RefusalCode.TOO_FEW_PARTIES, "a meeting needs at least two parties");
    }
    switch (format) {
      case BILATERAL -> exactly(2, RefusalCode.BILATERAL_PARTY_COUNT);
      case TRILATERAL -> exactly(3, RefusalCode.TRILATERAL_PARTY_COUNT);
      case PLURILATERAL,
          PLENARY,
          WORKING_SESSION,
          WORKING_LUNCH,
          DINNER,
          PULL_ASIDE,
          PHONE,
          VIDEO -> {}
    }
    return this;
  }

  private void exactly(int number, RefusalCode code) {
    if (parties.size() != number) {
      throw new Refusal(
          code,
          "a %s meeting has %d parties, not %d"
              .formatted(Choice.text(format), number, parties.size()));
    }
  }
}
