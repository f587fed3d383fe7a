package org.chancery.app.config;

/** The program was asked for what cannot be; told in one line, and exits with 2. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }
}
