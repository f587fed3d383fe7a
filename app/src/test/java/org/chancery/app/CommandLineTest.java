package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource({
    "serve, --host",
    "demo, --port",
    "import, --report",
    "replay, --token",
    "export, --since",
    "verify, --witness",
    "check, --work",
    "keys, --retire",
    "witness, --log"
  })
  void eachVerbTellsItsOptions(String verb, String option) {
    Console console = Console.run(verb, "--help");
    assertThat(console.code()).isZero();
    assertThat(console.out()).contains("chancery " + verb, option);
  }

  @Test
  void aSourceThatIsNotThereFailsInOneLine() {
    Console console = Console.run("import", "commands", "no-such-file.ndjson");
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err())
        .isEqualToIgnoringNewLines("chancery: there is no no-such-file.ndjson");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "export all.jsonl --data DIR",
        "check --data DIR",
        "replay --server localhost:1",
        "replay --server http://127.0.0.1:1 --data DIR",
        "import travels DIR/none"
      })
  void whatIsNotThereToWorkOnExitsWithTwoInOneLine(String args, @TempDir Path none) {
    Console console = Console.run(args.replace("DIR", none.resolve("x").toString()).split(" "));
    assertThat(console.code()).as(console.err()).isEqualTo(2);
    assertThat(console.err().lines()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "replay --token t",
        "export DIR/all.jsonl",
        "import travels DIR --token t --report DIR/report.ndjson"
      })
  void aServerThatDoesNotAnswerIsToldInWords(String args, @TempDir Path folder) throws IOException {
    Files.createDirectory(folder.resolve("secretary-travels"));
    String address = " --server http://127.0.0.1:1";
    Console console = Console.run((args.replace("DIR", folder.toString()) + address).split(" "));
    assertThat(console.code()).isEqualTo(1);
    assertThat(console.err())
        .isEqualToIgnoringNewLines("chancery: no server answers at http://127.0.0.1:1");
  }

  @Test
  void aTokenThatIsNotThereIsToldInWords(@TempDir Path none) {
    Console console =
        Console.run("replay", "--server", "http://127.0.0.1:1", "--data", none.toString());
    assertThat(console.err())
        .isEqualToIgnoringNewLines(
            "chancery: a token is needed, and there is no " + none.resolve("recorder.token"));
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, http://127.0.0.1:8080",
    "localhost, http://localhost:8080",
    "::1, http://[::1]:8080",
    "[::1], http://[::1]:8080"
  })
  void theAddressOfAServerIsOneThatCanBeAsked(String host, URI address) {
    assertThat(Readiness.address(host, 8080)).isEqualTo(address);
    assertThat(address.getPort()).isEqualTo(8080);
  }

  @Test
  void aHostThatIsNoneFailsInOneLine() {
    Console console = Console.run("serve", "--host", "no.such.host.invalid", "--port", "0");
    assertThat(console.code()).isEqualTo(1);
    assertThat(console.err().lines()).hasSize(1);
  }
}
