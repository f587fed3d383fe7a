package org.chancery.bench;

import java.nio.file.Path;

/** The read models' database, in a file as the ledger lays it by default. */
final class Views {

  private Views() {}

  static String url(Path folder) {
    return "jdbc:h2:file:%s;DB_CLOSE_ON_EXIT=FALSE"
        .formatted(folder.resolve("views").toAbsolutePath());
  }
}
