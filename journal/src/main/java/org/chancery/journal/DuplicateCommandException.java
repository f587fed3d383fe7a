package org.chancery.journal;

/** A command of this id has been executed before. */
public final class DuplicateCommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DuplicateCommandException(String commandId) {
    super("command '%s' has been executed before".formatted(commandId));
  }
}
