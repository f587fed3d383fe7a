package org.chancery.app.config;

import org.chancery.query.search.SearchIndex;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Degraded while the search index stands still: all but searches is answered. */
@Component("search")
final class SearchHealth implements HealthIndicator {
  private final SearchIndex index;

  SearchHealth(SearchIndex index) {
    this.index = index;
  }

  @Override
  public Health health() {
    if (!index.isAutoStartup()) {
      return Health.up().withDetail("state", "off").build();
    }
    Throwable failure = index.failure();
    boolean follows = failure == null && index.isRunning();
    Health.Builder health = follows ? Health.up() : Health.status(new Status("DEGRADED"));
    if (failure != null) {
      health.withDetail("cause", failure.toString());
    }
    return health.withDetail("lag", index.lag()).withDetail("position", index.position()).build();
  }
}
