package org.chancery.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.chancery.app.security.ServerChallenge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that claims anything of where it has put the copies. */
class LedgerCopyTest {
  @TempDir Path data;
  @TempDir Path elsewhere;
  @TempDir Path folder;

  @Test
  void aFolderThatIsNoCopyOfThisLedgerIsNotTouched() throws IOException {
    Path kept = Files.writeString(elsewhere.resolve("kept"), "x");
    assertRefused(elsewhere.toString().replace("\\", "/"));
    assertRefused(data.resolve("copy-1").toString().replace("\\", "/"));
    assertRefused("copy-../" + elsewhere.getFileName());
    assertThat(kept).exists();
  }

  private void assertRefused(String claimed) throws IOException {
    HttpServer server = claiming(claimed);
    server.createContext(ServerChallenge.PATH, this::show);
    Path database = data.resolve("journal.mv.db");
    try (FileChannel file =
            FileChannel.open(database, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock open = file.lock()) {
      assertThat(open.isValid()).isTrue();
      Files.writeString(data.resolve("recorder.token"), "t");
      Files.writeString(
          data.resolve("server.url"), "http://127.0.0.1:" + server.getAddress().getPort());
      assertThatThrownBy(() -> new LedgerCopy(data, folder).make())
          .hasMessageContaining("serves another folder");
    } finally {
      server.stop(0);
    }
  }

  private void show(HttpExchange exchange) throws IOException {
    String challenge = exchange.getRequestURI().getQuery().replace("challenge=", "");
    byte[] proof = ServerChallenge.proof(data, challenge).getBytes(StandardCharsets.US_ASCII);
    exchange.sendResponseHeaders(200, proof.length);
    exchange.getResponseBody().write(proof);
    exchange.close();
  }

  private static HttpServer claiming(String claimed) throws IOException {
    byte[] answer =
        "{\"folder\":\"%s\",\"files\":[]}".formatted(claimed).getBytes(StandardCharsets.UTF_8);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(201, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    return server;
  }
}
