package org.chancery.app;

import java.util.ArrayList;
import java.util.List;

/** Tells a failure in one line. */
final class Failure {
  private static final int DEPTH = 20;

  private Failure() {}

  static String told(Throwable failure) {
    String told = failure.toString();
    for (Throwable cause : causes(failure)) {
      told = cause.getMessage() == null ? told : cause.getMessage();
    }
    return told.contains("Database may be already in use")
        ? "another process has this data open; if it is a server, --server URL works through it"
        : told;
  }

  /** True where whoever started the program asked for what cannot be. */
  static boolean isMisuse(Throwable failure) {
    return causes(failure).getLast() instanceof UsageException;
  }

  /** Down to the first cause, or to what was meant to be told. */
  private static List<Throwable> causes(Throwable failure) {
    List<Throwable> causes = new ArrayList<>(List.of(failure));
    while (causes.size() < DEPTH
        && causes.getLast().getCause() != null
        && !(causes.getLast() instanceof UsageException)) {
      causes.add(causes.getLast().getCause());
    }
    return causes;
  }
}
