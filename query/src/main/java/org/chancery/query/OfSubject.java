package org.chancery.query;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.query.Ending.Because;
import org.chancery.shared.Subject;

/** An answer about one subject, which a command may name with its version in If-Match. */
public interface OfSubject extends OfSubjects {
  Subject subject();

  /** How it was suspended, ended or called off by the day, as far as it tells. */
  default List<Ending> endings() {
    return List.of();
  }

  /** The entries that it tells as causes. */
  default Stream<Because> causes() {
    return Ending.causes(endings());
  }

  @Override
  default Stream<Subject> subjects() {
    return Stream.of(subject());
  }
}
