package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedLedger.class)
@Timeout(60)
@Tag("slow")
class EntryStreamTest {
  private static final int LINES = 100;

  private final Http http;

  EntryStreamTest(Http http) {
    this.http = http;
  }

  private static Wire follow(Http server, String query, String header) throws IOException {
    Wire wire = new Wire(server.server());
    wire.write(
        "GET /api/entries/stream%s HTTP/1.1\r\nHost: localhost\r\n%s\r\n".formatted(query, header));
    assertThat(wire.head()).contains(" 200").contains("text/event-stream");
    return wire;
  }

  private static String next(Wire wire) throws IOException {
    for (int i = 0; i < LINES; i++) {
      String line = wire.line();
      if (line.startsWith("id:")) {
        return line.substring("id:".length()).strip();
      }
    }
    return "nothing";
  }

  private long register(String official) {
    return http.command(
            "RegisterOfficial",
            "{\"official\":\"%s\",\"name\":\"%s\"}".formatted(official, official))
        .expect(201)
        .position();
  }

  @Test
  void anEntryIsToldAsItIsRecordedAndWhoComesBackGoesOn() throws IOException {
    long head = http.get("/api/journal").json().path("position").asLong();
    try (Wire wire = follow(http, "?after=" + head, "")) {
      long first = register("streamed-first");
      assertThat(next(wire)).isEqualTo(Long.toString(first));
      long second = register("streamed-second");
      assertThat(next(wire)).isEqualTo(Long.toString(second));
    }
    try (Wire wire = follow(http, "", "Last-Event-ID: " + head + "\r\n")) {
      assertThat(next(wire)).isEqualTo(Long.toString(head + 1));
    }
  }

  @Test
  void whoAsksByHeadIsToldWhatWouldComeAndNoMore() throws IOException {
    for (String path : List.of("/api/entries/stream", "/api/timeline/stream")) {
      try (Wire wire = new Wire(http.server())) {
        wire.write("HEAD %s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(path));
        assertThat(wire.head()).contains(" 200").contains("text/event-stream");
        wire.write("GET /api/journal HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(wire.head()).contains(" 200").contains("application/json");
      }
    }
  }

  @Test
  void whoListensDoesNotKeepTheServerFromStopping() throws IOException {
    Ledger ledger = Ledger.start(Map.of());
    try (Wire entries = follow(ledger.http(), "", "")) {
      Instant begin = Instant.now();
      ledger.close();
      assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(15));
      assertThat(next(entries)).isEqualTo("nothing");
    }
  }
}
