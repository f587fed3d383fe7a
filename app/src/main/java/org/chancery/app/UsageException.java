package org.chancery.app;

/** The program was asked for what cannot be; told in one line, and exits with 2. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
