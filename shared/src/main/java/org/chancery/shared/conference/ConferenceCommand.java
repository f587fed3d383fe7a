package org.chancery.shared.conference;

import java.util.ArrayList;
import java.util.List;
import org.chancery.shared.ConferenceId;
import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
import org.chancery.shared.cause.Caused;
import org.chancery.shared.cause.CitedCause;
import org.chancery.shared.conference.Attendee.Delegate;
import org.chancery.shared.conference.Attendee.Delegation;
import org.chancery.shared.conference.Attendee.NamedDelegate;
import org.chancery.shared.conference.Attendee.UnnamedDelegates;
import org.chancery.shared.entry.CreationCommand;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.meeting.Place;
import org.chancery.shared.precondition.Reference;
import org.chancery.shared.precondition.Require;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/** What can be asked of a conference. */
public sealed interface ConferenceCommand extends LedgerCommand {

  ConferenceId conference();

  @Override
  default Subject subject() {
    return new Subject(ConferenceEvent.CONCEPT, conference().value());
  }

  /**
   * The parties are to confer.
   *
   * @param partOf the conference within which it is held
   * @param series what the conferences are called that it is one of, such as {@code g20-leaders}
   */
  record ConveneConference(
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
      implements ConferenceCommand, CreationCommand {

    public ConveneConference {
      name = Require.text("name", name);
      participants = Require.distinct("participants", participants);
      topics = Require.texts("topics", topics);
      series = Require.optionalText("series", series);
    }

    @Override
    public List<Reference> references() {
      List<Reference> references =
          ConferenceCommand.references(convener, host, place, participants, scheduledFor);
      references.addAll(Reference.within(conference, partOf));
      return references;
    }
  }

  /**
   * The conference is put off.
   *
   * @param scheduledFor null where no other date is set
   */
  record PostponeConference(ConferenceId conference, @Nullable EdtfSpan scheduledFor)
      implements ConferenceCommand {

    @Override
    public List<Reference> references() {
      return List.of();
    }
  }

  /** The conference will not be held. */
  record CancelConference(
      ConferenceId conference,
      EdtfDate on,
      String reason,
      List<PartyId> by,
      @Nullable CitedCause because)
      implements ConferenceCommand, Caused {

    public CancelConference {
      by = Require.distinct("by", by);
      reason = Require.reason(reason);
    }

    /** By whom and over what is not on record. */
    public CancelConference(ConferenceId conference, EdtfDate on, String reason) {
      this(conference, on, reason, List.of(), null);
    }

    @Override
    public List<Reference> references() {
      return Reference.of(this, List.of(new Reference.Begun(EdtfSpan.of(on))));
    }
  }

  /** The conference was held. What is left out (or empty) stands as it was convened. */
  record RecordConferenceHeld(
      ConferenceId conference,
      EdtfSpan heldOn,
      @Nullable String name,
      @Nullable ConferenceKind kind,
      @Nullable PartyId convener,
      @Nullable PartyId host,
      @Nullable Place place,
      List<Attendee> participants,
      List<String> topics,
      @Nullable ConferenceId partOf,
      @Nullable String series)
      implements ConferenceCommand, CreationCommand {

    public RecordConferenceHeld {
      name = Require.optionalText("name", name);
      participants = Require.distinct("participants", participants);
      topics = Require.texts("topics", topics);
      series = Require.optionalText("series", series);
    }

    @Override
    public List<Reference> references() {
      List<Reference> references =
          ConferenceCommand.references(convener, host, place, participants, heldOn);
      references.addAll(Reference.within(conference, partOf));
      references.add(new Reference.Begun(heldOn));
      return references;
    }
  }

  /** The party is asked to take part. */
  record InviteParty(ConferenceId conference, PartyId party, Capacity as)
      implements ConferenceCommand {

    @Override
    public List<Reference> references() {
      return List.of(new Reference.Known(party));
    }
  }

  private static List<Reference> references(
      @Nullable PartyId convener,
      @Nullable PartyId host,
      @Nullable Place place,
      List<Attendee> participants,
      EdtfSpan when) {
    List<Reference> references = new ArrayList<>();
    references.addAll(Reference.known(convener));
    references.addAll(Reference.known(host));
    references.addAll(Reference.known(place == null ? null : place.country()));
    for (Attendee attendee : participants) {
      switch (attendee) {
        case Delegation(var party, var _) -> references.add(new Reference.Extant(party, when));
        case Delegate(var official, var party) -> {
          references.add(new Reference.KnownOfficial(official));
          references.addAll(Reference.known(party));
        }
        case NamedDelegate(var _, var party) -> references.addAll(Reference.known(party));
        case UnnamedDelegates _ -> {}
      }
    }
    return references;
  }
}
