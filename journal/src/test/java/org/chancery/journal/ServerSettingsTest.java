package org.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A PostgreSQL that does not keep its word is not believed. */
@Tag("slow")
class ServerSettingsTest {

  @ParameterizedTest
  @CsvSource({
    "off, on, fsync is off",
    "on, off, full_page_writes is off",
    "off, off, fsync and full_page_writes is off"
  })
  void whereConfirmedCommitsMayBeLostNoJournalIsOpened(String fsync, String pages, String told)
      throws IOException {
    try (EmbeddedPostgres server = server(fsync, pages)) {
      DataSource source = server.getPostgresDatabase();

      assertThatThrownBy(() -> open(source, true))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(told);
    }
  }

  @Test
  void whoeverAsksForNoDurabilityGetsNone() throws IOException {
    try (EmbeddedPostgres server = server("off", "on");
        JournalParts parts = open(server.getPostgresDatabase(), false)) {
      assertThat(parts.journal().head().position()).isZero();
    }
  }

  /**
   * The embedded server commits asynchronously unless told, and each connection may ask for more.
   */
  @Test
  void whatAConnectionCanSetForItselfIsSetThere() throws IOException {
    try (EmbeddedPostgres server = server("on", "on");
        JournalParts parts = open(server.getPostgresDatabase(), true)) {
      parts.engine().appendEvents(TestJournal.event(0, TestJournal.held("m")));
      assertThat(parts.journal().head().position()).isEqualTo(1);
    }
  }

  @Test
  void aServerThatIsSetOtherwiseLaterIsNotBelievedOnTheNextConnection() throws Exception {
    try (EmbeddedPostgres server =
            EmbeddedPostgres.builder().setServerConfig("fsync", "on").start();
        JournalParts parts = open(server.getPostgresDatabase(), true)) {
      hold(parts, "first");
      set(server, "off");

      assertThatThrownBy(() -> hold(parts, "second")).isInstanceOf(EventStoreException.class);
      assertThat(parts.trouble()).contains("full_page_writes is off");

      set(server, "on");
      assertThat(parts.trouble()).isNull();
      hold(parts, "second");
      assertThat(parts.journal().head().position()).isEqualTo(2);
    }
  }

  private static void hold(JournalParts parts, String meeting) {
    parts.engine().appendEvents(TestJournal.event(0, TestJournal.held(meeting)));
  }

  /** And drops all connections. */
  private static void set(EmbeddedPostgres server, String pages) throws Exception {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("alter system set full_page_writes = " + pages);
      statement.execute("select pg_reload_conf()");
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity"
              + " where pid <> pg_backend_pid() and backend_type = 'client backend'");
    }
  }

  private static EmbeddedPostgres server(String fsync, String pages) throws IOException {
    return EmbeddedPostgres.builder()
        .setServerConfig("fsync", fsync)
        .setServerConfig("full_page_writes", pages)
        .start();
  }

  private static JournalParts open(DataSource source, boolean durable) {
    return JournalParts.open(
        source, Clock.systemUTC(), NoOpEventUpcaster.INSTANCE, new SimpleMeterRegistry(), durable);
  }
}
