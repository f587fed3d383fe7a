package org.chancery.app.config;

import java.util.ArrayList;
import java.util.List;
import org.chancery.app.question.NotUnderstoodException;
import org.chancery.intake.source.OtherKind;

/** Tells a failure in one line. */
public final class Failure {
  private static final int DEPTH = 20;
  private static final String OPEN =
      "a ledger is open there already, in another process; if it is a server, import, replay,"
          + " export and the verbs that ask work through it with --server URL";

  private Failure() {}

  public static String told(Throwable failure) {
    String told = failure.toString();
    for (Throwable cause : causes(failure)) {
      told = cause.getMessage() == null ? told : cause.getMessage();
      if (told.contains("Database may be already in use")) {
        return OPEN;
      }
    }
    return told;
  }

  /** True where whoever started the program asked for what cannot be. */
  public static boolean isMisuse(Throwable failure) {
    Throwable cause = causes(failure).getLast();
    return cause instanceof UsageException
        || cause instanceof NotUnderstoodException
        || cause instanceof OtherKind;
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
