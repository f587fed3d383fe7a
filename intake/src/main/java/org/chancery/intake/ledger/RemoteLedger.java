package org.chancery.intake.ledger;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A ledger that runs elsewhere, asked over REST. */
public final class RemoteLedger {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final URI server;
  private final @Nullable String token;

  /**
   * @param token null where only what is open to all is asked
   */
  public RemoteLedger(URI server, @Nullable String token) {
    this.server = server;
    this.token = token;
  }

  /** A request to an address, of who holds the token. */
  public HttpRequest.Builder to(String address) {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(address));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  /** Fails in words where nobody answers. */
  public <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body)
      throws IOException {
    try {
      return http.send(request.build(), body);
    } catch (ConnectException | HttpConnectTimeoutException gone) {
      throw new IOException("no server answers at " + server, gone);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stopped);
    }
  }
}
