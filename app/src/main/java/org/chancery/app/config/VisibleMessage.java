package org.chancery.app.config;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import org.chancery.shared.Visible;

/**
 * The message of a line of the log, and no more than that line: a caller's text in it begins none
 * of its own. Public, with a constructor that takes nothing, for Logback makes it.
 */
public final class VisibleMessage extends MessageConverter {

  @Override
  public String convert(ILoggingEvent event) {
    return Visible.line(super.convert(event));
  }
}
