package org.chancery.app;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;

/** A PostgreSQL of one's own that flushes to the disk as in earnest; unless told, it does not. */
public final class Postgres {

  private Postgres() {}

  public static EmbeddedPostgres start() throws IOException {
    return EmbeddedPostgres.builder().setServerConfig("fsync", "on").start();
  }
}
