package org.chancery.app.config;

import ch.qos.logback.classic.pattern.ExtendedThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.stream.Collectors;
import org.chancery.shared.Visible;

/**
 * The trace of a failure, each line behind a bar: the message of a failure may have lines of its
 * own. Public, with a constructor that takes nothing, for Logback makes it.
 */
public final class VisibleTrace extends ExtendedThrowableProxyConverter {

  @Override
  public String convert(ILoggingEvent event) {
    return super.convert(event)
        .lines()
        .map(line -> "  | " + Visible.line(line.replace("\t", "    ")) + System.lineSeparator())
        .collect(Collectors.joining());
  }
}
