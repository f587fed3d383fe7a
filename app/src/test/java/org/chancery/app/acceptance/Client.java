package org.chancery.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.journal.json.LedgerJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a server and tells it things, over HTTP as anyone would. */
final class Client {
  static final JsonMapper JSON = LedgerJson.mapper();

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI server;
  private final String token;

  /** A client that holds the recorder's token of a data folder. */
  Client(URI server, Path data) {
    this.server = server;
    try {
      this.token = Files.readString(data.resolve("recorder.token")).strip();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What is answered where the question is a good one. */
  JsonNode ask(String path) {
    try {
      HttpResponse<String> answer =
          send(HttpRequest.newBuilder(server.resolve(path)), BodyHandlers.ofString());
      assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
      return JSON.readTree(answer.body());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Asks, or has a claim checked where it is one, and passes the answer over. */
  void answers(String question) {
    HttpRequest.Builder asking =
        question.startsWith("{")
            ? post("/api/claims/check", "application/json", question)
            : HttpRequest.newBuilder(server.resolve(question));
    try {
      HttpResponse<String> answer = send(asking, BodyHandlers.ofString());
      assertThat(answer.statusCode()).as("%s: %s", question, answer.body()).isEqualTo(200);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** How many a list holds. */
  long total(String list) {
    return ask(list).path("total").asLong();
  }

  /** All items of a list, page after page; the list has at least one parameter. */
  List<JsonNode> all(String list) {
    return Stream.iterate(ask(list), page -> !page.isMissingNode(), page -> following(list, page))
        .flatMap(page -> page.path("items").valueStream())
        .toList();
  }

  private JsonNode following(String list, JsonNode page) {
    return page.hasNonNull("next")
        ? ask(list + "&cursor=" + page.path("next").asString())
        : JSON.missingNode();
  }

  /** Sends one command; fails with an IOException where no answer comes. */
  Answer tell(Request request) throws IOException {
    HttpRequest.Builder post =
        post("/api/commands/" + request.command(), "application/json", request.body())
            .header("Idempotency-Key", request.key());
    HttpResponse<String> answer = send(post, BodyHandlers.ofString());
    return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
  }

  /** Sends many in one request, and hands each answer on as it comes. */
  void tell(List<Request> requests, BiConsumer<Request, Answer> answers) throws IOException {
    String body = requests.stream().map(Request::line).collect(Collectors.joining("\n"));
    HttpRequest.Builder post = post("/api/commands", "application/x-ndjson", body);
    try (Stream<String> lines = send(post, BodyHandlers.ofLines()).body()) {
      lines.map(JSON::readTree).forEach(line -> answers.accept(asked(requests, line), told(line)));
    } catch (UncheckedIOException cut) {
      throw cut.getCause();
    }
  }

  /** Asks for a replay; gives its address. */
  String replay(String body) throws IOException {
    HttpResponse<String> answer =
        send(post("/api/admin/replays", "application/json", body), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static Request asked(List<Request> requests, JsonNode line) {
    return requests.get(line.path("line").asInt() - 1);
  }

  private static Answer told(JsonNode line) {
    return new Answer(line.path("status").asInt(), line);
  }

  private HttpRequest.Builder post(String path, String type, String body) {
    return HttpRequest.newBuilder(server.resolve(path))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", type)
        .POST(BodyPublishers.ofString(body));
  }

  private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> as)
      throws IOException {
    try {
      return http.send(request.timeout(PATIENCE).build(), as);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }
}
