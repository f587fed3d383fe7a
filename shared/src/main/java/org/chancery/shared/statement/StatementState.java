package org.chancery.shared.statement;

/** How a statement stands on a day. */
public enum StatementState {
  NONE,
  STANDING,
  WITHDRAWN
}
