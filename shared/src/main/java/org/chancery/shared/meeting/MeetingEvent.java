package org.chancery.shared.meeting;

import java.util.List;
import org.chancery.shared.ConferenceId;
import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
import org.chancery.shared.cause.Caused;
import org.chancery.shared.cause.CitedCause;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/** What became of a meeting. */
public sealed interface MeetingEvent extends LedgerEvent {
  String CONCEPT = "meetings";

  @Override
  MeetingCommand command();

  MeetingId meeting();

  @Override
  default Subject subject() {
    return new Subject(CONCEPT, meeting().value());
  }

  /**
   * The parties agreed or announced to meet.
   *
   * @param partOf the conference whose session it is
   * @param inMarginsOf the conference beside which it is held
   */
  record MeetingScheduled(
      MeetingId meeting,
      MeetingFormat format,
      List<PartyId> parties,
      List<Participant> participants,
      @Nullable Place place,
      EdtfSpan scheduledFor,
      List<String> topics,
      @Nullable ConferenceId partOf,
      @Nullable ConferenceId inMarginsOf)
      implements MeetingEvent {

    /** At no conference. */
    public MeetingScheduled(
        MeetingId meeting,
        MeetingFormat format,
        List<PartyId> parties,
        List<Participant> participants,
        @Nullable Place place,
        EdtfSpan scheduledFor,
        List<String> topics) {
      this(meeting, format, parties, participants, place, scheduledFor, topics, null, null);
    }

    @Override
    public MeetingCommand command() {
      return new MeetingCommand.ScheduleMeeting(
          meeting, format, parties, participants, place, scheduledFor, topics, partOf, inMarginsOf);
    }
  }

  /** The parties moved it. */
  record MeetingRescheduled(MeetingId meeting, EdtfSpan scheduledFor) implements MeetingEvent {

    @Override
    public MeetingCommand command() {
      return new MeetingCommand.RescheduleMeeting(meeting, scheduledFor);
    }
  }

  /** A party called it off. */
  record MeetingCancelled(
      MeetingId meeting, EdtfDate on, String reason, List<PartyId> by, @Nullable CitedCause because)
      implements MeetingEvent, Caused {

    /** By whom and over what is not on record. */
    public MeetingCancelled(MeetingId meeting, EdtfDate on, String reason) {
      this(meeting, on, reason, List.of(), null);
    }

    @Override
    public MeetingCommand command() {
      return new MeetingCommand.CancelMeeting(meeting, on, reason, by, because);
    }
  }

  /** It was held, like this; those present would know. */
  record MeetingHeld(
      MeetingId meeting,
      EdtfSpan heldOn,
      MeetingFormat format,
      List<PartyId> parties,
      List<Participant> participants,
      @Nullable Place place,
      List<String> topics,
      @Nullable ConferenceId partOf,
      @Nullable ConferenceId inMarginsOf)
      implements MeetingEvent {

    /** At no conference. */
    public MeetingHeld(
        MeetingId meeting,
        EdtfSpan heldOn,
        MeetingFormat format,
        List<PartyId> parties,
        List<Participant> participants,
        @Nullable Place place,
        List<String> topics) {
      this(meeting, heldOn, format, parties, participants, place, topics, null, null);
    }

    @Override
    public MeetingCommand command() {
      return new MeetingCommand.RecordMeetingHeld(
          meeting, heldOn, format, parties, participants, place, topics, partOf, inMarginsOf);
    }
  }

  /** The conveners left the party out. */
  record PartyExcluded(MeetingId meeting, PartyId party, String reason) implements MeetingEvent {

    @Override
    public MeetingCommand command() {
      return new MeetingCommand.ExcludeParty(meeting, party, reason);
    }
  }
}
