package org.chancery.app.config;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Which server a line of the log is of, where there are several. Public, with a constructor that
 * takes nothing, for Logback makes it.
 */
public final class NodeInLog extends ClassicConverter {
  private static final String PROPERTY = "node";

  /** Names the server in all lines from now on, as its settings do. */
  public static void tell(Environment settings) {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext log) {
      log.putProperty(
          PROPERTY,
          Binder.get(settings)
              .bindOrCreate("chancery", LedgerProperties.class)
              .nodeName()
              .map(name -> name + " ")
              .orElse(""));
    }
  }

  @Override
  public String convert(ILoggingEvent event) {
    return event.getLoggerContextVO().getPropertyMap().getOrDefault(PROPERTY, "");
  }
}
