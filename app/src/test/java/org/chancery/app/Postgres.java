package org.chancery.app;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;

/** A PostgreSQL of one's own that flushes to the disk as in earnest; unless told, it does not. */
final class Postgres {

  private Postgres() {}

  static EmbeddedPostgres start() throws IOException {
    return EmbeddedPostgres.builder().setServerConfig("fsync", "on").start();
  }
}
