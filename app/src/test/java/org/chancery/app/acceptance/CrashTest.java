package org.chancery.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server is killed while eight clients and a bulk write to it. */
@Tag("slow")
class CrashTest {
  private static final int MOST_MILLIS_UNDER_LOAD = 1_500;
  private static final int TRIES = 4;

  private final Random random = new Random();
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
  void nothingAcknowledgedIsLostAndNothingIsExecutedTwice() throws Exception {
    server = ServerProcess.serve(data);
    Traffic traffic = killedUnderTraffic(server);
    server.restart();

    Entries entries = Entries.of(server.client());
    assertThat(server.positionAtStart()).isEqualTo(entries.all().size());
    assertThat(entries.lacking(traffic.acknowledged())).isEmpty();

    assertThatARetryGivesTheFirstAnswerOrIsExecutedOnce(traffic, server.client());
    server.stop();
    OpenLedger.on(data).close();
    ReadModelRows.assertEqualARebuild(data, scratch);
  }

  /** The control: were it blind to a loss, this test would fail. */
  @Test
  void withoutDurabilityAcknowledgedEntriesAreSeenToBeLost(@TempDir Path folder) throws Exception {
    List<Request> lost = List.of();
    for (int attempt = 0; attempt < TRIES && lost.isEmpty(); attempt++) {
      Path fresh = Files.createDirectory(folder.resolve("try-" + attempt));
      server = ServerProcess.serve(fresh, "-Dchancery.journal.durable=false");
      Traffic traffic = killedUnderTraffic(server);
      server.restart();
      lost = Entries.of(server.client()).lacking(traffic.acknowledged());
      server.close();
    }
    assertThat(lost).isNotEmpty();
  }

  private Traffic killedUnderTraffic(ServerProcess running) throws Exception {
    try (Traffic traffic = Traffic.flowing(running.client())) {
      Pause.of(Duration.ofMillis(random.nextInt(MOST_MILLIS_UNDER_LOAD)));
      running.kill();
      traffic.awaitEnd();
      return traffic;
    }
  }

  private static void assertThatARetryGivesTheFirstAnswerOrIsExecutedOnce(
      Traffic traffic, Client client) throws IOException {
    Map<Request, Answer> repeated = traffic.repeatedTo(client);
    repeated.forEach(
        (request, again) -> {
          Answer first = traffic.acknowledged().get(request);
          if (first != null) {
            assertThat(again.replayed()).as("%s: %s", request, again).isTrue();
            assertThat(again.entries()).isEqualTo(first.entries());
          }
        });
    assertThat(repeated.values().stream().flatMap(answer -> answer.positions().stream()).sorted())
        .containsExactlyElementsOf(Entries.upTo(Entries.of(client).all().size()));
  }
}
