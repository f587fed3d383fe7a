package org.chancery.app;

/** Tells a failure in one line. */
final class Failure {
  private static final int DEPTH = 20;

  private Failure() {}

  static String told(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; depth < DEPTH && cause.getCause() != null; depth++) {
      if (cause instanceof UsageException) {
        break;
      }
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    if (message != null && message.contains("Database may be already in use")) {
      return "another server has this data open; import into it with --server URL";
    }
    return message == null ? cause.toString() : message;
  }
}
