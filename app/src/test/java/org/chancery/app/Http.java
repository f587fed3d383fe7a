package org.chancery.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.chancery.journal.json.LedgerJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Asks a server, by default as its recorder. */
record Http(URI server, String token) {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final JsonMapper MAPPER = LedgerJson.mapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String SOURCE = "{\"sources\":[{\"title\":\"a cable\"}]}";

  static JsonNode json(String text) {
    return MAPPER.readTree(text);
  }

  Http as(String otherToken) {
    return new Http(server, otherToken);
  }

  Reply get(String path, String... headers) {
    return send("GET", path, BodyPublishers.noBody(), headers);
  }

  /** Sends a command; a source is added where it names no provenance. */
  Reply command(String name, String fields, String... headers) {
    ObjectNode body = (ObjectNode) MAPPER.readTree(fields);
    if (!body.has("provenance")) {
      body.set("provenance", MAPPER.readTree(SOURCE));
    }
    return post("/api/commands/" + name, body.toString(), headers);
  }

  Reply post(String path, String json, String... headers) {
    return send("POST", path, json, "application/json", headers);
  }

  Reply bulk(String lines) {
    return send("POST", "/api/commands", lines, "application/x-ndjson");
  }

  Reply send(String method, String path, String body, String type, String... headers) {
    String[] all = new String[headers.length + 2];
    System.arraycopy(headers, 0, all, 2, headers.length);
    all[0] = "Content-Type";
    all[1] = type;
    return send(method, path, BodyPublishers.ofString(body), all);
  }

  Reply sendBytes(String path, byte[] body, String type) {
    return send("POST", path, BodyPublishers.ofByteArray(body), "Content-Type", type);
  }

  private Reply send(String method, String path, BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE).method(method, body);
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return new Reply(CLIENT.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
