package org.chancery.shared.relationship;

import org.chancery.shared.Choice;

/** A change in the relations between two parties. */
public sealed interface RelationsStep {

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
