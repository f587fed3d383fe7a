package org.chancery.shared.agreement;

/** What the parties call it, which does not decide whether it binds them. */
public enum AgreementKind {
  TREATY,
  PROTOCOL,
  MEMORANDUM,
  EXECUTIVE_AGREEMENT,
  JOINT_STATEMENT
}
