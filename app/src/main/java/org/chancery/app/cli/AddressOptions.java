package org.chancery.app.cli;

import org.chancery.app.telling.LedgerAddress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** An address of the ledger, and the point in both times as of which it is asked. */
final class AddressOptions {

  @Parameters(
      index = "0",
      paramLabel = "ADDRESS",
      description =
          "As the API has it, with or without /api/: meetings/bonn-2017-us-ru,"
              + " relationships/US/CU, entries/12; a list perhaps with filters behind a ?.")
  String written = "";

  @Option(names = "--on", paramLabel = "DAY", description = "As it was on that day. Default: today")
  @Nullable String on;

  @Option(
      names = "--known-at",
      paramLabel = "POINT",
      description =
          "As known at an instant, at the end of a day, at position:N, or when release:NAME or"
              + " import:N had been taken in. Default: all that is known")
  @Nullable String knownAt;

  @Option(names = "--json", description = "Prints the API's answer as it is.")
  boolean json;

  @Mixin ServerOptions through = new ServerOptions();

  LedgerAddress address() {
    return LedgerAddress.parse(written).with("on", on).with("knownAt", knownAt);
  }
}
