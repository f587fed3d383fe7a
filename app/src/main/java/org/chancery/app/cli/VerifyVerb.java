package org.chancery.app.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.chancery.app.config.UsageException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks an export, by the very program that anyone can download. */
@Command(
    name = "verify",
    description = "Checks an export, without the ledger; exits with 1 where it is not as sealed.",
    footer = {"", "Example:", "  chancery verify russia.jsonl --key \"$(cat log.vkey)\""})
final class VerifyVerb implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "EXPORT", description = "The file to check.")
  String export = "";

  @Option(
      names = "--key",
      required = true,
      paramLabel = "VKEY",
      description =
          "The ledger's verifier key, from an early day or from somebody else. Can be given again,"
              + " for what the ledger signed with another key.")
  List<String> keys = List.of();

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = "An earlier checkpoint that you kept; the export must begin with it.")
  @Nullable String checkpoint;

  @Option(
      names = "--witness",
      paramLabel = "VKEY",
      description = "A witness who must have cosigned the export's checkpoint.")
  @Nullable String witness;

  @Override
  public Integer call() throws ReflectiveOperationException {
    requireFile(export);
    if (checkpoint != null) {
      requireFile(checkpoint);
    }
    List<String> args = new ArrayList<>(List.of(export));
    keys.forEach(key -> add(args, "--key", key));
    add(args, "--checkpoint", checkpoint);
    add(args, "--witness", witness);
    return verify(args.toArray(String[]::new));
  }

  private static void requireFile(String name) {
    if (!Files.exists(Path.of(name))) {
      throw new UsageException("there is no file " + name);
    }
  }

  private static void add(List<String> args, String option, @Nullable String value) {
    if (value != null) {
      args.add(option);
      args.add(value);
    }
  }

  /** It stands in no package, so that it runs as a single file; so it cannot be imported. */
  private static int verify(String[] args) throws ReflectiveOperationException {
    return (int)
        Class.forName("Verify")
            .getMethod("run", String[].class, PrintStream.class, PrintStream.class)
            .invoke(null, args, System.out, System.err);
  }
}
