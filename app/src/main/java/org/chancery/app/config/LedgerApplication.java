package org.chancery.app.config;

import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import java.time.Clock;
import org.chancery.command.CommandConfiguration;
import org.chancery.query.QueryConfiguration;
import org.chancery.room.RoomConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.PersistenceExceptionTranslationAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/**
 * The ledger in one process. Nothing in it is called through a proxy, so no start looks for what
 * would be.
 */
@SpringBootConfiguration
@EnableAutoConfiguration(
    exclude = {
      AopAutoConfiguration.class,
      ErrorMvcAutoConfiguration.class,
      PersistenceExceptionTranslationAutoConfiguration.class,
      SecurityFilterAutoConfiguration.class,
      TransactionAutoConfiguration.class,
      ValidationAutoConfiguration.class
    })
@ComponentScan("org.chancery.app")
@Import({CommandConfiguration.class, QueryConfiguration.class, RoomConfiguration.class})
public class LedgerApplication {

  /** In the ledger's zone, whose day is today. */
  @Bean
  Clock clock(LedgerProperties properties) {
    return Clock.system(properties.zone());
  }

  /** On all meters, where this server is told from others. */
  @Bean
  MeterFilter nodeTag(LedgerProperties properties) {
    return MeterFilter.commonTags(
        properties.nodeName().map(name -> Tags.of("node", name)).orElse(Tags.empty()));
  }
}
