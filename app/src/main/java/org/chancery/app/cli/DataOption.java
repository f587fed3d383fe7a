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

  /** Fails where its settings leave commands to other servers. */
  void requireRecording() {
    if (!LedgerSettings.of(folder).role().records()) {
      throw new UsageException(
          "chancery.role=query takes no commands: give the address of a server that does with"
              + " --server URL");
    }
  }

  /** Fails where its settings leave read models to other servers. */
  void requireAnswering() {
    if (!LedgerSettings.of(folder).role().answers()) {
      throw new UsageException(
          "chancery.role=command keeps no read models: give the address of a server that does with"
              + " --server URL");
    }
  }

  /** The folder, for who works on what is there; fails where no ledger is, and makes none. */
  Path existing() {
    if (!Files.exists(folder.resolve("journal" + EmbeddedFile.SUFFIX))
        && LedgerSettings.of(folder).journal().url() == null) {
      throw new UsageException("there is no ledger in " + folder);
    }
    return folder;
  }
}
