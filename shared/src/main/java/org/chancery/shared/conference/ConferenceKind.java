package org.chancery.shared.conference;

/** At which level parties confer. */
public enum ConferenceKind {
  SUMMIT,
  MINISTERIAL,
  CONFERENCE,
  WORKING_GROUP
}
