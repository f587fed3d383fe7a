package org.chancery.shared.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.shared.ConferenceId;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.PartyId;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.Subject;
import org.chancery.shared.cause.Caused;
import org.chancery.shared.cause.CitedCause;
import org.chancery.shared.entry.CreationCommand;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.precondition.Reference;
import org.chancery.shared.precondition.Require;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/** What can be asked of a meeting. */
public sealed interface MeetingCommand extends LedgerCommand {

  MeetingId meeting();

  @Override
  default Subject subject() {
    return meeting().subject();
  }

  /**
   * The parties are to meet.
   *
   * @param partOf the conference whose session it is
   * @param inMarginsOf the conference beside which it is held
   */
  record ScheduleMeeting(
      MeetingId meeting,
      MeetingFormat format,
      List<PartyId> parties,
      List<Participant> participants,
      @Nullable Place place,
      EdtfSpan scheduledFor,
      List<String> topics,
      @Nullable ConferenceId partOf,
      @Nullable ConferenceId inMarginsOf)
      implements MeetingCommand, CreationCommand {

    public ScheduleMeeting {
      requireOneOrOther(partOf, inMarginsOf);
      parties = Require.distinct("parties", parties);
      participants = Require.distinct("participants", participants);
      topics = Require.texts("topics", topics);
    }

    /** At no conference. */
    public ScheduleMeeting(
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
    public List<Reference> references() {
      List<Reference> references =
          MeetingCommand.references(parties, participants, place, scheduledFor);
      references.addAll(MeetingCommand.references(partOf, inMarginsOf));
      return references;
    }
  }

  /** The meeting is moved. */
  record RescheduleMeeting(MeetingId meeting, EdtfSpan scheduledFor) implements MeetingCommand {

    @Override
    public List<Reference> references() {
      return List.of();
    }
  }

  /** The meeting will not be held. */
  record CancelMeeting(
      MeetingId meeting, EdtfDate on, String reason, List<PartyId> by, @Nullable CitedCause because)
      implements MeetingCommand, Caused {

    public CancelMeeting {
      by = Require.distinct("by", by);
      reason = Require.reason(reason);
    }

    /** By whom and over what is not on record. */
    public CancelMeeting(MeetingId meeting, EdtfDate on, String reason) {
      this(meeting, on, reason, List.of(), null);
    }

    @Override
    public List<Reference> references() {
      return Reference.of(this, List.of(new Reference.Begun(EdtfSpan.of(on))));
    }
  }

  /** The meeting was held. What is left out (or empty) stands as it was scheduled. */
  record RecordMeetingHeld(
      MeetingId meeting,
      EdtfSpan heldOn,
      @Nullable MeetingFormat format,
      List<PartyId> parties,
      List<Participant> participants,
      @Nullable Place place,
      List<String> topics,
      @Nullable ConferenceId partOf,
      @Nullable ConferenceId inMarginsOf)
      implements MeetingCommand, CreationCommand {

    public RecordMeetingHeld {
      requireOneOrOther(partOf, inMarginsOf);
      parties = Require.distinct("parties", parties);
      participants = Require.distinct("participants", participants);
      topics = Require.texts("topics", topics);
    }

    /** At no conference, or at that for which it was scheduled. */
    public RecordMeetingHeld(
        MeetingId meeting,
        EdtfSpan heldOn,
        @Nullable MeetingFormat format,
        List<PartyId> parties,
        List<Participant> participants,
        @Nullable Place place,
        List<String> topics) {
      this(meeting, heldOn, format, parties, participants, place, topics, null, null);
    }

    @Override
    public List<Reference> references() {
      List<Reference> references = MeetingCommand.references(parties, participants, place, heldOn);
      references.addAll(MeetingCommand.references(partOf, inMarginsOf));
      references.add(new Reference.Begun(heldOn));
      return references;
    }
  }

  /** The party is left out, and that is worth recording. */
  record ExcludeParty(MeetingId meeting, PartyId party, String reason) implements MeetingCommand {

    public ExcludeParty {
      reason = Require.reason(reason);
    }

    @Override
    public List<Reference> references() {
      return List.of(new Reference.Known(party));
    }
  }

  private static List<Reference> references(
      @Nullable ConferenceId partOf, @Nullable ConferenceId inMarginsOf) {
    return Stream.concat(Reference.known(partOf).stream(), Reference.known(inMarginsOf).stream())
        .toList();
  }

  private static void requireOneOrOther(
      @Nullable ConferenceId partOf, @Nullable ConferenceId inMarginsOf) {
    if (partOf != null && partOf.equals(inMarginsOf)) {
      throw new InvalidValue(
          RefusalCode.INVALID_FIELDS,
          "inMarginsOf",
          "a meeting is a session of the conference or beside it, not both");
    }
  }

  private static List<Reference> references(
      List<PartyId> parties, List<Participant> participants, @Nullable Place place, EdtfSpan when) {
    List<Reference> references = new ArrayList<>(Reference.extant(parties, when));
    for (Participant participant : participants) {
      if (participant.official() != null) {
        references.add(new Reference.KnownOfficial(participant.official()));
      }
      references.addAll(Reference.known(participant.party()));
    }
    if (place != null) {
      references.addAll(Reference.known(place.country()));
    }
    return references;
  }
}
