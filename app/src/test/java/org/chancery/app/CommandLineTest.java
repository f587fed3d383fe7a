package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.chancery.app.cli.Chancery;
import org.chancery.app.cli.ServerLocator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
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
        "show",
        "show meetings/x entries/1",
        "show http://127.0.0.1/api/meetings/x",
        "show ../admin",
        "explain",
        "ask",
        "ask what is love",
        "ask where was Lavrov on 2017",
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
        .contains(
            "serve", "demo", "import", "show", "explain", "ask", "search", "replay", "export",
            "verify")
        .contains("keys", "witness");
  }

  @ParameterizedTest
  @CsvSource({
    "serve, --host",
    "demo, --port",
    "demo, --open",
    "show, --known-at",
    "explain, --on",
    "ask, --json",
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "serve", "demo", "import", "show", "explain", "ask", "search", "replay", "export", "verify",
        "check", "keys", "witness"
      })
  void eachVerbShowsAnExampleThatItsOwnOptionsAllow(String verb) {
    List<String> told = Console.run(verb, "--help").out().lines().toList();
    String example = told.get(told.indexOf("Example:") + 1).strip();
    assertThat(example).startsWith("chancery " + verb + " ");
    String given = example.replaceAll("\"\\$\\(.*?\\)\"", "key").substring("chancery ".length());
    Chancery.commandLine().parseArgs(given.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "relations, 'secretary,country,begin,end'",
    "relations, <travels/>",
    "relations, ''",
    "parties, 'country_id'",
    "visits, <trips/>",
    "travels, 'fact,country,date'"
  })
  void aSourceOfAnotherKindExitsWithTwoInOneLineAndCountsNothing(
      String format, String content, @TempDir Path folder) throws IOException {
    Path source = Files.writeString(folder.resolve("source.csv"), content + "\n");
    Console console =
        Console.run(
            "import",
            format,
            source.toString(),
            "--data",
            folder.resolve("data").toString(),
            "--report",
            folder.resolve("report").toString());
    assertThat(console.code()).as(console.err() + console.out()).isEqualTo(2);
    assertThat(console.err().lines()).hasSize(1);
    assertThat(console.err()).startsWith("chancery: " + source);
    assertThat(console.out()).doesNotContain("read 1");
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
        "show meetings/x --data DIR",
        "explain meetings/x --data DIR",
        "ask status of US and RU --data DIR",
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
        "show meetings/x",
        "ask status of US and RU",
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
    assertThat(ServerLocator.address(host, 8080)).isEqualTo(address);
    assertThat(address.getPort()).isEqualTo(8080);
  }

  @ParameterizedTest
  @ValueSource(strings = {"replay", "export DIR/all.jsonl", "check", "show entries/1"})
  void whereThereIsNoLedgerItIsSaidAndNoneIsMade(String args, @TempDir Path none) {
    String folder = none.toString();
    Console console = Console.run((args.replace("DIR", folder) + " --data " + folder).split(" "));
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err())
        .isEqualToIgnoringNewLines("chancery: there is no ledger in " + folder);
    assertThat(none).isEmptyDirectory();
  }

  @Test
  void aPortThatIsTakenIsNamedAndNoLedgerIsMade(@TempDir Path folder) throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      Path data = folder.resolve("new");
      Console console = Console.run("serve", "--data", data.toString(), "--port", port);
      assertThat(console.code()).isEqualTo(1);
      assertThat(console.err())
          .isEqualToIgnoringNewLines(
              "chancery: port %s of 127.0.0.1 is taken; --port takes another".formatted(port));
      assertThat(data).doesNotExist();
    }
  }

  @Test
  void aLedgerThatIsOpenInAnotherProcessIsToldInPlainWords(@TempDir Path data) throws IOException {
    try (FileChannel file =
            FileChannel.open(
                data.resolve("journal.mv.db"),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE);
        FileLock lock = file.lock()) {
      Console console = Console.run("serve", "--data", data.toString(), "--port", "0");
      assertThat(lock.isValid()).isTrue();
      assertThat(console.code()).isEqualTo(1);
      assertThat(console.err().lines()).hasSize(1);
      assertThat(console.err()).startsWith("chancery: a ledger is open there already");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"serve --port 0", "demo --port 0", "import commands FILE"})
  void aFileIsNoFolderForALedger(String args, @TempDir Path folder) throws IOException {
    String file = Files.createFile(folder.resolve("file")).toString();
    Console console = Console.run((args.replace("FILE", file) + " --data " + file).split(" "));
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err()).isEqualToIgnoringNewLines("chancery: " + file + " is not a folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"verify nofile --key k", "verify FILE --key k --checkpoint nofile"})
  void aFileThatIsNotThereToVerifyIsNamed(String args, @TempDir Path folder) throws IOException {
    String file = Files.createFile(folder.resolve("file")).toString();
    Console console = Console.run(args.replace("FILE", file).split(" "));
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err()).isEqualToIgnoringNewLines("chancery: there is no file nofile");
  }

  @Test
  void aHostThatIsNoneFailsInOneLine() {
    Console console = Console.run("serve", "--host", "no.such.host.invalid", "--port", "0");
    assertThat(console.code()).isEqualTo(1);
    assertThat(console.err().lines()).hasSize(1);
  }
}
