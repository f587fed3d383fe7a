package org.chancery.shared.entry;

import org.chancery.shared.Subject;

/** A word, where all that matters of it is whether it stands. */
record Said(String word) implements LedgerEvent {
  static final Subject SUBJECT = new Subject("words", "one");

  @Override
  public Subject subject() {
    return SUBJECT;
  }

  @Override
  public LedgerCommand command() {
    throw new UnsupportedOperationException();
  }
}
