package org.chancery.app;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The folder of the ledger that a verb works on. */
final class DataOption {

  @Option(
      names = "--data",
      defaultValue = "${env:CHANCERY_DATA:-data}",
      description = "The ledger's folder. Default: ${DEFAULT-VALUE}")
  Path folder = Path.of("data");
}
