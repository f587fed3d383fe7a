package org.chancery.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import org.chancery.journal.Entry;
import org.chancery.journal.FaultyDisk;
import org.chancery.journal.Journal;
import org.chancery.journal.JournalParts;
import org.chancery.journal.TestJournal;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.ReadModels;
import org.chancery.readmodel.TestDatabases;
import org.chancery.shared.OfficialId;
import org.chancery.shared.official.OfficialEvent.OfficialRegistered;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("slow")
class AsOfResolverTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @TempDir Path folder;

  @Test
  void anInstantHasOneAnswerEvenWhileItsEntriesAreOnTheirWayToTheDisk() throws Exception {
    FaultyDisk.register();
    JdbcConnectionPool pool = TestJournal.pool("jdbc:h2:faulty:" + folder.resolve("journal"));
    try (JournalParts parts = TestJournal.on(pool);
        TestLedger ledger = new TestLedger(parts, TestDatabases.h2())) {
      register(ledger, "first");
      FaultyDisk.SYNCING.acquire();
      CompletableFuture<Void> append;
      CompletableFuture<Long> asked;
      String instant;
      try {
        append = CompletableFuture.runAsync(() -> register(ledger, "second"));
        await().atMost(LIMIT).until(FaultyDisk.SYNCING::hasQueuedThreads);
        instant = Instant.now().toString();
        asked = CompletableFuture.supplyAsync(() -> positionAt(ledger, instant));
        Thread.sleep(200);
      } finally {
        FaultyDisk.SYNCING.release();
      }

      assertThat(append).succeedsWithin(LIMIT);
      assertThat(asked).succeedsWithin(LIMIT).isEqualTo(positionAt(ledger, instant));
      assertThat(positionAt(ledger, instant)).isEqualTo(2);
    } finally {
      pool.dispose();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "UTC,               2026-11-28",
    "Asia/Vladivostok,  2026-11-29",
    "Pacific/Pago_Pago, 2026-11-28"
  })
  void whereNoDayIsAskedForItIsTodayInTheLedgersZone(ZoneId zone, LocalDate today) {
    Clock clock = Clock.fixed(Instant.parse("2026-11-28T23:00:00Z"), zone);
    try (TestLedger ledger = new TestLedger(TestDatabases.h2())) {
      ledger.settle();
      AsOfResolver resolver =
          new AsOfResolver(
              ledger.bean(Journal.class),
              ledger.bean(ReadModels.class),
              ledger.bean(NamedPoints.class),
              clock);

      assertThat(resolver.asOf(new AsOfParameters(null, null, null)).on()).isEqualTo(today);
    }
  }

  @Test
  void aDayThatWasKnownMeansItsEnd() {
    try (TestLedger ledger = new TestLedger(TestDatabases.h2())) {
      register(ledger, "first");
      ledger.settle();
      JdbcClient.create(ledger.bean(JournalParts.class).beside().source())
          .sql("update entry set recorded_at = recorded_at - interval '2' day")
          .update();
      Entry entry = ledger.bean(Journal.class).at(1).orElseThrow();
      LocalDate day = LocalDate.ofInstant(entry.recordedAt(), ZoneOffset.UTC);
      AsOfResolver resolver = ledger.bean(AsOfResolver.class);

      AsOf known = resolver.asOf(new AsOfParameters(null, day.toString(), null));
      assertThat(known.position()).isEqualTo(1);
      assertThat(known.knownAt()).isEqualTo(day + "T23:59:59.999999Z");
      AsOf before = resolver.asOf(new AsOfParameters(null, day.minusDays(1).toString(), null));
      assertThat(before.position()).isZero();
    }
  }

  private static void register(TestLedger ledger, String official) {
    ledger.record(new OfficialRegistered(new OfficialId(official), official));
  }

  private static long positionAt(TestLedger ledger, String instant) {
    return ledger.bean(AsOfResolver.class).asOf(new AsOfParameters(null, instant, null)).position();
  }
}
