package org.chancery.query.audit;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Watches what is asked of the journal's entries. */
@Configuration
@ConditionalOnWebApplication
class AuditConfiguration {

  @Bean
  ReadWatch readWatch(ReadLog log, Clock clock) {
    return new ReadWatch(log, clock);
  }
}
