package org.chancery.query;

import java.util.stream.Stream;
import org.chancery.shared.Subject;

/** What tells facts of subjects. */
public interface OfSubjects {

  /** The subjects whose facts it tells. */
  Stream<Subject> subjects();
}
