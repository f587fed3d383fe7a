package org.chancery.query;

import org.chancery.shared.Subject;

/** An answer about one subject, which a command may name with its version in If-Match. */
public interface OfSubject {
  Subject subject();
}
