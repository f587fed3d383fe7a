package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "conquer",
        "serve --port x",
        "serve --port",
        "serve --port 70000",
        "serve extra",
        "import",
        "import gossip x",
        "import commands",
        "replay meeting trip",
        "export",
        "export --since x entries.jsonl",
        "verify",
        "verify entries.jsonl",
        "witness",
        "keys --retire"
      })
  void wrongUsageExitsWithTwo(String args) {
    Console console = Console.run(args.isEmpty() ? new String[0] : args.split(" "));
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err()).isNotBlank().doesNotContain("\tat ");
  }

  @Test
  void helpNamesEachVerb() {
    Console console = Console.run("--help");
    assertThat(console.code()).isZero();
    assertThat(console.out())
        .contains("serve", "demo", "import", "replay", "export", "verify", "keys", "witness");
  }

  @Test
  void aSourceThatIsNotThereFailsInOneLine() {
    Console console = Console.run("import", "commands", "no-such-file.ndjson");
    assertThat(console.code()).isEqualTo(1);
    assertThat(console.err())
        .isEqualToIgnoringNewLines("chancery: there is no no-such-file.ndjson");
  }

  @Test
  void aHostThatIsNoneFailsInOneLine() {
    Console console = Console.run("serve", "--host", "no.such.host.invalid", "--port", "0");
    assertThat(console.code()).isEqualTo(1);
    assertThat(console.err().lines()).hasSize(1);
  }
}
