package org.chancery.journal;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Recognises a breach of a unique key. The databases agree on the SQLState but not on where it
 * hides: H2's batch exception has no cause, only a next exception.
 */
final class DuplicateKey {
  private static final String UNIQUE_VIOLATION = "23505";
  private static final int DEPTH = 20;

  private DuplicateKey() {}

  static boolean isCauseOf(@Nullable Throwable failure) {
    return isCauseOf(failure, DEPTH);
  }

  private static boolean isCauseOf(@Nullable Throwable failure, int depth) {
    if (failure == null || depth == 0) {
      return false;
    }
    if (failure instanceof SQLException sql
        && (UNIQUE_VIOLATION.equals(sql.getSQLState())
            || isCauseOf(sql.getNextException(), depth - 1))) {
      return true;
    }
    return isCauseOf(failure.getCause(), depth - 1);
  }
}
