package org.chancery.app.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Opens an address by the program that the system has for it, which needs no screen of Java's. */
final class Browser {

  private Browser() {}

  /** The command that opens an address, which is one argument of it. */
  static List<String> command(String system, URI address) {
    String name = system.toLowerCase(Locale.ROOT);
    List<String> opener =
        name.startsWith("mac")
            ? List.of("open")
            : name.startsWith("windows") ? List.of("cmd", "/c", "start", "") : List.of("xdg-open");
    return Stream.concat(opener.stream(), Stream.of(address.toString())).toList();
  }

  /** A note on why nothing was opened; empty where the program was started. */
  static String open(List<String> command) {
    try {
      new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(Redirect.DISCARD)
          .start()
          .getOutputStream()
          .close();
      return "";
    } catch (IOException failure) {
      return "note: no browser could be opened by %s; look at %s yourself"
          .formatted(command.getFirst(), command.getLast());
    }
  }
}
