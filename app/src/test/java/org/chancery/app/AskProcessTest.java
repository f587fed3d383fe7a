package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chancery.app.cli.DemoVerb;
import org.chancery.app.cli.ServeVerb;
import org.chancery.command.Bulk;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** A question from a shell, of a ledger that nobody serves. */
@Timeout(180)
@Tag("slow")
class AskProcessTest {

  @Test
  void nothingIsPrintedBehindTheAnswer(@TempDir Path data) throws Exception {
    try (ConfigurableApplicationContext ledger = ServeVerb.open(data)) {
      DemoVerb.tell(ledger.getBean(Bulk.class));
    }
    String question = "who was Secretary of State on 2017-02-16";
    try (ShellProcess asked =
        ShellProcess.start(
            Map.of("TERM", "xterm-256color"),
            List.of("ask", "--data", data.toString(), question))) {
      List<String> lines = asked.lines();
      assertThat(lines.getLast()).startsWith("As of 2017-02-16, as known at position ");
      assertThat(lines.get(lines.size() - 2))
          .matches(
              "On 2017-02-16 Rex W. Tillerson was Secretary of State of United States\\."
                  + " \\[entries \\d+, \\d+]");
      assertThat(asked.exitCode()).isZero();
    }
  }

  @Test
  void aQuestionThatIsNotUnderstoodExitsWithTwo(@TempDir Path data) throws Exception {
    try (ShellProcess asked =
        ShellProcess.start(Map.of(), List.of("ask", "--data", data.toString(), "what is love"))) {
      assertThat(asked.lines().getLast()).startsWith("chancery: that is no question");
      assertThat(asked.exitCode()).isEqualTo(2);
    }
  }
}
