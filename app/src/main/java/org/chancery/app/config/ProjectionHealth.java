package org.chancery.app.config;

import java.time.Duration;
import org.chancery.readmodel.Projector;
import org.chancery.readmodel.ReadModels;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Healthy while the read models follow the journal: an answer that stands still misleads. Not
 * before they have taken in what the journal held at the start, for till then there is none.
 */
@Component("projections")
public final class ProjectionHealth implements HealthIndicator {
  private static final double BEHIND = 100_000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Projector projector;
  private final ReadModels models;
  private final Duration patience;

  @Autowired
  public ProjectionHealth(Projector projector, ReadModels models) {
    this(projector, models, PATIENCE);
  }

  /**
   * @param patience for how long the read models may take nothing in that there is to take in
   */
  public ProjectionHealth(Projector projector, ReadModels models, Duration patience) {
    this.projector = projector;
    this.models = models;
    this.patience = patience;
  }

  @Override
  public Health health() {
    if (!models.areKept()) {
      return Health.up().withDetail("state", "off").build();
    }
    Exception failure = projector.failure();
    Health.Builder health = failure == null && follows() ? Health.up() : Health.down();
    if (failure != null) {
      health.withDetail("cause", failure.toString());
    }
    if (!models.haveCaughtUp()) {
      health.withDetail("progress", models.progress());
    }
    return health
        .withDetail("lag", projector.lag())
        .withDetail("position", models.position())
        .build();
  }

  private boolean follows() {
    return projector.isRunning()
        && models.haveCaughtUp()
        && projector.lag() <= BEHIND
        && projector.standsStill().compareTo(patience) < 0;
  }
}
