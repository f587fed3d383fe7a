package org.chancery.query.trip;

/** How a trip stands on a day. */
public enum TripStatus {
  PLANNED,
  /** The last day for which it was planned has passed, and no outcome is on record. */
  OVERDUE,
  TOOK_PLACE,
  CANCELLED,
  INDETERMINATE
}
