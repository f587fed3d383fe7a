package org.chancery.bench;

import java.nio.file.Path;
import org.chancery.journal.Database;

/** An H2 file, opened as the ledger opens it but for the counting. */
record H2Place(Path file) implements ContestantDatabase {

  H2Place {
    FsyncCountingPath.register();
    file = file.resolve("database").toAbsolutePath();
  }

  @Override
  public String url() {
    return Database.fileUrl(file).replace("jdbc:h2:", "jdbc:h2:" + FsyncCountingPath.SCHEME + ":");
  }

  @Override
  public String user() {
    return "sa";
  }

  @Override
  public String preparation() {
    return "set write_delay 0";
  }

  @Override
  public String sync() {
    return "checkpoint sync";
  }

  @Override
  public long fsyncs() {
    return FsyncCountingPath.count(file.toString());
  }

  @Override
  public void close() {
    // the last connection closes the file
  }
}
