package org.chancery.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class ProgressTest {

  @Test
  void whatIsDoneIsNeverMoreThanTheTotal() {
    assertThat(told(2, 3)).contains("[##############################] 3 of 3,");
  }

  @Test
  void theTotalStandsWhileLessIsDone() {
    assertThat(told(10, 5)).contains("[###############...............] 5 of 10,");
  }

  private static String told(long total, long done) {
    ByteArrayOutputStream drawn = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(drawn, true, UTF_8));
    try (Progress bar = new Progress("import", total)) {
      bar.at(done);
    } finally {
      System.setErr(before);
    }
    return drawn.toString(UTF_8);
  }
}
