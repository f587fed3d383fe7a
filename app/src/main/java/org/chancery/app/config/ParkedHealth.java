package org.chancery.app.config;

import java.util.Map;
import org.chancery.readmodel.ReadModels;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Degraded while read models lack entries: the rest is answered, and what lacks some says so. */
@Component("parked")
final class ParkedHealth implements HealthIndicator {
  private static final int LISTED = 10;

  private final ReadModels models;

  ParkedHealth(ReadModels models) {
    this.models = models;
  }

  @Override
  public Health health() {
    Map<String, Integer> counts = models.parkedCounts();
    if (counts.isEmpty()) {
      return Health.up().build();
    }
    return Health.status(new Status("DEGRADED"))
        .withDetail("counts", counts)
        .withDetail("first", models.parked(LISTED))
        .build();
  }
}
