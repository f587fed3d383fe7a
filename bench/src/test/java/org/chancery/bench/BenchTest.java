package org.chancery.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BenchTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final PrintStream outBefore = System.out;
  private final PrintStream errBefore = System.err;

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(out, true, UTF_8));
    System.setErr(new PrintStream(err, true, UTF_8));
  }

  @AfterEach
  void stop() {
    System.setOut(outBefore);
    System.setErr(errBefore);
  }

  @Test
  void helpNamesTheBenchmarksAndRunsNone() throws Exception {
    assertThat(Bench.run("--help", "append")).isZero();
    assertThat(out.toString(UTF_8)).contains("--quick", "append | visible | import | replay");
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void aBenchmarkThatIsNoneIsWrongUsageAndTheirNamesAreTold() throws Exception {
    assertThat(Bench.run("gossip")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("append | visible | import | replay");
    assertThat(out.toString(UTF_8)).isEmpty();
  }
}
