package org.chancery.app.question;

/** What was asked cannot be answered as it is put; the message says why, and what may be meant. */
public final class NotUnderstoodException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotUnderstoodException(String message) {
    super(message);
  }
}
