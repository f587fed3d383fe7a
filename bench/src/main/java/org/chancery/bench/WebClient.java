package org.chancery.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Asks one request after the other over one connection, and takes no answer but a good one. */
final class WebClient implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final URI server;
  private final String token;

  /** A client that holds the recorder's token of the server's data folder. */
  WebClient(int port, Path data) throws IOException {
    this(port, Files.readString(data.resolve("recorder.token"), UTF_8).strip());
  }

  /** One that only reads. */
  WebClient(int port) {
    this(port, "");
  }

  private WebClient(int port, String token) {
    this.server = URI.create("http://127.0.0.1:" + port);
    this.token = token;
  }

  /** The answer's bytes, as they come without compression. */
  byte[] get(String path) {
    return send(to(path).GET());
  }

  void post(String path, Meetings.Request request) {
    send(
        to(path)
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .header("Idempotency-Key", request.key())
            .POST(BodyPublishers.ofString(request.body(), UTF_8)));
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE);
  }

  private byte[] send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
      if (answer.statusCode() / 100 != 2 || answer.body().length == 0) {
        throw new IllegalStateException(answer + ": " + new String(answer.body(), UTF_8));
      }
      return answer.body();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
