package org.chancery.shared.relationship;

/** How far a recognition goes: in law, or as a fact that may yet be taken back. */
public enum Recognition {
  UNSPECIFIED,
  DE_FACTO,
  DE_JURE
}
