package org.chancery.shared.mission;

import java.util.ArrayList;
import java.util.List;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.OfficialId;
import org.chancery.shared.PartyId;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.Subject;
import org.chancery.shared.cause.Caused;
import org.chancery.shared.cause.CitedCause;
import org.chancery.shared.entry.LedgerCommand;
import org.chancery.shared.precondition.Reference;
import org.chancery.shared.precondition.Require;
import org.chancery.shared.time.EdtfDate;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of a mission. The two parties are the subject; whose step it is, each command
 * says by an official or by a name. Where one person heads a mission more than once, {@code term}
 * tells the terms apart; left out, it is the latest in which the step can have been taken.
 */
public sealed interface MissionCommand extends LedgerCommand {

  PartyId sending();

  PartyId receiving();

  EdtfDate on();

  /** Whose step it is, or of whom something is said. */
  default DiplomaticAgent head() {
    return switch (this) {
      case DeclarePersonaNonGrata declare -> declare.person();
      case OfHead step -> new DiplomaticAgent(step.official(), step.name());
    };
  }

  default MissionId mission() {
    return new MissionId(sending(), receiving());
  }

  @Override
  default Subject subject() {
    return mission().subject();
  }

  /**
   * What begins or goes on needs both parties; what ends may outlive one of them; and what a source
   * states may be at odds with their existence too.
   */
  @Override
  default List<Reference> references() {
    List<PartyId> both = List.of(sending(), receiving());
    EdtfSpan when = EdtfSpan.of(on());
    List<Reference> references =
        new ArrayList<>(
            switch (this) {
              case NominateHeadOfMission _,
                  GrantAgrement _,
                  RefuseAgrement _,
                  AppointHeadOfMission _,
                  RecordArrival _,
                  PresentCredentials _ ->
                  Reference.extant(both, when);
              case EndMission _, DeclarePersonaNonGrata _ -> Reference.arisen(both, when);
              case NoteMissionDiscrepancy _ ->
                  List.of(new Reference.Known(sending()), new Reference.Known(receiving()));
            });
    references.addAll(head().references());
    if (this instanceof Caused end) {
      return Reference.of(end, references);
    }
    return references;
  }

  /** Speaks of one term at the head of the mission. */
  interface OfHead {

    @Nullable OfficialId official();

    @Nullable String name();

    /** Null where it is the only one, or the latest that allows the step. */
    @Nullable TermId term();
  }

  /**
   * The sending party proposes a head.
   *
   * @param rank as the source has it, such as "Ambassador Extraordinary and Plenipotentiary"
   */
  record NominateHeadOfMission(
      PartyId sending,
      PartyId receiving,
      @Nullable OfficialId official,
      @Nullable String name,
      @Nullable TermId term,
      @Nullable String rank,
      EdtfDate on)
      implements MissionCommand, OfHead {

    public NominateHeadOfMission {
      name = new MissionId(sending, receiving).agent(official, name).name();
      rank = Require.optionalText("rank", rank);
    }
  }

  /** The receiving party agrees to the person (art. 4). */
  record GrantAgrement(
      PartyId sending,
      PartyId receiving,
      @Nullable OfficialId official,
      @Nullable String name,
      @Nullable TermId term,
      EdtfDate on)
      implements MissionCommand, OfHead {

    public GrantAgrement {
      name = new MissionId(sending, receiving).agent(official, name).name();
    }
  }

  /** The receiving party does not agree, for which it owes no reasons (art. 4). */
  record RefuseAgrement(
      PartyId sending,
      PartyId receiving,
      @Nullable OfficialId official,
      @Nullable String name,
      @Nullable TermId term,
      EdtfDate on,
      @Nullable String reason)
      implements MissionCommand, OfHead {

    public RefuseAgrement {
      name = new MissionId(sending, receiving).agent(official, name).name();
      reason = Require.optionalText("reason", reason);
    }
  }

  /** The sending party commissions the head. */
  record AppointHeadOfMission(
      PartyId sending,
      PartyId receiving,
      @Nullable OfficialId official,
      @Nullable String name,
      @Nullable TermId term,
      @Nullable String rank,
      EdtfDate on)
      implements MissionCommand, OfHead {

    public AppointHeadOfMission {
      name = new MissionId(sending, receiving).agent(official, name).name();
      rank = Require.optionalText("rank", rank);
    }
  }

  /** The head arrives at the post. */
  record RecordArrival(
      PartyId sending,
      PartyId receiving,
      @Nullable OfficialId official,
      @Nullable String name,
      @Nullable TermId term,
      EdtfDate on)
      implements MissionCommand, OfHead {

    public RecordArrival {
      name = new MissionId(sending, receiving).agent(official, name).name();
    }
  }

  /** The head presents credentials, and has taken up the functions from then on (art. 13). */
  record PresentCredentials(
      PartyId sending,
      PartyId receiving,
      @Nullable OfficialId official,
      @Nullable String name,
      @Nullable TermId term,
      EdtfDate on)
      implements MissionCommand, OfHead {

    public PresentCredentials {
      name = new MissionId(sending, receiving).agent(official, name).name();
    }
  }

  /**
   * The functions of the head end (art. 43).
   *
   * @param manner unspecified where it is left out
   */
  record EndMission(
      PartyId sending,
      PartyId receiving,
      @Nullable OfficialId official,
      @Nullable String name,
      @Nullable TermId term,
      EdtfDate on,
      @Nullable MannerOfEnd manner,
      @Nullable CitedCause because)
      implements MissionCommand, OfHead, Caused {

    public EndMission {
      name = new MissionId(sending, receiving).agent(official, name).name();
    }

    /** Over what is not on record. */
    public EndMission(
        PartyId sending,
        PartyId receiving,
        @Nullable OfficialId official,
        @Nullable String name,
        @Nullable TermId term,
        EdtfDate on,
        @Nullable MannerOfEnd manner) {
      this(sending, receiving, official, name, term, on, manner, null);
    }
  }

  /**
   * The receiving party declares the head, or another of the diplomatic staff, not acceptable (art.
   * 9). That alone does not end the functions.
   *
   * @param by the receiving party, which is the only one that can
   */
  record DeclarePersonaNonGrata(
      PartyId sending,
      PartyId receiving,
      DiplomaticAgent person,
      PartyId by,
      EdtfDate on,
      String reason)
      implements MissionCommand {

    public DeclarePersonaNonGrata {
      if (!by.equals(new MissionId(sending, receiving).receiving())) {
        throw new InvalidValue(
            RefusalCode.INVALID_FIELDS, "by", "the receiving party declares it, " + receiving);
      }
      reason = Require.reason(reason);
    }
  }

  /**
   * A source states a step that the history here does not bear; the statement is kept beside it.
   */
  record NoteMissionDiscrepancy(
      PartyId sending,
      PartyId receiving,
      @Nullable OfficialId official,
      @Nullable String name,
      @Nullable TermId term,
      HeadStep stated,
      EdtfDate on,
      String reason)
      implements MissionCommand, OfHead {

    public NoteMissionDiscrepancy {
      name = new MissionId(sending, receiving).agent(official, name).name();
      reason = Require.reason(reason);
    }
  }
}
