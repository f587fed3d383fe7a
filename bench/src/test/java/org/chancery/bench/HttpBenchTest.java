package org.chancery.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
@Tag("slow")
class HttpBenchTest {
  private static final Scale TINY =
      new Scale(0, 1, 5, 5, 0, 300, 0, List.of(), Duration.ZERO, 0, 0, 0, Duration.ofSeconds(30));

  @TempDir Path folder = Path.of("");

  @Test
  void eachQuestionAndACommandAreAnsweredByTheLedgerAndByABareEndpoint() throws Exception {
    assertThat(HttpBench.run(folder, TINY))
        .allSatisfy(result -> assertThat(result.ratio()).isPositive())
        .extracting(Result::name)
        .containsExactly(
            "GET of a relationship",
            "GET of a list of stops",
            "GET of a timeline",
            "GET of an explanation",
            "POST of a command");
  }
}
