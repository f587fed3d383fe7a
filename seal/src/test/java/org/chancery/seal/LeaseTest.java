package org.chancery.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.chancery.journal.JournalParts;
import org.chancery.journal.OnEachDatabase;
import org.chancery.journal.TestDatabase;
import org.chancery.journal.TestJournal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One of several processes seals at a time, and whoever was too slow writes nothing. */
@OnEachDatabase
@Tag("slow")
class LeaseTest extends SealTestBase {
  private static final Duration TERM = Duration.ofSeconds(1);

  private JournalParts otherParts;

  LeaseTest(TestDatabase database) {
    super(database);
  }

  @BeforeEach
  void openAgain() {
    assumeThat(database).isEqualTo(TestDatabase.POSTGRESQL); // H2 has one process
    otherParts = TestJournal.on(source);
  }

  @AfterEach
  void closeAgain() {
    if (otherParts != null) {
      otherParts.close();
    }
  }

  private Sealer sealer(JournalParts of, String name) throws IOException {
    Lease lease = new Lease(of.beside(), name, TERM);
    return new Sealer(of, new Seal(of.beside()), keys(), null, Clock.systemUTC(), lease, BRIEF);
  }

  private Lease lease(JournalParts of, String name) {
    return new Lease(of.beside(), name, TERM);
  }

  private long checkpoints() {
    return JdbcClient.create(source)
        .sql("select count(*) from seal_checkpoint")
        .query(Long.class)
        .single();
  }

  @Test
  void oneSealsAndTheOtherKnowsWhoAndTakesOverOnceItHasEnded() throws Exception {
    Sealer first = sealer(parts, "first");
    try (Sealer second = sealer(otherParts, "second")) {
      try (first) {
        first.start();
        await().atMost(LIMIT).until(() -> "first".equals(first.sealedBy()));
        second.start();
        hold(3);
        sealed();
        await().atMost(LIMIT).until(() -> "first".equals(second.sealedBy()));
        assertThat(first.state()).isEqualTo("sealing");
        assertThat(second.state()).isEqualTo("waiting");
      }
      await().atMost(LIMIT).until(() -> second.state().equals("sealing"));
      hold(3);
      sealed();
      assertThat(second.sealedBy()).isEqualTo("second");
      assertThat(seal.latest().orElseThrow().checkpoint().root()).isEqualTo(rootOfJournal());
    }
  }

  @Test
  void whoIsKilledIsFollowedOnceItsLeaseHasLapsed() throws Exception {
    Lease killed = lease(parts, "killed");
    assertThat(killed.hold()).isTrue();
    try (Sealer second = sealer(otherParts, "second")) {
      second.start();
      hold(3);
      sealed();
      assertThat(second.sealedBy()).isEqualTo("second");
    }
  }

  @Test
  void whoRenewsItKeepsIt() throws Exception {
    Lease first = lease(parts, "first");
    Lease second = lease(otherParts, "second");
    long end = System.nanoTime() + TERM.multipliedBy(2).toNanos();
    assertThat(first.hold()).isTrue();
    while (System.nanoTime() < end) {
      assertThat(second.hold()).isFalse();
      assertThat(first.hold()).isTrue();
    }
  }

  @Test
  void whoWasPausedBetweenTwoRoundsWritesNothingOnceAnotherHasTakenOver() throws Exception {
    Lease paused = lease(parts, "paused");
    SealRound round =
        new SealRound(parts.journal(), parts.beside(), keys(), Clock.systemUTC(), paused);
    assertThat(paused.hold()).isTrue();
    assertThat(round.run()).isNotNull();
    hold(3);
    Lease next = lease(otherParts, "next");
    await().atMost(LIMIT).until(next::hold);
    long before = checkpoints();

    assertThat(round.run()).isNull();
    assertThat(checkpoints()).isEqualTo(before);
    assertThat(paused.isHeld()).isFalse();
    assertThat(paused.hold()).isFalse();
    assertThat(paused.holder()).isEqualTo("next");
  }

  @Test
  void whoIsPausedWithinARoundIsGivenUpAndWritesNothing() throws Exception {
    Lease paused = lease(parts, "paused");
    assertThat(paused.hold()).isTrue();
    hold(3);
    CountDownLatch goesOn = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Integer> round =
        CompletableFuture.supplyAsync(() -> pausedRound(paused, begun, goesOn));
    assertThat(begun.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();

    try (Sealer second = sealer(otherParts, "second")) {
      second.start();
      sealed();
      long before = checkpoints();
      goesOn.countDown();

      assertThatThrownBy(round::join).hasRootCauseInstanceOf(SQLException.class);
      assertThat(checkpoints()).isEqualTo(before);
      assertThat(seal.latest().orElseThrow().checkpoint().root()).isEqualTo(rootOfJournal());
    }
  }

  /** As a process does that is stopped between two statements of its round. */
  private int pausedRound(Lease lease, CountDownLatch begun, CountDownLatch goesOn) {
    try {
      return parts
          .beside()
          .write(
              connection -> {
                assertThat(lease.keep(connection)).isTrue();
                assertThat(SealRows.in(connection).lock()).isTrue();
                begun.countDown();
                await().atMost(LIMIT).until(() -> goesOn.getCount() == 0);
                SealRows.in(connection).name("written too late");
                return 1;
              });
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
