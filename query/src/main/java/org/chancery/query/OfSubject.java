package org.chancery.query;

import java.util.stream.Stream;
import org.chancery.shared.Subject;

/** An answer about one subject, which a command may name with its version in If-Match. */
public interface OfSubject {
  Subject subject();

  /** The subjects whose facts it tells. */
  default Stream<Subject> subjects() {
    return Stream.of(subject());
  }
}
