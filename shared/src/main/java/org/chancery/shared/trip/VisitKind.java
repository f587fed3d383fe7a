package org.chancery.shared.trip;

/** What kind of visit a trip is to its host, in the words of protocol (Satow). */
public enum VisitKind {
  STATE,
  OFFICIAL,
  WORKING,
  PRIVATE,
  TRANSIT,
  UNSPECIFIED
}
