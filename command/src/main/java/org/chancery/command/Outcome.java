package org.chancery.command;

import java.util.List;
import org.chancery.journal.Entry;
import org.chancery.shared.Problem;

/** What became of a submission. */
public sealed interface Outcome {

  /**
   * It was accepted.
   *
   * @param entries the entries that it made
   * @param replayed true where it had been executed before and nothing was added now
   */
  record Recorded(List<Entry> entries, boolean replayed) implements Outcome {}

  /** It was refused, and nothing of it kept. */
  record Refused(Problem problem) implements Outcome {}
}
