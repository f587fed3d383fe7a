package org.chancery.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.chancery.app.Postgres;
import org.chancery.app.config.LedgerProperties.Nodes;
import org.chancery.app.config.LedgerProperties.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who holds the lock of a journal is not seen by everyone who asks for it. */
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Tag("slow")
class ServerLockTest {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final String LOCK = "(1667785070, 1667592825)";

  private EmbeddedPostgres postgres;
  private JdbcClient jdbc;
  private Connection other;
  private Store blind;

  @BeforeEach
  void start() throws Exception {
    postgres = Postgres.start();
    jdbc = JdbcClient.create(postgres.getPostgresDatabase());
    jdbc.sql("create schema hidden").update();
    jdbc.sql(
            "create view hidden.pg_stat_activity as"
                + " select * from pg_catalog.pg_stat_activity where false")
        .update();
    other = postgres.getPostgresDatabase().getConnection();
    blind =
        new Store(
            postgres.getJdbcUrl("postgres", "postgres")
                + "&options=-c%20search_path=hidden,pg_catalog,public",
            "postgres",
            "",
            true,
            null);
  }

  @AfterEach
  void stop() throws Exception {
    other.close();
    postgres.close();
  }

  @Test
  void aHolderWhoIsNotSeenIsNotWaitedForWithoutEnd() throws Exception {
    ask(other, "select pg_advisory_lock" + LOCK);

    assertThatThrownBy(() -> ServerLock.of(blind, Nodes.ONE))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("works on this journal already");
    await().atMost(PATIENCE).until(() -> sessions() == 0);
  }

  @Test
  void whoeverIsClosedWhileItWaitsTakesTheLockNoMore() throws Exception {
    ServerLock tenure = ServerLock.of(blind, Nodes.ONE);
    tenure.keep(_ -> {});
    Thread taking = Thread.ofPlatform().start(() -> ask(other, "select pg_advisory_lock" + LOCK));
    await().atMost(PATIENCE).until(() -> count("pg_locks where not granted") == 1);
    jdbc.sql(
            "select count(pg_terminate_backend(pid)) from pg_stat_activity"
                + " where application_name like 'chancery %'")
        .query(Long.class)
        .single();
    taking.join(PATIENCE);
    await().pollInterval(Duration.ofMillis(20)).atMost(PATIENCE).until(() -> sessions() == 1);

    tenure.close();

    await().atMost(Duration.ofSeconds(1)).until(() -> sessions() == 0);
    ask(other, "select pg_advisory_unlock" + LOCK);
    assertThat(count("pg_locks where locktype = 'advisory'")).isZero();
  }

  @Test
  void thoseWhoShareAJournalLetEachOtherInAndNobodyElse() {
    try (ServerLock one = ServerLock.of(blind, Nodes.MANY);
        ServerLock another = ServerLock.of(blind, Nodes.MANY)) {
      assertThat(one).isNotEqualTo(another);
      assertThatThrownBy(() -> ServerLock.of(blind, Nodes.ONE))
          .isInstanceOf(UsageException.class)
          .hasMessageContaining("CHANCERY_NODES=many");
    }
    try (ServerLock _ = ServerLock.of(blind, Nodes.ONE)) {
      assertThatThrownBy(() -> ServerLock.of(blind, Nodes.MANY)).isInstanceOf(UsageException.class);
    }
  }

  @Test
  void aHolderWhoIsGoneOnceItIsLookedForLeavesTheLock() throws Exception {
    jdbc.sql("drop view hidden.pg_stat_activity").update();
    jdbc.sql(
            "create function hidden.seen() returns setof pg_catalog.pg_stat_activity"
                + " language plpgsql as 'begin perform pg_sleep(3); return; end'")
        .update();
    jdbc.sql("create view hidden.pg_stat_activity as select * from hidden.seen()").update();
    ask(other, "select pg_advisory_lock" + LOCK);
    CompletableFuture<ServerLock> taking =
        CompletableFuture.supplyAsync(() -> ServerLock.of(blind, Nodes.ONE));
    await()
        .atMost(PATIENCE)
        .until(() -> count("pg_stat_activity where wait_event = 'PgSleep'") == 1);

    ask(other, "select pg_advisory_unlock" + LOCK);

    assertThat(taking).succeedsWithin(PATIENCE).isNotNull();
    taking.join().close();
  }

  private long sessions() {
    return count("pg_stat_activity where application_name like 'chancery %'");
  }

  private long count(String of) {
    return jdbc.sql("select count(*) from " + of).query(Long.class).single();
  }

  private static void ask(Connection connection, String query) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(query);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
