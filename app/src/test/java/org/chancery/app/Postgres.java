package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL of one's own that flushes to the disk as in earnest; unless told, it does not. */
public final class Postgres {

  private Postgres() {}

  public static EmbeddedPostgres start() throws IOException {
    return EmbeddedPostgres.builder().setServerConfig("fsync", "on").start();
  }

  /** Of one of several servers on its journal that do not seal. */
  static Map<String, Object> shared(EmbeddedPostgres postgres) {
    return Map.of(
        "chancery.nodes",
        "many",
        "chancery.seal.enabled",
        false,
        "chancery.journal.url",
        postgres.getJdbcUrl("postgres", "postgres"),
        "chancery.journal.user",
        "postgres");
  }

  /** That the journal has no gap, and its head is at its end. */
  static void requireGapless(JdbcClient journal) {
    assertThat(
            journal
                .sql(
                    "select position = (select count(*) from entry)"
                        + " and position = (select max(position) from entry) from head")
                .query(Boolean.class)
                .single())
        .isTrue();
  }
}
