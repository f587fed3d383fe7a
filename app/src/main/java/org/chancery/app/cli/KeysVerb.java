package org.chancery.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.chancery.app.config.LedgerSettings;
import org.chancery.app.config.UsageException;
import org.chancery.seal.LogKeys;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows and changes the keys by which the journal is sealed. */
@Command(
    name = "keys",
    description = "Lists the keys that seal the ledger in --data; adds one, or retires one.",
    footer = {"", "Example:", "  chancery keys --add --data ledger"})
final class KeysVerb implements Callable<Integer> {

  @Mixin DataOption data = new DataOption();

  @Option(names = "--add", description = "Makes a further key, which signs from the next start on.")
  boolean add;

  @Option(
      names = "--retire",
      paramLabel = "NAME",
      description = "Deletes a private key by its name (log-01, say); its verifier key stays.")
  @Nullable String retired;

  @Override
  public Integer call() throws IOException {
    Path folder = LedgerSettings.of(data.folder).seal().keysOr(data.folder);
    LogKeys keys = LogKeys.of(folder);
    if (add) {
      LogKeys.add(folder, keys.origin());
    }
    if (retired != null) {
      retire(folder, retired);
    }
    list(folder);
    return Chancery.DONE;
  }

  private static void retire(Path folder, String name) throws IOException {
    try {
      LogKeys.retire(folder, name);
    } catch (IllegalArgumentException unfit) {
      throw new UsageException("--retire: " + unfit.getMessage());
    }
  }

  private static void list(Path folder) throws IOException {
    LogKeys keys = LogKeys.of(folder);
    LogKeys.named(folder)
        .forEach(
            (name, key) ->
                System.out.printf(
                    "%s  %s  %s%n", keys.signs(key) ? "signing" : "retired", key, name));
  }
}
