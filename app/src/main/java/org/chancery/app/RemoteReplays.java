package org.chancery.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.chancery.journal.json.LedgerJson;
import org.chancery.query.replay.ReplayView;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Replays in a server that runs. */
final class RemoteReplays implements ReplayVerb.Operator {
  private static final String PATH = "/api/admin/replays";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final JsonMapper mapper = LedgerJson.mapper();
  private final URI server;
  private final String token;

  RemoteReplays(URI server, String token) {
    this.server = server;
    this.token = token;
  }

  @Override
  public ReplayView request(@Nullable String model) throws IOException {
    String body = model == null ? "{}" : mapper.writeValueAsString(Map.of("model", model));
    return send(
        to(PATH).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
  }

  @Override
  public ReplayView of(long replay) throws IOException {
    return send(to(PATH + "/" + replay).GET());
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(server.resolve(path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + token);
  }

  private ReplayView send(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() >= 400) {
        throw new UsageException(mapper.readTree(answer.body()).path("detail").asString());
      }
      return mapper.readValue(answer.body(), ReplayView.class);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }
}
