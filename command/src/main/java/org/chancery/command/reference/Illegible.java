package org.chancery.command.reference;

import java.util.List;
import org.axonframework.serialization.SerializationException;
import org.chancery.journal.Entry;
import org.chancery.journal.Journal;
import org.chancery.journal.JournalSerializer;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RequestCode;
import org.chancery.shared.Subject;

/**
 * A subject with entries that this version of the ledger cannot read. What would rest on it is not
 * decided: half of what is recorded would be taken for all.
 *
 * @param entries their positions
 */
public record Illegible(Subject subject, List<Long> entries) {
  private static final JournalSerializer SERIALIZER = new JournalSerializer();

  /** What the journal holds of the subject; without entries where all of them can be read. */
  public static Illegible in(Journal journal, Subject subject) {
    return new Illegible(
        subject,
        journal.ofSubject(subject.toString(), 0, Integer.MAX_VALUE).stream()
            .filter(entry -> !isLegible(entry))
            .map(Entry::position)
            .toList());
  }

  private static boolean isLegible(Entry entry) {
    try {
      SERIALIZER.read(entry.name(), entry.revision(), entry.payload());
      return true;
    } catch (SerializationException illegible) {
      return false;
    }
  }

  /** What whoever would build on the subject meets. */
  public Problem problem() {
    return Problem.of(
            RequestCode.ENTRY_ILLEGIBLE,
            "this version of the ledger cannot read all that is recorded of %s".formatted(subject))
        .naming(entries);
  }

  ProblemException refusal() {
    return new ProblemException(problem());
  }
}
