package org.chancery.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.chancery.app.telling.CitedLine;
import org.chancery.app.telling.LedgerAnswer;
import org.chancery.journal.json.LedgerJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {
  private static final String HOSTILE = "a\u001B]0;x\u0007\u009B2J\u202E\u001Bb\nc";

  private static String printed(@Nullable URI links, Consumer<Terminal> printing) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    printing.accept(new Terminal(new PrintStream(out, true, UTF_8), links));
    return out.toString(UTF_8);
  }

  @Test
  void aTextDoesNotControlTheTerminal() {
    List<CitedLine> lines = List.of(new CitedLine(1, HOSTILE, List.of(7L, 9L)));
    assertThat(printed(null, terminal -> terminal.print(lines)))
        .isEqualToNormalizingNewlines(
            "  a\\u001B]0;x\\u0007\\u009B2J\\u202E\\u001Bb\\u000Ac [entries 7, 9]\n");
    assertThat(printed(null, terminal -> terminal.printText(HOSTILE)))
        .doesNotContain("\u001B", "\u0007", "\u009B", "\u202E");
  }

  @Test
  void whereTheTerminalTakesLinksACitationLeadsToItsEntry() {
    List<CitedLine> lines = List.of(new CitedLine(0, HOSTILE, List.of(7L)));
    String printed =
        printed(URI.create("http://127.0.0.1:8080"), terminal -> terminal.print(lines));
    assertThat(printed)
        .contains("[entry \u001B]8;;http://127.0.0.1:8080/entries/7\u001B\\7\u001B]8;;\u001B\\]");
    assertThat(printed.chars().filter(letter -> letter == '\u001B')).hasSize(4);
  }

  @Test
  void anAnswerInJsonIsPrintedAsItIs() {
    String json = "{\"a\":\"C\u00f4te d'Ivoire\"}";
    assertThat(printed(null, terminal -> terminal.printJson(List.of(answer(json)))))
        .isEqualTo(json + "\n");
  }

  @Test
  void whatWouldControlTheTerminalIsEscapedAsJsonHasIt() {
    String json = "{\"a\":\"x\u009B2J\u202E\uDB40\uDC41\"}";
    String printed = printed(null, terminal -> terminal.printJson(List.of(answer(json))));
    assertThat(printed).doesNotContain("\u009B", "\u202E", "\uDB40");
    assertThat(LedgerJson.mapper().readTree(printed)).isEqualTo(answer(json).json());
  }

  private static LedgerAnswer answer(String json) {
    return new LedgerAnswer(json, LedgerJson.mapper().readTree(json));
  }

  @ParameterizedTest
  @CsvSource({
    "true, xterm-256color, '', true",
    "true, xterm-256color, 1, false",
    "true, dumb, '', false",
    "true, linux, '', false",
    "false, xterm-256color, '', false"
  })
  void linksGoOnlyWhereTheyAreTakenAndWanted(
      boolean isTerminal, String term, String noColor, boolean taken) {
    assertThat(Terminal.takesLinks(isTerminal, Map.of("TERM", term, "NO_COLOR", noColor)))
        .isEqualTo(taken);
    assertThat(Terminal.takesLinks(isTerminal, Map.of())).isFalse();
  }
}
