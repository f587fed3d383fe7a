package org.chancery.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ProgressTest {

  @Test
  void whatIsDoneIsNeverMoreThanTheTotal() {
    assertThat(told(true, 2, 3)).contains("[##############################] 3 of 3,");
  }

  @Test
  void theTotalStandsWhileLessIsDone() {
    assertThat(told(true, 10, 5)).contains("[###############...............] 5 of 10,");
  }

  @Test
  void onAPipeThereIsALineNowAndThenAndNoBar() {
    String told = told(false, 1_000, LongStream.rangeClosed(1, 1_000).toArray());
    assertThat(told).doesNotContain("\r", "#", "\u001b");
    assertThat(told.lines()).hasSizeBetween(5, 12).allMatch(line -> line.startsWith("import: "));
    assertThat(told.lines().toList().getLast()).contains("1000 of 1000");
  }

  private static String told(boolean redrawn, long total, long... counts) {
    ByteArrayOutputStream drawn = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(drawn, true, UTF_8));
    try (Progress bar = new Progress("import", total, redrawn)) {
      Arrays.stream(counts).forEach(bar::at);
    } finally {
      System.setErr(before);
    }
    return drawn.toString(UTF_8);
  }
}
