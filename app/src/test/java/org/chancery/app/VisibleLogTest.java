package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class VisibleLogTest {

  @Test
  void noTextOfACallerBeginsALineOfTheLog() throws Exception {
    PrintStream console = System.out;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    try {
      System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
      JoranConfigurator configurator = new JoranConfigurator();
      configurator.setContext(context);
      configurator.doConfigure(VisibleLogTest.class.getResource("/logback-spring.xml"));
      context
          .getLogger("org.chancery.Test")
          .error(
              "command on {} failed",
              "x\n2026 ERROR forged\u001B[2J",
              new IllegalStateException("a\n2026 ERROR forged too"));
    } finally {
      System.setOut(console);
      context.stop();
    }
    String log = written.toString(StandardCharsets.UTF_8);
    assertThat(log).contains("forged").contains("forged too").doesNotContain("\u001B");
    assertThat(log.lines().filter(line -> line.startsWith("2026 ERROR"))).isEmpty();
  }
}
