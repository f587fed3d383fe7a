package org.chancery.app;

import org.chancery.journal.JournalParts;
import org.chancery.journal.JournalStoppedException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Healthy while the journal takes entries: once it has stopped, only a restart helps. */
@Component("journalHealthIndicator")
final class JournalHealth implements HealthIndicator {
  private final JournalParts journal;

  JournalHealth(JournalParts journal) {
    this.journal = journal;
  }

  @Override
  public Health health() {
    JournalStoppedException stopped = journal.stopped();
    return stopped == null
        ? Health.up().build()
        : Health.down().withDetail("cause", String.valueOf(stopped.getMessage())).build();
  }
}
