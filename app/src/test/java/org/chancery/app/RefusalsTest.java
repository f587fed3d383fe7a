package org.chancery.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.journal.json.LedgerJson;
import org.chancery.shared.RefusalCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Each refusal, brought about as refusals.ndjson tells. */
@ExtendWith(SharedLedger.class)
@Tag("slow")
class RefusalsTest {
  private static final JsonMapper MAPPER = LedgerJson.mapper();

  private final Http http;

  RefusalsTest(Http http) {
    this.http = http;
  }

  /** A refusal; entries is how many stand in the way. */
  record Case(String code, int status, int entries, JsonNode given, JsonNode when) {

    @Override
    public String toString() {
      return code;
    }
  }

  static Stream<Case> cases() throws IOException {
    try (InputStream in = RefusalsTest.class.getResourceAsStream("/refusals.ndjson")) {
      return new String(in.readAllBytes(), UTF_8)
          .lines().map(line -> MAPPER.readValue(line, Case.class)).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aRefusalIsAProblemThatNamesTheEntriesInTheWay(Case refused) {
    refused.given().forEach(command -> send(command).expect(201));

    Reply reply = send(refused.when()).expectProblem(refused.status(), refused.code());

    assertThat(reply.json().path("entries")).hasSize(refused.entries());
    assertThat(Reply.positions(reply.json().path("entries"))).allMatch(this::stands);
  }

  private boolean stands(long position) {
    return http.get("/api/entries/" + position).status() == 200;
  }

  private Reply send(JsonNode command) {
    ObjectNode fields = (ObjectNode) command.deepCopy();
    return http.command(fields.remove("command").asString(), fields.toString());
  }

  @Test
  void everyRefusalIsShown() throws IOException {
    Set<String> shown = cases().map(Case::code).collect(Collectors.toSet());
    assertThat(shown)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(RefusalCode.values()).map(Enum::name).toList());
  }
}
