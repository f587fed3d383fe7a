package org.chancery.app.cli;

import java.io.Console;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.app.telling.CitedLine;
import org.chancery.app.telling.LedgerAnswer;
import org.chancery.shared.Visible;
import org.jspecify.annotations.Nullable;

/**
 * Where answers are printed. What a text of the ledger has that would control a terminal is shown
 * and not obeyed; the links (OSC 8) are the program's own.
 *
 * @param links the server to whose pages of entries citations lead; null where the terminal takes
 *     no links
 */
record Terminal(PrintStream out, @Nullable URI links) {
  private static final Set<String> LINKLESS = Set.of("", "dumb", "linux");
  private static final String INDENT = "  ";

  /**
   * Standard output.
   *
   * @param server where entries are found; null where nobody serves them for longer
   */
  static Terminal standard(@Nullable URI server) {
    boolean isTerminal =
        Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    return new Terminal(System.out, takesLinks(isTerminal, System.getenv()) ? server : null);
  }

  /** True of a terminal that is not known to be a plain one, where nobody asks for plain output. */
  static boolean takesLinks(boolean isTerminal, Map<String, String> environment) {
    return isTerminal
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !LINKLESS.contains(environment.getOrDefault("TERM", ""));
  }

  void print(List<CitedLine> lines) {
    for (CitedLine line : lines) {
      out.println(
          INDENT.repeat(line.depth()) + Visible.line(line.text()) + line.citation(this::entry));
    }
  }

  private String entry(long position) {
    return links == null
        ? Long.toString(position)
        : "\u001B]8;;%s\u001B\\%d\u001B]8;;\u001B\\"
            .formatted(links.resolve("/entries/" + position), position);
  }

  /** A text that has lines of its own. */
  void printText(String text) {
    text.lines().map(Visible::line).forEach(out::println);
  }

  /**
   * Each answer as it is, a line each; what would control a terminal is escaped, as JSON has it.
   */
  void printJson(List<LedgerAnswer> answers) {
    for (LedgerAnswer answer : answers) {
      byte[] line = (escaped(answer.text().strip()) + "\n").getBytes(StandardCharsets.UTF_8);
      out.write(line, 0, line.length);
    }
    out.flush();
  }

  private static String escaped(String json) {
    if (json.equals(Visible.line(json))) {
      return json;
    }
    StringBuilder escaped = new StringBuilder();
    json.codePoints()
        .mapToObj(Character::toString)
        .forEach(
            letter -> {
              if (letter.equals(Visible.line(letter)) || letter.isBlank()) {
                escaped.append(letter);
              } else {
                letter.chars().forEach(unit -> escaped.append("\\u%04X".formatted(unit)));
              }
            });
    return escaped.toString();
  }
}
