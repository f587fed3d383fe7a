package org.chancery.app.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.chancery.app.telling.CitedLine;
import org.chancery.app.telling.LedgerAddress;
import org.chancery.app.telling.LedgerAnswer;
import org.chancery.app.telling.NotAnsweredException;
import org.chancery.shared.RequestCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Searches all words on record: as text for people, as JSON for programs. */
@Command(
    name = "search",
    description = "Searches all that is on record, as of both times.",
    footer = {"", "Example:", "  chancery search tillerson bonn --on 2017-02-16 --data demo-data"})
final class SearchVerb implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration AGAIN = Duration.ofMillis(200);

  @Parameters(
      index = "0..*",
      arity = "1..*",
      paramLabel = "WORDS",
      description = "All are to be found; what is quoted together, together.")
  List<String> words = List.of();

  @Option(names = "--kind", description = "Such as meetings.")
  @Nullable String kind;

  @Option(names = "--party", description = "A party that is spoken of; may be repeated.")
  List<String> parties = new ArrayList<>();

  @Option(names = "--on", paramLabel = "DAY", description = "Of that day. Default: of any")
  @Nullable String on;

  @Option(
      names = "--known-at",
      paramLabel = "POINT",
      description = "As known at an instant, at the end of a day, or at position:N.")
  @Nullable String knownAt;

  @Option(names = "--from", paramLabel = "DATE", description = "What may be of then or later.")
  @Nullable String from;

  @Option(names = "--to", paramLabel = "DATE", description = "What may be of then or earlier.")
  @Nullable String to;

  @Option(names = "--limit", defaultValue = "20", description = "Default: ${DEFAULT-VALUE}")
  int limit;

  @Option(names = "--json", description = "Prints the API's answer as it is.")
  boolean json;

  @Mixin ServerOptions through = new ServerOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    LedgerAddress address = address();
    return LedgerReader.read(
        through,
        (ledger, terminal) -> {
          LedgerAnswer answer = ask(ledger, address);
          if (json) {
            terminal.printJson(List.of(answer));
          } else {
            terminal.print(lines(answer.json()));
          }
        });
  }

  private LedgerAddress address() {
    LedgerAddress address =
        LedgerAddress.of("search")
            .with("q", words.stream().map(SearchVerb::quoted).collect(Collectors.joining(" ")))
            .with("kind", kind)
            .with("on", on)
            .with("knownAt", knownAt)
            .with("from", from)
            .with("to", to)
            .with("limit", limit);
    for (String party : parties) {
      address = address.with("party", party);
    }
    return address;
  }

  /** The shell has taken the quotes off. */
  private static String quoted(String word) {
    return word.contains(" ") && !word.contains("\"") ? '"' + word + '"' : word;
  }

  /** An index that is being made anew is waited for. */
  private static LedgerAnswer ask(LedgerReader ledger, LedgerAddress address) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return ledger.get(address);
      } catch (NotAnsweredException problem) {
        boolean notYet = problem.code().equals(RequestCode.NOT_YET.name());
        if (!notYet || System.nanoTime() > end) {
          throw problem;
        }
        LockSupport.parkNanos(AGAIN.toNanos());
      }
    }
  }

  private static List<CitedLine> lines(JsonNode page) {
    List<CitedLine> lines = new ArrayList<>();
    for (JsonNode each : page.path("respelt")) {
      String word = each.path("word").asString("");
      lines.add(
          line("'%s' is nowhere on record; read as %s".formatted(word, joined(each.path("as")))));
    }
    page.path("items").forEach(hit -> hit(lines, hit));
    lines.add(
        line(
            "%d of %d found, as known at position %d"
                .formatted(
                    page.path("items").size(),
                    page.path("total").asLong(),
                    page.at("/asOf/position").asLong())));
    if (!page.path("disputed").isEmpty()) {
      lines.add(line("Sources differ about " + joined(page.path("disputed"))));
    }
    JsonNode behind = page.at("/asOf/behind");
    if (!behind.isEmpty()) {
      lines.add(line("Not searched, for they cannot be read: entries " + behind));
    }
    return lines;
  }

  private static String joined(JsonNode texts) {
    return texts.values().stream().map(each -> each.asString("")).collect(Collectors.joining(", "));
  }

  private static CitedLine line(String text) {
    return new CitedLine(0, text, List.of());
  }

  private static void hit(List<CitedLine> lines, JsonNode hit) {
    String date = hit.path("date").asString("");
    lines.add(
        line(
            "%s  [%s]%s"
                .formatted(
                    text(hit.path("title")),
                    hit.path("kind").asString(""),
                    date.isEmpty() ? "" : "  " + date)));
    String snippet = text(hit.path("snippet"));
    if (!snippet.isEmpty()) {
      lines.add(new CitedLine(1, snippet, List.of()));
    }
    lines.add(
        new CitedLine(
            1,
            hit.path("address").asString(""),
            hit.path("entries").values().stream().map(JsonNode::asLong).toList()));
  }

  private static String text(JsonNode pieces) {
    return pieces.values().stream()
        .map(piece -> piece.path("text").asString(""))
        .collect(Collectors.joining());
  }
}
