package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chancery.journal.json.LedgerJson;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(SharedLedger.class)
@Tag("slow")
class BulkTest {
  private static final JsonMapper JSON = LedgerJson.mapper();
  private static final String HEAD =
      """
      POST /api/commands HTTP/1.1\r
      Host: localhost\r
      Authorization: Bearer %s\r
      Content-Type: application/x-ndjson\r
      Transfer-Encoding: chunked\r
      \r
      """;

  private final Http http;

  BulkTest(Http http) {
    this.http = http;
  }

  private static String line(String official) {
    return """
        {"command": "RegisterOfficial", "id": "bulk-%1$s", "official": "%1$s", "name": "N", \
        "provenance": {"sources": [{"title": "a roll"}]}}\
        """
        .formatted(official);
  }

  private static String trip(int number) {
    return """
        {"command": "PlanTrip", "trip": "b-many-%d", "traveller": "tillerson-rex-w", \
        "provenance": {"sources": [{"title": "a roll"}]}}\
        """
        .formatted(number);
  }

  private static List<Integer> statuses(Reply reply) {
    return reply.lines().stream().map(answer -> answer.path("status").asInt()).toList();
  }

  @Test
  void answersStandInTheOrderOfTheLinesAndARefusalStopsNothing() {
    Reply reply =
        http.bulk(
            String.join(
                "\n",
                line("b-1"),
                "garbage",
                line("b-1"),
                line("b-2").replace("RegisterOfficial", "Forget"),
                line("b-2").replace("\"name\": \"N\", ", ""),
                "{\"no\": \"command\"}",
                line("b-3")));

    assertThat(reply.expect(200).header("Content-Type")).startsWith("application/x-ndjson");
    assertThat(statuses(reply)).containsExactly(201, 400, 200, 404, 422, 422, 201);
    assertThat(reply.lines())
        .extracting(answer -> answer.path("line").asInt())
        .containsExactly(1, 2, 3, 4, 5, 6, 7);
    assertThat(reply.lines().get(1).path("code").asString()).isEqualTo("UNREADABLE");
    assertThat(reply.lines().getFirst().path("entries")).hasSize(1);
  }

  @Test
  void blankLinesCountAndAreNotAnsweredWhateverEndsThem() {
    Reply reply = http.bulk("\r\n" + line("b-crlf") + "\r\n\n  \n" + line("b-last"));
    assertThat(statuses(reply)).containsExactly(201, 201);
    assertThat(reply.lines())
        .extracting(answer -> answer.path("line").asInt())
        .containsExactly(2, 5);
  }

  @Test
  void aLineLongerThanAnyIsRefusedAndTheNextIsRead() {
    Reply reply = http.bulk("x".repeat(3_000_000) + "\n" + line("b-after-long"));
    assertThat(statuses(reply)).containsExactly(413, 201);
  }

  @Test
  void bytesThatAreNotUtf8AreRefusedInTheirLineAndNothingIsPutInTheirPlace() throws IOException {
    String latin = line("b-latin").replace("\"N\"", "\"Bogot\u00e1\"");
    try (Wire wire = new Wire(http.server())) {
      wire.write(HEAD.formatted(http.token()));
      wire.writeChunk(latin + "\n" + line("b-after-latin") + "\n").write("0\r\n\r\n");
      assertThat(wire.head()).startsWith("HTTP/1.1 200");
      assertThat(answer(wire)).contains("\"status\":400").contains("UNREADABLE", "not UTF-8");
      assertThat(answer(wire)).contains("\"status\":201");
    }
    http.get("/api/officials/b-latin").expect(404);
  }

  @Test
  void nothingIsAnsweredWithNothing() {
    assertThat(http.bulk("").expect(200).body()).isEmpty();
  }

  @Test
  void tenThousandLinesAreAllAnswered() {
    String lines =
        IntStream.range(0, 10_000).mapToObj(BulkTest::trip).collect(Collectors.joining("\n"));
    Reply reply = http.bulk(lines).expect(200);
    assertThat(statuses(reply)).hasSize(10_000).containsOnly(201);
    assertThat(reply.lines())
        .extracting(answer -> answer.at("/entries/0/position").asLong())
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void whoeverWaitsForEachAnswerGetsItBeforeTheNextLine() throws IOException {
    try (Wire wire = new Wire(http.server())) {
      wire.write(HEAD.formatted(http.token()));
      for (int n = 0; n < 3; n++) {
        wire.writeChunk(line("b-waits-" + n) + "\n");
        if (n == 0) {
          assertThat(wire.head()).startsWith("HTTP/1.1 200");
        }
        assertThat(answer(wire)).contains("\"status\":201").contains("\"line\":" + (n + 1));
      }
      wire.write("0\r\n\r\n");
    }
  }

  /** The next line of JSON, whatever chunks it comes in. */
  private static String answer(Wire wire) throws IOException {
    String line = wire.line();
    while (!line.startsWith("{")) {
      line = wire.line();
    }
    return line;
  }

  @Test
  void whateverEndsTheLinesWhatWasEnteredIsTold() throws IOException {
    String first = line("b-before-end") + "\n";
    List<String> ends =
        List.of(
            "Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\nno chunk\r\n",
            "Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n5\r\n{\"co",
            "Content-Length: 1%04d\r\n\r\n%s{\"command\": \"Reg");
    for (String end : ends) {
      try (Wire wire = new Wire(http.server())) {
        String head = HEAD.formatted(http.token()).replaceFirst("Transfer-Encoding(?s:.*)", "");
        wire.write(head + end.formatted(first.length(), first)).end();
        assertThat(wire.head()).as(end).startsWith("HTTP/1.1 200");
        assertThat(answer(wire)).as(end).contains("\"line\":1,\"status\":20");
        assertThat(answer(wire))
            .as(end)
            .contains("\"line\":2", "\"status\":400", "\"code\":\"BROKEN_OFF\"");
      }
    }
  }

  @Test
  void whereNotEvenTheFirstLineComesAProblemSaysSo() throws IOException {
    try (Wire wire = new Wire(http.server())) {
      wire.write(HEAD.formatted(http.token()) + "5\r\n{\"com\r\nno chunk\r\n").end();
      wire.head();
      assertThat(answer(wire)).contains("\"line\":1", "\"code\":\"BROKEN_OFF\"");
    }
  }

  @Test
  void whatBelongsToOneCommandIsRefusedForMany() {
    for (String header : List.of("Idempotency-Key", "If-Match")) {
      Reply reply =
          http.send(
              "POST", "/api/commands", line("b-header"), "application/x-ndjson", header, "\"1\"");
      reply.expectProblem(422, "HEADER_NOT_APPLICABLE");
    }
    http.send("POST", "/api/commands?dryRun=true", line("b-header"), "application/x-ndjson")
        .expectProblem(422, "UNKNOWN_PARAMETER");
    http.get("/api/officials/b-header").expect(404);
  }

  @Test
  void whoeverLeavesHalfWayFindsAllThatWasAcknowledged() throws IOException {
    String acknowledged;
    try (Wire wire = new Wire(http.server())) {
      wire.write(HEAD.formatted(http.token())).writeChunk(line("b-left") + "\n");
      wire.head();
      acknowledged = answer(wire);
      wire.writeChunk(line("b-unheard") + "\n{\"command\": \"Register");
    }
    long position = JSON.readTree(acknowledged).at("/entries/0/position").asLong();
    JsonNode entry = http.get("/api/entries/" + position).expect(200).json();
    assertThat(entry.path("subject").asString()).endsWith("officials/b-left");
    assertThat(http.bulk(line("b-left")).lines().getFirst().path("status").asInt()).isEqualTo(200);
  }
}
