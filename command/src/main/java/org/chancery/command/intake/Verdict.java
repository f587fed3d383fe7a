package org.chancery.command.intake;

/** What the ledger made of a draft. */
public sealed interface Verdict {

  /** It is in the ledger now. */
  record Entered() implements Verdict {}

  /** It was in the ledger before. */
  record Unchanged() implements Verdict {}

  /** The ledger did not take it. */
  record Declined(String code, String detail) implements Verdict {}
}
