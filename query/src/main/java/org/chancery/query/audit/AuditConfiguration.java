package org.chancery.query.audit;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Watches what is asked of the journal's entries. */
@Configuration
@ConditionalOnWebApplication
class AuditConfiguration implements WebMvcConfigurer {
  private final ReadLog log;
  private final Clock clock;

  AuditConfiguration(ReadLog log, Clock clock) {
    this.log = log;
    this.clock = clock;
  }

  @Override
  public void addInterceptors(InterceptorRegistry interceptors) {
    interceptors
        .addInterceptor(new ReadWatch(log, clock))
        .addPathPatterns("/api/entries", "/api/entries/**", "/api/audit/reads");
  }
}
