package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class VisibleLogTest {

  private static String log(Consumer<LoggerContext> logging) throws JoranException {
    PrintStream console = System.out;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    try {
      System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
      JoranConfigurator configurator = new JoranConfigurator();
      configurator.setContext(context);
      configurator.doConfigure(VisibleLogTest.class.getResource("/logback-spring.xml"));
      logging.accept(context);
    } finally {
      System.setOut(console);
      context.stop();
    }
    return written.toString(StandardCharsets.UTF_8);
  }

  @Test
  void noTextOfACallerBeginsALineOfTheLog() throws Exception {
    String log =
        log(
            context ->
                context
                    .getLogger("org.chancery.Test")
                    .error(
                        "command on {} failed",
                        "x\n2026 ERROR forged\u001B[2J",
                        new IllegalStateException("a\n2026 ERROR forged too")));
    assertThat(log).contains("forged").contains("forged too").doesNotContain("\u001B");
    assertThat(log.lines().filter(line -> line.startsWith("2026 ERROR"))).isEmpty();
  }

  @Test
  void aLineSaysOfWhichServerItIsWhereThatHasAName() throws Exception {
    String log =
        log(
            context -> {
              context.getLogger("org.chancery.Test").error("alone");
              context.putProperty("node", "vienna-1 ");
              context.getLogger("org.chancery.Test").error("among others");
            });
    assertThat(log).contains("] org.chancery.Test : alone");
    assertThat(log).contains("] vienna-1 org.chancery.Test : among others");
  }
}
