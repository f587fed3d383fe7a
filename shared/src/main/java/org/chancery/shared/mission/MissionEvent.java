package org.chancery.shared.mission;

import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
import org.chancery.shared.cause.Caused;
import org.chancery.shared.cause.CitedCause;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/** What became of a mission and of those who were to head it. */
public sealed interface MissionEvent extends LedgerEvent {
  String CONCEPT = "missions";

  @Override
  MissionCommand command();

  PartyId sending();

  PartyId receiving();

  EdtfDate on();

  default MissionId mission() {
    return new MissionId(sending(), receiving());
  }

  @Override
  default Subject subject() {
    return mission().subject();
  }

  /** Tells of one term at the head of the mission. */
  interface OfTerm {

    DiplomaticAgent head();

    TermId term();
  }

  /** The sending party proposed a head; it would know. */
  record HeadNominated(
      PartyId sending,
      PartyId receiving,
      DiplomaticAgent head,
      TermId term,
      @Nullable String rank,
      EdtfDate on)
      implements MissionEvent, OfTerm {

    @Override
    public MissionCommand command() {
      return new MissionCommand.NominateHeadOfMission(
          sending, receiving, head.official(), head.name(), term, rank, on);
    }
  }

  /** The receiving party agreed to the person; both would know. */
  record AgrementGranted(
      PartyId sending, PartyId receiving, DiplomaticAgent head, TermId term, EdtfDate on)
      implements MissionEvent, OfTerm {

    @Override
    public MissionCommand command() {
      return new MissionCommand.GrantAgrement(
          sending, receiving, head.official(), head.name(), term, on);
    }
  }

  /** The receiving party did not agree to the person; both would know. */
  record AgrementRefused(
      PartyId sending,
      PartyId receiving,
      DiplomaticAgent head,
      TermId term,
      EdtfDate on,
      @Nullable String reason)
      implements MissionEvent, OfTerm {

    @Override
    public MissionCommand command() {
      return new MissionCommand.RefuseAgrement(
          sending, receiving, head.official(), head.name(), term, on, reason);
    }
  }

  /** The sending party commissioned the head; it would know. */
  record HeadAppointed(
      PartyId sending,
      PartyId receiving,
      DiplomaticAgent head,
      TermId term,
      @Nullable String rank,
      EdtfDate on)
      implements MissionEvent, OfTerm {

    @Override
    public MissionCommand command() {
      return new MissionCommand.AppointHeadOfMission(
          sending, receiving, head.official(), head.name(), term, rank, on);
    }
  }

  /** The head arrived at the post. */
  record HeadArrived(
      PartyId sending, PartyId receiving, DiplomaticAgent head, TermId term, EdtfDate on)
      implements MissionEvent, OfTerm {

    @Override
    public MissionCommand command() {
      return new MissionCommand.RecordArrival(
          sending, receiving, head.official(), head.name(), term, on);
    }
  }

  /** The head presented credentials; the receiving party would know. */
  record CredentialsPresented(
      PartyId sending, PartyId receiving, DiplomaticAgent head, TermId term, EdtfDate on)
      implements MissionEvent, OfTerm {

    @Override
    public MissionCommand command() {
      return new MissionCommand.PresentCredentials(
          sending, receiving, head.official(), head.name(), term, on);
    }
  }

  /** The functions of the head ended. */
  record FunctionsEnded(
      PartyId sending,
      PartyId receiving,
      DiplomaticAgent head,
      TermId term,
      EdtfDate on,
      MannerOfEnd manner,
      @Nullable CitedCause because)
      implements MissionEvent, OfTerm, Caused {

    /** Over what is not on record. */
    public FunctionsEnded(
        PartyId sending,
        PartyId receiving,
        DiplomaticAgent head,
        TermId term,
        EdtfDate on,
        MannerOfEnd manner) {
      this(sending, receiving, head, term, on, manner, null);
    }

    @Override
    public MissionCommand command() {
      return new MissionCommand.EndMission(
          sending, receiving, head.official(), head.name(), term, on, manner, because);
    }
  }

  /** The receiving party declared a member of the mission not acceptable. */
  record PersonaNonGrataDeclared(
      PartyId sending,
      PartyId receiving,
      DiplomaticAgent person,
      PartyId by,
      EdtfDate on,
      String reason)
      implements MissionEvent {

    @Override
    public MissionCommand command() {
      return new MissionCommand.DeclarePersonaNonGrata(sending, receiving, person, by, on, reason);
    }
  }

  /** A source states a step that the rest of the history does not bear. */
  record MissionDiscrepancyNoted(
      PartyId sending,
      PartyId receiving,
      DiplomaticAgent head,
      TermId term,
      HeadStep stated,
      EdtfDate on,
      String reason)
      implements MissionEvent, OfTerm {

    @Override
    public MissionCommand command() {
      return new MissionCommand.NoteMissionDiscrepancy(
          sending, receiving, head.official(), head.name(), term, stated, on, reason);
    }
  }
}
