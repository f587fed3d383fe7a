package org.chancery.shared.relationship;

import org.chancery.shared.Choice;
import org.chancery.shared.relationship.RelationshipEvent.DiscrepancyNoted;
import org.chancery.shared.relationship.RelationshipEvent.PartyRecognized;
import org.chancery.shared.relationship.RelationshipEvent.RelationsEstablished;
import org.chancery.shared.relationship.RelationshipEvent.RelationsInterrupted;
import org.chancery.shared.relationship.RelationshipEvent.RelationsResumed;
import org.chancery.shared.relationship.RelationshipEvent.RelationsSevered;
import org.jspecify.annotations.Nullable;

/** A change in the relations between two parties. */
public sealed interface RelationsStep {

  /** What an event changes; null where it changes nothing. */
  static @Nullable RelationsStep of(RelationshipEvent event) {
    return switch (event) {
      case PartyRecognized _ -> new Recognized();
      case RelationsEstablished _ -> new Established();
      case RelationshipEvent.RepresentationChanged(var _, var level, var _, var _) ->
          new RepresentationChanged(level);
      case RelationsInterrupted _ -> new Interrupted();
      case RelationsSevered _ -> new Severed();
      case RelationsResumed _ -> new Resumed();
      case DiscrepancyNoted _ -> null;
    };
  }

  /** One party recognized the other, or both did. */
  record Recognized() implements RelationsStep {
    @Override
    public String toString() {
      return "recognition";
    }
  }

  record Established() implements RelationsStep {
    @Override
    public String toString() {
      return "relations established";
    }
  }

  record RepresentationChanged(Representation level) implements RelationsStep {
    @Override
    public String toString() {
      return "representation at the level " + Choice.text(level);
    }
  }

  record Interrupted() implements RelationsStep {
    @Override
    public String toString() {
      return "relations interrupted";
    }
  }

  record Severed() implements RelationsStep {
    @Override
    public String toString() {
      return "relations severed";
    }
  }

  record Resumed() implements RelationsStep {
    @Override
    public String toString() {
      return "relations resumed";
    }
  }
}
