package org.chancery.app;

import org.chancery.query.asof.Projector;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Healthy while the read models follow the journal: an answer that stands still misleads. */
@Component("projections")
final class ProjectionHealth implements HealthIndicator {
  private static final double BEHIND = 100_000;

  private final Projector projector;

  ProjectionHealth(Projector projector) {
    this.projector = projector;
  }

  @Override
  public Health health() {
    Exception failure = projector.failure();
    Health.Builder health =
        failure != null || !projector.isRunning() || projector.lag() > BEHIND
            ? Health.down()
            : Health.up();
    if (failure != null) {
      health.withDetail("cause", failure.toString());
    }
    return health.withDetail("lag", projector.lag()).build();
  }
}
