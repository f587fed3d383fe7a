package org.chancery.intake.ledger;

import java.util.List;

/** What the ledger made of a draft. */
public sealed interface Verdict {

  /**
   * It is in the ledger now.
   *
   * @param warnings what it may be confused with, in words
   */
  record Entered(List<String> warnings) implements Verdict {

    /** Nothing is known with which it may be confused, or nobody asked. */
    public Entered() {
      this(List.of());
    }
  }

  /** It was in the ledger before. */
  record Unchanged() implements Verdict {}

  /** The ledger did not take it. */
  record Declined(String code, String detail) implements Verdict {}
}
