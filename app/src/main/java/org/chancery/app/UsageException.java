package org.chancery.app;

/** Something that whoever started the program can mend; told in one line, without a trace. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
