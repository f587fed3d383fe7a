package org.chancery.shared.conference;

import java.util.List;
import org.chancery.shared.ConferenceId;
import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
import org.chancery.shared.cause.Caused;
import org.chancery.shared.cause.CitedCause;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.meeting.Place;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/** What became of a conference. */
public sealed interface ConferenceEvent extends LedgerEvent {
  String CONCEPT = "conferences";

  @Override
  ConferenceCommand command();

  ConferenceId conference();

  @Override
  default Subject subject() {
    return new Subject(CONCEPT, conference().value());
  }

  /** The convener called the parties together. */
  record ConferenceConvened(
      ConferenceId conference,
      String name,
      ConferenceKind kind,
      @Nullable PartyId convener,
      @Nullable PartyId host,
      @Nullable Place place,
      EdtfSpan scheduledFor,
      List<Attendee> participants,
      List<String> topics,
      @Nullable ConferenceId partOf,
      @Nullable String series)
      implements ConferenceEvent {

    @Override
    public ConferenceCommand command() {
      return new ConferenceCommand.ConveneConference(
          conference,
          name,
          kind,
          convener,
          host,
          place,
          scheduledFor,
          participants,
          topics,
          partOf,
          series);
    }
  }

  /** The convener put it off, to another date or to none. */
  record ConferencePostponed(ConferenceId conference, @Nullable EdtfSpan scheduledFor)
      implements ConferenceEvent {

    @Override
    public ConferenceCommand command() {
      return new ConferenceCommand.PostponeConference(conference, scheduledFor);
    }
  }

  /** The convener called it off. */
  record ConferenceCancelled(
      ConferenceId conference,
      EdtfDate on,
      String reason,
      List<PartyId> by,
      @Nullable CitedCause because)
      implements ConferenceEvent, Caused {

    /** By whom and over what is not on record. */
    public ConferenceCancelled(ConferenceId conference, EdtfDate on, String reason) {
      this(conference, on, reason, List.of(), null);
    }

    @Override
    public ConferenceCommand command() {
      return new ConferenceCommand.CancelConference(conference, on, reason, by, because);
    }
  }

  /** It was held, like this; those present would know. */
  record ConferenceHeld(
      ConferenceId conference,
      EdtfSpan heldOn,
      String name,
      ConferenceKind kind,
      @Nullable PartyId convener,
      @Nullable PartyId host,
      @Nullable Place place,
      List<Attendee> participants,
      List<String> topics,
      @Nullable ConferenceId partOf,
      @Nullable String series)
      implements ConferenceEvent {

    @Override
    public ConferenceCommand command() {
      return new ConferenceCommand.RecordConferenceHeld(
          conference,
          heldOn,
          name,
          kind,
          convener,
          host,
          place,
          participants,
          topics,
          partOf,
          series);
    }
  }

  /** The conveners asked the party to take part. */
  record PartyInvited(ConferenceId conference, PartyId party, Capacity as)
      implements ConferenceEvent {

    @Override
    public ConferenceCommand command() {
      return new ConferenceCommand.InviteParty(conference, party, as);
    }
  }
}
