package org.chancery.command;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chancery.journal.CommandKey;
import org.chancery.shared.Subject;

/**
 * Cuts submissions into runs that may share an append: in none does one ask what another enters.
 */
final class BatchPartitioner {
  private final List<List<Submission>> runs = new ArrayList<>();
  private final Set<CommandKey> keys = new HashSet<>();
  private final Set<Subject> subjects = new HashSet<>();

  private BatchPartitioner() {}

  static List<List<Submission>> of(List<Submission> submissions) {
    BatchPartitioner runs = new BatchPartitioner();
    submissions.forEach(runs::add);
    return runs.runs;
  }

  private void add(Submission submission) {
    if (runs.isEmpty() || asksOfRun(submission) || runs.getLast().getLast().mayUnregister()) {
      runs.add(new ArrayList<>());
      keys.clear();
      subjects.clear();
    }
    runs.getLast().add(submission);
    keys.add(submission.key());
    subjects.add(submission.command().subject());
  }

  /**
   * A key used again asks for its first answer, If-Match for its subject's version, and who
   * retracts a registration for all that rests on it.
   */
  private boolean asksOfRun(Submission submission) {
    return submission.mayUnregister()
        || keys.contains(submission.key())
        || (submission.ifMatch() != null && subjects.contains(submission.command().subject()));
  }
}
