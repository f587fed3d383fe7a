package org.chancery.intake.ledger;

import java.io.IOException;
import java.util.function.BiConsumer;
import org.chancery.intake.source.Draft;

/** Hands drafts in, to this ledger or to another one that runs. */
public interface Submitter {

  /** Hands a draft in; its verdict may come later, but comes in order. */
  void submit(Draft draft) throws IOException;

  /** Waits until every draft has its verdict. */
  void finish() throws IOException;

  /** Makes submitters that report to the given verdicts. */
  @FunctionalInterface
  interface Factory {
    Submitter reportingTo(BiConsumer<Draft, Verdict> verdicts);
  }
}
