package org.chancery.app.config;

import org.chancery.journal.JournalParts;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Healthy while the journal takes entries: not once it has stopped, and not while its database
 * fails or does not answer.
 */
@Component("journalHealthIndicator")
final class JournalHealth implements HealthIndicator {
  private final JournalParts journal;

  JournalHealth(JournalParts journal) {
    this.journal = journal;
  }

  @Override
  public Health health() {
    String trouble = journal.trouble();
    return trouble == null
        ? Health.up().build()
        : Health.down().withDetail("cause", trouble).build();
  }
}
