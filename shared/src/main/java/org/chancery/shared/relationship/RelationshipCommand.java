package org.chancery.shared.relationship;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.shared.InvalidValue;
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

/** What can be asked of the relations between two parties. The pair is the subject. */
public sealed interface RelationshipCommand extends LedgerCommand {

  Pair pair();

  EdtfDate on();

  @Override
  default Subject subject() {
    return pair().subject();
  }

  /** What begins, changes or goes on needs both parties; what ends may outlive one of them. */
  @Override
  default List<Reference> references() {
    List<Reference> existence =
        ends()
            ? Reference.arisen(pair().parties(), EdtfSpan.of(on()))
            : Reference.extant(pair().parties(), EdtfSpan.of(on()));
    if (this instanceof NoteDiscrepancy) { // a source may state what cannot be
      return existence;
    }
    List<Reference> recognizable =
        Stream.concat(
                existence.stream(), pair().parties().stream().map(Reference.Recognizable::new))
            .toList();
    return this instanceof Caused act ? Reference.of(act, recognizable) : recognizable;
  }

  /** True where something between the parties is over from then on. */
  private boolean ends() {
    return switch (this) {
      case SeverRelations _ -> true;
      case ChangeRepresentation change -> change.level() == Representation.NONE;
      case RecognizeParty _,
          EstablishRelations _,
          InterruptRelations _,
          ResumeRelations _,
          NoteDiscrepancy _ ->
          false;
    };
  }

  /**
   * One party recognizes the other.
   *
   * @param mutual true where both recognize each other in one act
   * @param recognition how far it goes, where the source says so
   */
  record RecognizeParty(
      PartyId by, PartyId of, EdtfDate on, boolean mutual, @Nullable Recognition recognition)
      implements RelationshipCommand {

    public RecognizeParty(PartyId by, PartyId of, EdtfDate on, boolean mutual) {
      this(by, of, on, mutual, null);
    }

    public RecognizeParty {
      if (by.equals(of)) {
        throw Pair.alone("of", of);
      }
    }

    @Override
    public Pair pair() {
      return new Pair(by, of);
    }
  }

  /** Diplomatic relations begin. */
  record EstablishRelations(List<PartyId> parties, EdtfDate on) implements RelationshipCommand {

    public EstablishRelations {
      parties = List.copyOf(parties);
      Pair.of(parties);
    }

    @Override
    public Pair pair() {
      return Pair.of(parties);
    }
  }

  /** The parties are represented in each other at another level, or at another seat. */
  record ChangeRepresentation(
      List<PartyId> parties, Representation level, EdtfDate on, @Nullable String note)
      implements RelationshipCommand {

    public ChangeRepresentation {
      parties = List.copyOf(parties);
      Pair.of(parties);
      note = Require.optionalText("note", note);
    }

    @Override
    public Pair pair() {
      return Pair.of(parties);
    }
  }

  /** Relations are interrupted without being severed. */
  record InterruptRelations(
      List<PartyId> parties,
      EdtfDate on,
      String reason,
      List<PartyId> by,
      @Nullable CitedCause because)
      implements RelationshipCommand, Caused {

    public InterruptRelations {
      by = Require.distinct("by", by);
      parties = List.copyOf(parties);
      Pair.of(parties);
      reason = Require.reason(reason);
    }

    /** By whom and over what is not on record. */
    public InterruptRelations(List<PartyId> parties, EdtfDate on, String reason) {
      this(parties, on, reason, List.of(), null);
    }

    @Override
    public Pair pair() {
      return Pair.of(parties);
    }
  }

  /** A party severs relations. */
  record SeverRelations(
      List<PartyId> parties,
      EdtfDate on,
      String reason,
      List<PartyId> by,
      @Nullable CitedCause because)
      implements RelationshipCommand, Caused {

    public SeverRelations {
      parties = List.copyOf(parties);
      Pair.of(parties);
      by = Require.distinct("by", by);
      if (!parties.containsAll(by)) {
        throw new InvalidValue(
            RefusalCode.INVALID_FIELDS, "by", "one of the two severs their relations, or both do");
      }
      reason = Require.reason(reason);
    }

    /** By whom and over what is not on record. */
    public SeverRelations(List<PartyId> parties, EdtfDate on, String reason) {
      this(parties, on, reason, List.of(), null);
    }

    @Override
    public Pair pair() {
      return Pair.of(parties);
    }
  }

  /** Relations go on after an interruption or severance. */
  record ResumeRelations(List<PartyId> parties, EdtfDate on, String reason)
      implements RelationshipCommand {

    public ResumeRelations {
      parties = List.copyOf(parties);
      Pair.of(parties);
      reason = Require.reason(reason);
    }

    @Override
    public Pair pair() {
      return Pair.of(parties);
    }
  }

  /**
   * A source states a change that the history here does not bear; the statement is kept beside it.
   */
  record NoteDiscrepancy(List<PartyId> parties, StatedChange stated, EdtfDate on, String reason)
      implements RelationshipCommand {

    public NoteDiscrepancy {
      parties = List.copyOf(parties);
      Pair.of(parties);
      reason = Require.reason(reason);
    }

    @Override
    public Pair pair() {
      return Pair.of(parties);
    }
  }
}
