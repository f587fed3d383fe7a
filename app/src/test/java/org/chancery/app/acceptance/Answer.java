package org.chancery.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What a server answers to a command. */
record Answer(int status, JsonNode body) {

  boolean replayed() {
    return status == 200;
  }

  /** The entries that the command made, each told by position, id, name and revision. */
  List<JsonNode> entries() {
    assertThat(status).as("%s", body).isIn(200, 201);
    return body.path("entries").valueStream().toList();
  }

  List<Long> positions() {
    return entries().stream().map(entry -> entry.path("position").asLong()).toList();
  }
}
