package org.chancery.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.chancery.intake.RealData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Read models are built anew under readers, and under a kill. */
@Tag("slow")
class ReplayTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration READING = Duration.ofSeconds(1);
  private static final int READERS = 20;
  private static final int OFFICIALS = 8_000;
  private static final int TOGETHER = 1_000;

  @TempDir private Path data;
  @TempDir private Path scratch;
  private @Nullable ServerProcess server;

  @AfterEach
  void end() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  @EnabledIf(value = RealData.IS_AT_HAND, disabledReason = RealData.ABSENT)
  void twentyReadersSeeNoWrongAndNoFailedAnswerWhileAllIsBuiltAnew() throws Exception {
    take("travels", "travels");
    take("relations", "us-relations.csv");
    server = ServerProcess.serve(data);
    Client client = server.client();
    Map<String, JsonNode> right = answers(client);
    AtomicBoolean over = new AtomicBoolean();
    try (ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
      List<Future<Integer>> reading = new ArrayList<>();
      for (int reader = 0; reader < READERS; reader++) {
        int first = reader;
        reading.add(readers.submit(() -> readUntil(over, client, right, first)));
      }
      JsonNode replay = over(client, client.replay("{}"));
      assertThat(replay.path("state").asString()).as(replay.toString()).isEqualTo("done");
      assertThat(replay.path("differences").asLong(-1)).as(replay.toString()).isZero();
      assertThat(replay.path("entries").asLong()).isGreaterThan(2_400);
      over.set(true);
      int asked = 0;
      for (Future<Integer> reader : reading) {
        asked += reader.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      }
      System.out.printf("%d answers, all of them right, while a replay went on%n", asked);
      assertThat(asked).isGreaterThan(2 * READERS);
    }
    server.stop();
    ReadModelRows.assertEqualARebuild(data, scratch);
  }

  private void take(String format, String source) {
    try (ImportProcess process = ImportProcess.into(data, format, RealData.at(source))) {
      assertThat(process.await()).as(process::output).isZero();
    }
  }

  private static Map<String, JsonNode> answers(Client client) {
    Map<String, JsonNode> right = new TreeMap<>();
    for (String path :
        List.of(
            "/api/parties?limit=1000&on=2000-01-01",
            "/api/officials/tillerson-rex-w?on=2017-03-01",
            "/api/officials/tillerson-rex-w/trips?on=2017-03-01&limit=7",
            "/api/trips?country=germany&limit=5&on=2017-03-01",
            "/api/stops?place=Bonn&limit=20&on=2017-02-16",
            "/api/stops?place=Bonn&limit=1&on=2017-02-16",
            "/api/relationships?party=US&limit=50&on=1960-06-01",
            "/api/relationships/US/CU?on=1970-01-01",
            "/api/relationships/US/EG/history?on=2000-01-01",
            "/api/timeline?party=CU&limit=30&on=1960-06-01",
            "/api/relationships/US/CU?on=1970-01-01&knownAt=position:1500")) {
      right.put(path, client.ask(path));
    }
    return right;
  }

  private static int readUntil(
      AtomicBoolean over, Client client, Map<String, JsonNode> right, int first) {
    List<String> paths = List.copyOf(right.keySet());
    int asked = 0;
    while (!over.get()) {
      String path = paths.get((first + asked) % paths.size());
      assertThat(client.ask(path)).as(path).isEqualTo(right.get(path));
      asked++;
      Pause.of(READING); // without, the readers take both cores, and the replay minutes
    }
    return asked;
  }

  @Test
  void aReplayThatIsKilledGoesOnAndEndsAsIfNothingHadHappened() throws Exception {
    server = ServerProcess.serve(data);
    tellOfficials(server.client());
    String address = server.client().replay("{}");
    JsonNode seen = building(server.client(), address);
    server.kill();
    assertThat(seen.path("state").asString()).as(seen.toString()).isEqualTo("building");

    server.restart();

    JsonNode replay = over(server.client(), address);
    assertThat(replay.path("state").asString()).as(replay.toString()).isEqualTo("done");
    assertThat(replay.path("differences").asLong(-1)).as(replay.toString()).isZero();
    assertThat(replay.path("entries").asLong()).isEqualTo(server.positionAtStart());
    server.client().tell(Request.meeting("after"));
    server.stop();
    OpenLedger.on(data).close();
    ReadModelRows.assertEqualARebuild(data, scratch);
  }

  private static void tellOfficials(Client client) throws IOException {
    client.tell(Request.party("united-states", "US"));
    client.tell(Request.party("russia", "RU"));
    client.tell(Request.party("germany", "DE"));
    for (int from = 0; from < OFFICIALS; from += TOGETHER) {
      List<Request> requests =
          IntStream.range(from, from + TOGETHER).mapToObj(n -> Request.official("o-" + n)).toList();
      client.tell(requests, (request, answer) -> assertThat(answer.status()).isEqualTo(201));
    }
  }

  /** The replay once some of it is written, and not all. */
  private static JsonNode building(Client client, String address) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    JsonNode replay = client.ask(address);
    while (replay.path("entries").asLong() == 0
        && replay.path("ended").isNull()
        && System.nanoTime() < end) {
      replay = client.ask(address);
    }
    return replay;
  }

  private static JsonNode over(Client client, String address) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    JsonNode replay = client.ask(address);
    while (replay.path("ended").isNull() && System.nanoTime() < end) {
      Pause.of(Duration.ofMillis(20));
      replay = client.ask(address);
    }
    return replay;
  }
}
