package org.chancery.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.chancery.app.config.LedgerSettings;
import org.chancery.app.config.UsageException;
import picocli.CommandLine.Option;

/** The folder of the ledger that a verb works on. */
final class DataOption {

  @Option(
      names = "--data",
      defaultValue = "${env:CHANCERY_DATA:-data}",
      description = "The ledger's folder. Default: ${DEFAULT-VALUE}")
  Path folder = Path.of("data");

  /** The folder, for who works on what is there; fails where no ledger is, and makes none. */
  Path existing() {
    if (!Files.exists(folder.resolve("journal" + EmbeddedFile.SUFFIX))
        && LedgerSettings.of(folder).journal().url() == null) {
      throw new UsageException("there is no ledger in " + folder);
    }
    return folder;
  }
}
