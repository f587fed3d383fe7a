package org.chancery.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;

/** The whole journal as a server gives it. */
record Entries(List<JsonNode> all) {

  static Entries of(Client server) {
    Entries entries = new Entries(server.all("/api/entries?limit=1000"));
    assertThat(entries.positions()).isEqualTo(upTo(entries.all.size()));
    return entries;
  }

  /** Positions without a gap. */
  static List<Long> upTo(long head) {
    return LongStream.rangeClosed(1, head).boxed().toList();
  }

  private List<Long> positions() {
    return all.stream().map(entry -> entry.path("position").asLong()).toList();
  }

  /** The acknowledged commands whose entries are not there, or not as they were acknowledged. */
  List<Request> lacking(Map<Request, Answer> acknowledged) {
    return acknowledged.entrySet().stream()
        .filter(told -> !holds(told.getKey(), told.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private boolean holds(Request request, Answer answer) {
    return answer.entries().stream()
        .allMatch(
            told -> {
              long position = told.path("position").asLong();
              return position <= all.size() && isThat(all.get((int) position - 1), request, told);
            });
  }

  private static boolean isThat(JsonNode entry, Request request, JsonNode told) {
    JsonNode said = Client.JSON.readTree(request.body());
    return told.propertyStream()
            .allMatch(field -> field.getValue().equals(entry.path(field.getKey())))
        && said.propertyStream()
            .filter(field -> !field.getKey().equals("provenance"))
            .allMatch(field -> field.getValue().equals(stated(entry, field.getKey())));
  }

  /** Events name the parties of a relationship as a pair. */
  private static JsonNode stated(JsonNode entry, String field) {
    JsonNode payload = entry.path("payload");
    return payload.has(field) ? payload.path(field) : payload.path("pair");
  }
}
