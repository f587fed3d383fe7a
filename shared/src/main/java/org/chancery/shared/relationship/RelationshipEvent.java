package org.chancery.shared.relationship;

import java.util.List;
import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
import org.chancery.shared.cause.Caused;
import org.chancery.shared.cause.CitedCause;
import org.chancery.shared.entry.LedgerEvent;
import org.chancery.shared.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/** What became of the relations between two parties. */
public sealed interface RelationshipEvent extends LedgerEvent {
  String CONCEPT = "relationships";

  @Override
  RelationshipCommand command();

  Pair pair();

  EdtfDate on();

  @Override
  default Subject subject() {
    return pair().subject();
  }

  /** A party recognized the other (or both, in one act); the recognizing party would know. */
  record PartyRecognized(
      PartyId by, PartyId of, EdtfDate on, boolean mutual, Recognition recognition)
      implements RelationshipEvent {

    @Override
    public RelationshipCommand command() {
      return new RelationshipCommand.RecognizeParty(by, of, on, mutual, recognition);
    }

    @Override
    public Pair pair() {
      return new Pair(by, of);
    }
  }

  /** Both agreed to have diplomatic relations. */
  record RelationsEstablished(Pair pair, EdtfDate on) implements RelationshipEvent {

    @Override
    public RelationshipCommand command() {
      return new RelationshipCommand.EstablishRelations(pair.parties(), on);
    }
  }

  /** A mission was opened, raised, lowered, moved or closed. */
  record RepresentationChanged(Pair pair, Representation level, EdtfDate on, @Nullable String note)
      implements RelationshipEvent {

    @Override
    public RelationshipCommand command() {
      return new RelationshipCommand.ChangeRepresentation(pair.parties(), level, on, note);
    }
  }

  /** Relations ceased for a time without being severed. */
  record RelationsInterrupted(
      Pair pair, EdtfDate on, String reason, List<PartyId> by, @Nullable CitedCause because)
      implements RelationshipEvent, Caused {

    /** By whom and over what is not on record. */
    public RelationsInterrupted(Pair pair, EdtfDate on, String reason) {
      this(pair, on, reason, List.of(), null);
    }

    @Override
    public RelationshipCommand command() {
      return new RelationshipCommand.InterruptRelations(pair.parties(), on, reason, by, because);
    }
  }

  /** A party severed relations. */
  record RelationsSevered(
      Pair pair, EdtfDate on, String reason, List<PartyId> by, @Nullable CitedCause because)
      implements RelationshipEvent, Caused {

    /** By whom and over what is not on record. */
    public RelationsSevered(Pair pair, EdtfDate on, String reason) {
      this(pair, on, reason, List.of(), null);
    }

    @Override
    public RelationshipCommand command() {
      return new RelationshipCommand.SeverRelations(pair.parties(), on, reason, by, because);
    }
  }

  /** Relations were taken up again. */
  record RelationsResumed(Pair pair, EdtfDate on, String reason) implements RelationshipEvent {

    @Override
    public RelationshipCommand command() {
      return new RelationshipCommand.ResumeRelations(pair.parties(), on, reason);
    }
  }

  /** A source states what the rest of this history does not bear. It changes no state. */
  record DiscrepancyNoted(Pair pair, StatedChange stated, EdtfDate on, String reason)
      implements RelationshipEvent {

    @Override
    public RelationshipCommand command() {
      return new RelationshipCommand.NoteDiscrepancy(pair.parties(), stated, on, reason);
    }
  }
}
