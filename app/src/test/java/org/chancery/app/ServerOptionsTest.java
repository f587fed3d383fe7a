package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.chancery.app.cli.ServerLocator;
import org.chancery.app.security.ServerChallenge;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token is shown to nobody who merely listens. */
@ExtendWith(SharedLedger.class)
class ServerOptionsTest {
  @TempDir Path data;
  private final Ledger ledger;
  private final List<String> shown = new CopyOnWriteArrayList<>();
  private HttpServer stranger;

  ServerOptionsTest(Ledger ledger) {
    this.ledger = ledger;
  }

  @BeforeEach
  void listen() throws IOException {
    Files.writeString(data.resolve("recorder.token"), "secret");
    stranger = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    stranger.createContext(
        "/",
        exchange -> {
          shown.addAll(exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    stranger.start();
  }

  @AfterEach
  void stop() {
    stranger.stop(0);
  }

  private URI strangers() {
    return URI.create("http://127.0.0.1:" + stranger.getAddress().getPort());
  }

  private Path source() throws IOException {
    return Files.writeString(data.resolve("nothing.ndjson"), "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://192.0.2.1:8080", "http://0.0.0.0:8080"})
  void beyondThisMachineATokenMustBeGiven(String server) throws IOException {
    String folder = data.toString();
    for (Console console :
        List.of(
            Console.run("replay", "--data", folder, "--server", server),
            Console.run(
                "import", "commands", source().toString(), "--data", folder, "--server", server))) {
      assertThat(console.code()).isEqualTo(2);
      assertThat(console.err()).contains(server + " is not on this machine: give its --token");
    }
  }

  @Test
  void aServerIsNamedByItsAddress() {
    Console console = Console.run("replay", "--data", data.toString(), "--server", "ledger");
    assertThat(console.code()).isEqualTo(2);
    assertThat(console.err()).contains("--server: ledger is not like http://HOST:PORT");
    assertThat(shown).isEmpty();
  }

  @Test
  void onThisMachineTheFoldersOwnTokenIsTaken() {
    Console console =
        Console.run("replay", "--data", data.toString(), "--server", "" + strangers());
    assertThat(console.code()).isEqualTo(1);
    assertThat(shown).containsOnly("Bearer secret");
  }

  /** On PostgreSQL no file tells whether the server that left its note still runs. */
  @Test
  void whoListensWhereAKilledServerDidIsNotTakenForIt() throws IOException {
    Files.writeString(ServerLocator.note(data), strangers().toString());
    assertThat(ServerChallenge.isShown(strangers(), data)).isFalse();
    assertThat(ServerChallenge.isShown(ledger.http().server(), data)).isFalse();
    assertThat(ServerLocator.runningOn(data)).isNull();
    assertThat(shown).isEmpty();
  }

  @Test
  void theServerOfTheFolderShowsThatItServesItWhereverThatIsNamedFrom() throws IOException {
    Path link = Files.createSymbolicLink(data.resolve("link"), ledger.data());
    assertThat(ServerChallenge.isShown(ledger.http().server(), link)).isTrue();
    assertThat(ServerLocator.runningOn(link)).isEqualTo(ledger.http().server());
  }

  @Test
  void aFolderThatWasCopiedWithItsTokenIsAnother() throws IOException {
    Files.writeString(data.resolve("recorder.token"), ledger.token("recorder"));
    assertThat(ServerChallenge.isShown(ledger.http().server(), data)).isFalse();
  }
}
