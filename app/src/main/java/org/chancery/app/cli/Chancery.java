package org.chancery.app.cli;

import org.chancery.app.config.Failure;
import org.chancery.shared.Visible;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The command line. */
@Command(
    name = "chancery",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    description = "An event-sourced, bitemporal, provable ledger of diplomatic activity.",
    subcommands = {
      ServeVerb.class,
      DemoVerb.class,
      ImportVerb.class,
      ShowVerb.class,
      ExplainVerb.class,
      AskVerb.class,
      SearchVerb.class,
      ReplayVerb.class,
      ExportVerb.class,
      VerifyVerb.class,
      CheckVerb.class,
      KeysVerb.class,
      WitnessVerb.class
    })
public final class Chancery {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;

  /** Some records were refused, or some rows differ. */
  static final int DONE_WITH_REMARKS = 3;

  private Chancery() {}

  /** Runs a verb; a server goes on after it. */
  public static void main(String[] args) {
    System.setProperty("disable-axoniq-console-message", "true");
    int code = commandLine().execute(args);
    if (code != ServeVerb.SERVING) {
      System.exit(code);
    }
  }

  public static CommandLine commandLine() {
    return new CommandLine(new Chancery())
        .setExecutionExceptionHandler(
            (failure, line, parsed) -> {
              line.getErr().println("chancery: " + Visible.line(Failure.told(failure)));
              return Failure.isMisuse(failure) ? WRONG_USAGE : FAILED;
            });
  }
}
