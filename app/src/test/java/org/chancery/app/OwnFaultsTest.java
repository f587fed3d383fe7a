package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.chancery.journal.FaultyDisk;
import org.chancery.query.stream.SseBroadcaster;
import org.chancery.readmodel.Replays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is no fault of the request, as it is told over HTTP. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Tag("slow")
class OwnFaultsTest {
  private static final String OFFICIAL = "{\"name\": \"Rex Tillerson\"}";
  private static final String REPLAYS = "/api/admin/replays";
  private static final String COPIES = "/api/admin/copies";

  @TempDir Path folder;
  private Ledger ledger;

  @BeforeEach
  void start() throws IOException {
    FaultyDisk.register();
    ledger =
        Ledger.start(Map.of("chancery.journal.url", "jdbc:h2:faulty:" + folder.resolve("journal")));
  }

  @AfterEach
  void stop() throws IOException {
    FaultyDisk.syncFails = false;
    ledger.close();
  }

  private Http http() {
    return ledger.http();
  }

  @Test
  void anEntryThatTheDiskDoesNotConfirmIsNotAcknowledgedAndReadsGoOn() {
    http().command("RegisterOfficial", OFFICIAL).expect(201);
    FaultyDisk.syncFails = true;

    http().command("RegisterOfficial", OFFICIAL).expectProblem(503, "JOURNAL_STOPPED");

    FaultyDisk.syncFails = false;
    http().command("RegisterOfficial", OFFICIAL).expectProblem(503, "JOURNAL_STOPPED");
    assertThat(http().get("/api/journal").expect(200).json().path("position").asLong()).isOne();
  }

  @Test
  void whatNeedsAJournalThatCannotBeReachedMayBeAskedAgain() throws Exception {
    http().command("RegisterOfficial", OFFICIAL).expect(201);
    ledger
        .context()
        .getBean("journalSource", DataSource.class)
        .unwrap(HikariDataSource.class)
        .close();

    http().get("/api/entries/1").expectProblem(503, "DATABASE_UNAVAILABLE");
    http()
        .command("CorrectEntry", "{\"entry\": 1, \"name\": \"R. Tillerson\", \"reason\": \"name\"}")
        .expectProblem(503, "DATABASE_UNAVAILABLE");
  }

  @Test
  void aReadModelThatCannotBeReadIsALedgerThatFailed() {
    new JdbcTemplate(ledger.context().getBean(DataSource.class))
        .execute("alter table official rename to official_lost");

    http().get("/api/officials").expectProblem(500, "INTERNAL_ERROR");
  }

  @Test
  void whoeverWantsToListenToAServerThatStopsIsSentAway() {
    SseBroadcaster streams = ledger.context().getBean(SseBroadcaster.class);
    streams.stop();

    http().get("/api/entries/stream").expectProblem(503, "TOO_MANY_STREAMS");
  }

  /** One that has been asked for is not over before it has begun. */
  @Test
  void aReadModelIsBuiltAnewOnceAtATime() {
    Replays replays = ledger.context().getBean(Replays.class);
    replays.stop();
    http().post(REPLAYS, "{\"model\": \"meeting\"}").expect(202);

    http().post(REPLAYS, "{}").expectProblem(409, "REPLAY_RUNNING");

    http().post(REPLAYS, "{\"model\": \"trip\"}").expect(202);
    replays.start();
  }

  /** How long a copy takes is up to the disk, so it is asked for until two have met. */
  @Test
  void oneCopyIsMadeAtATime() throws Exception {
    List<Reply> replies = new ArrayList<>();
    while (replies.stream().noneMatch(reply -> reply.status() == 409)) {
      List<CompletableFuture<Reply>> asked =
          Stream.generate(() -> CompletableFuture.supplyAsync(() -> http().post(COPIES, "")))
              .limit(4)
              .toList();
      for (CompletableFuture<Reply> reply : asked) {
        replies.add(reply.get(30, TimeUnit.SECONDS));
      }
    }
    for (Reply reply : replies) {
      if (reply.status() == 409) {
        reply.expectProblem(409, "COPY_RUNNING");
      } else {
        reply.expect(201);
      }
    }
  }
}
