package org.chancery.app.violations.command.meeting;

import java.time.Instant;
import java.util.UUID;
import org.chancery.app.violations.command.trip.TripHelper;

/** Decides by the clock and by chance; and knows a trip, which knows it. */
public record MeetingState(TripHelper trip) {

  public String decide() {
    return Instant.now() + UUID.randomUUID().toString();
  }
}
