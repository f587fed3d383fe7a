package org.chancery.query.trip;

/** How a trip stands on a day. */
public enum TripStatus {
  PLANNED,
  TOOK_PLACE,
  CANCELLED,
  INDETERMINATE
}
