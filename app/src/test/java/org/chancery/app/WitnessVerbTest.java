package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.chancery.seal.LogKeys;
import org.chancery.seal.note.KeyType;
import org.chancery.seal.note.SignedNote;
import org.chancery.seal.note.SigningKey;
import org.chancery.seal.note.VerifierKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A ledger and its witness, each a process of its own. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@Tag("slow")
class WitnessVerbTest {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

  @TempDir Path folder;

  /** The witness as it says that it is. */
  private record Running(Process process, String url, String vkey) implements AutoCloseable {
    @Override
    public void close() {
      process.destroy();
      process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }
  }

  @Test
  void theLedgerIsCosignedAndStopsSealingWhenItWentBack() throws Exception {
    LogKeys keys = LogKeys.open(folder.resolve("keys"), "example.com/ledger");
    try (Running witness = witness(keys.known().getFirst().toString())) {
      Map<String, Object> settings =
          Map.of(
              "chancery.seal.keys", folder.resolve("keys").toString(),
              "chancery.witness.url", witness.url(),
              "chancery.witness.key", witness.vkey());
      try (Ledger ledger = Ledger.start(settings)) {
        ledger.http().command("RegisterOfficial", "{\"name\": \"Seen\"}").expect(201);
        awaitWitness(ledger.http(), 1);
        assertCosigned(ledger.http(), witness.vkey());
      }
      try (Ledger anew = Ledger.start(settings)) { // with a data folder of its own: all is lost
        assertStopped(anew.http());
      }
    }
  }

  private static void assertCosigned(Http http, String vkey) {
    SignedNote note = SignedNote.parse(http.get("/checkpoint").expect(200).body());
    assertThat(note.isSignedBy(List.of(VerifierKey.parse(vkey)))).isTrue();
    assertThat(http.get("/api/entries/1/proof").expect(200).body())
        .contains("witness.chancery.invalid/");
    assertThat(http.get("/api/proofs/keys").json().path("witness").asString()).isEqualTo(vkey);
  }

  private static void assertStopped(Http http) throws InterruptedException {
    JsonNode seal = awaitState(http, "stopped");
    assertThat(seal.path("cause").asString()).contains("rolled back");
    assertThat(http.get("/actuator/health").expect(503).body()).contains("rolled back");
    http.get("/actuator/health/readiness").expect(200);
    http.command("RegisterOfficial", "{\"name\": \"Recorded\"}").expect(201);
    http.get("/api/proofs/inclusion?position=1").expectProblem(503, "NOT_YET");
  }

  private static void awaitWitness(Http http, long size) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (seal(http).path("cosigned").asLong(0) < size && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    assertThat(seal(http).path("cosigned").asLong(0)).isGreaterThanOrEqualTo(size);
  }

  private static JsonNode awaitState(Http http, String state) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!seal(http).path("state").asString().equals(state) && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    assertThat(seal(http).path("state").asString()).isEqualTo(state);
    return seal(http);
  }

  private static JsonNode seal(Http http) {
    return http.get("/api/journal").expect(200).json().path("seal");
  }

  private Running witness(String log) throws IOException {
    Path data = folder.resolve("witness");
    Process process =
        new ProcessBuilder(
                Program.command(
                    List.of(),
                    List.of("witness", "--data", data.toString(), "--port", "0", "--log", log)))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    String url = after(output.readLine(), "at ");
    String vkey = after(output.readLine(), "is ");
    assertThat(VerifierKey.parse(vkey).type()).isEqualTo(KeyType.COSIGNATURE);
    assertOwnersAlone(data.resolve("witness.key"));
    return new Running(process, url, vkey);
  }

  private static String after(String line, String mark) {
    return line.substring(line.indexOf(mark) + mark.length());
  }

  @Test
  void theKeysOfTheLogAreTheOwnersAlone() throws Exception {
    LogKeys.open(folder.resolve("keys"), null);

    assertOwnersAlone(folder.resolve("keys/log-01.key"));
  }

  private static void assertOwnersAlone(Path file) throws IOException {
    assumeThat(file.getFileSystem().supportedFileAttributeViews()).contains("posix");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void keysAreListedAddedAndRetired() throws Exception {
    LogKeys.open(folder.resolve("keys"), "example.com/ledger");
    String data = folder.toString();

    assertThat(Console.run("keys", "--data", data).out().lines()).hasSize(1);
    assertThat(Console.run("keys", "--data", data, "--add").out().lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("signing  example.com/ledger+"));
    assertThat(Console.run("keys", "--data", data, "--retire", "log-01").out().lines())
        .anyMatch(line -> line.startsWith("retired  example.com/ledger+"));
    assertThat(Console.run("keys", "--data", data, "--retire", "log-02").code()).isEqualTo(2);
    assertThat(Console.run("keys", "--data", data, "--retire", "../x").code()).isEqualTo(2);
  }

  @Test
  void aKeyIsListedByTheNameThatRetiresIt() throws Exception {
    LogKeys.open(folder.resolve("keys"), "example.com/ledger");
    String data = folder.toString();
    assertThat(Console.run("keys", "--data", data, "--add").out().lines())
        .satisfiesExactly(
            first -> assertThat(first).endsWith("  log-01"),
            second -> assertThat(second).endsWith("  log-02"));
  }

  @Test
  void theKeysAreThoseThatTheLedgerIsSealedWith() throws Exception {
    LogKeys.open(folder.resolve("elsewhere"), "example.com/ledger");
    Files.createDirectories(folder.resolve("keys"));
    System.setProperty("chancery.seal.keys", folder.resolve("elsewhere").toString());
    try {
      assertThat(Console.run("keys", "--data", folder.toString()).out())
          .startsWith("signing  example.com/ledger+");
    } finally {
      System.clearProperty("chancery.seal.keys");
    }
  }

  @Test
  void listingKeysMakesNone() throws Exception {
    Path keys = Files.createDirectories(folder.resolve("keys"));
    assertThat(Console.run("keys", "--data", folder.toString()).code()).isEqualTo(1);
    assertThat(keys).isEmptyDirectory();
  }

  /** Two processes with one memory would each cosign a tree of its own. */
  @Test
  void aMemoryIsOfOneWitnessAlone() throws Exception {
    LogKeys keys = LogKeys.open(folder.resolve("keys"), "example.com/ledger");
    String vkey = keys.known().getFirst().toString();
    try (Running first = witness(vkey)) {
      assertThat(first.vkey()).isNotEmpty();
      Console second =
          Console.run(
              "witness",
              "--data",
              folder.resolve("witness").toString(),
              "--port",
              "0",
              "--log",
              vkey);
      assertThat(second.code()).isEqualTo(1);
      assertThat(second.err()).contains("another witness");
    }
  }

  @Test
  void theKeyOfAWitnessIsNotThatOfALog() {
    SigningKey other = SigningKey.generate("w.example", KeyType.COSIGNATURE);
    Console console =
        Console.run(
            "witness",
            "--data",
            folder.toString(),
            "--port",
            "0",
            "--log",
            other.verifier().toString());
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err()).contains("--log");
  }
}
