package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.chancery.journal.json.LedgerJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server answered. */
record Reply(HttpResponse<String> response) {
  private static final JsonMapper MAPPER = LedgerJson.mapper();

  int status() {
    return response.statusCode();
  }

  String body() {
    return response.body();
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  JsonNode json() {
    return MAPPER.readTree(body());
  }

  /** The answers of a bulk. */
  List<JsonNode> lines() {
    return body().lines().map(MAPPER::readTree).toList();
  }

  String code() {
    return json().path("code").asString("");
  }

  long position() {
    return Long.parseLong(header("Ledger-Position"));
  }

  static List<Long> positions(JsonNode entries) {
    return StreamSupport.stream(entries.spliterator(), false).map(JsonNode::asLong).toList();
  }

  Reply expect(int status) {
    assertThat(status()).as(body()).isEqualTo(status);
    return this;
  }

  /** Fails unless it is a whole problem of that status and code, without a word of the inside. */
  Reply expectProblem(int status, String code) {
    expect(status);
    assertThat(header("Content-Type")).startsWith("application/problem+json");
    JsonNode problem = json();
    assertThat(problem.path("code").asString("")).isEqualTo(code);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("type").asString("")).isEqualTo("urn:chancery:problem:" + code);
    assertThat(problem.path("title").asString("")).isNotBlank();
    assertThat(problem.path("detail").asString("")).isNotBlank();
    assertThat(body()).doesNotContain("\tat ").doesNotContain("Exception");
    return this;
  }
}
