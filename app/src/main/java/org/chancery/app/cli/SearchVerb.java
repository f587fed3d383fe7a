package org.chancery.app.cli;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.chancery.app.config.UsageException;
import org.chancery.app.security.Tokens;
import org.chancery.intake.RemoteLedger;
import org.chancery.journal.json.LedgerJson;
import org.chancery.journal.text.Utf8;
import org.chancery.shared.Visible;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Searches all words on record: as text for people, as JSON for programs. */
@Command(
    name = "search",
    description = "Searches all that is on record, as of both times.",
    footer = {"", "Example:", "  chancery search tillerson bonn --on 2017-02-16 --data demo-data"})
final class SearchVerb implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration AGAIN = Duration.ofMillis(200);
  private static final int NOT_YET = 503;
  private static final JsonMapper MAPPER = LedgerJson.mapper();

  @Parameters(
      index = "0..*",
      arity = "1..*",
      paramLabel = "WORDS",
      description = "All are to be found; what is quoted together, together.")
  List<String> words = new ArrayList<>();

  @Option(names = "--kind", description = "Such as meetings.")
  @Nullable String kind;

  @Option(names = "--party", description = "A party that is spoken of; may be repeated.")
  List<String> parties = new ArrayList<>();

  @Option(names = "--on", description = "As of which day in the world (EDTF).")
  @Nullable String on;

  @Option(names = "--known-at", description = "An instant, a day or position:N.")
  @Nullable String knownAt;

  @Option(names = "--from", description = "What may be of a day from this one on (EDTF).")
  @Nullable String from;

  @Option(names = "--to", description = "What may be of a day up to this one (EDTF).")
  @Nullable String to;

  @Option(names = "--limit", defaultValue = "20", description = "Default: ${DEFAULT-VALUE}")
  int limit;

  @Option(names = "--json", description = "The answer as the server gives it.")
  boolean json;

  @Mixin ServerOptions through = new ServerOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    RemoteLedger running = through.toRead();
    if (running != null) {
      return tell(ask(running));
    }
    try (ConfigurableApplicationContext server =
        ServeVerb.start(through.data.existing(), "127.0.0.1", 0, Map.of())) {
      ServerLocator locator = server.getBean(ServerLocator.class);
      locator.line();
      return tell(ask(new RemoteLedger(locator.address(), Tokens.recorder(through.data.folder))));
    }
  }

  /** What is still being taken in at the start is waited for. */
  private String ask(RemoteLedger ledger) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    HttpResponse<String> answer = send(ledger);
    while (answer.statusCode() == NOT_YET && System.nanoTime() < end) {
      Thread.sleep(AGAIN);
      answer = send(ledger);
    }
    if (answer.statusCode() >= 400) {
      String detail = MAPPER.readTree(answer.body()).path("detail").asString("");
      if (answer.statusCode() < 500) {
        throw new UsageException(detail);
      }
      throw new IOException(detail);
    }
    return answer.body();
  }

  private HttpResponse<String> send(RemoteLedger ledger) throws IOException {
    return ledger.send(ledger.to("/api/search?" + query()).GET().timeout(PATIENCE), Utf8.body());
  }

  private String query() {
    Map<String, @Nullable String> asked = new LinkedHashMap<>();
    asked.put("q", words.stream().map(SearchVerb::quoted).collect(Collectors.joining(" ")));
    asked.put("kind", kind);
    asked.put("on", on);
    asked.put("knownAt", knownAt);
    asked.put("from", from);
    asked.put("to", to);
    asked.put("limit", Integer.toString(limit));
    List<String> parts = new ArrayList<>();
    asked.forEach((name, value) -> add(name, value, parts));
    parties.forEach(party -> add("party", party, parts));
    return String.join("&", parts);
  }

  private static void add(String name, @Nullable String value, List<String> parts) {
    if (value != null) {
      parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }

  /** The shell has taken the quotes off. */
  private static String quoted(String word) {
    return word.contains(" ") && !word.contains("\"") ? '"' + word + '"' : word;
  }

  private int tell(String answer) {
    if (json) {
      System.out.println(answer);
      return Chancery.DONE;
    }
    JsonNode page = MAPPER.readTree(answer);
    for (JsonNode each : page.path("respelt")) {
      System.out.printf(
          "'%s' is nowhere on record; read as %s%n",
          shown(each.path("word")),
          shown(
              each.path("as")
                  .valueStream()
                  .map(word -> word.asString(""))
                  .collect(Collectors.joining(", "))));
    }
    page.path("items").forEach(SearchVerb::tell);
    System.out.printf(
        "%d of %d found, as known at position %d%n",
        page.path("items").size(), page.path("total").asInt(), page.at("/asOf/position").asLong());
    return lacks(page);
  }

  private static int lacks(JsonNode page) {
    JsonNode behind = page.at("/asOf/behind");
    if (behind.isEmpty()) {
      return Chancery.DONE;
    }
    System.out.println("entries that could not be read are not searched: " + behind);
    return Chancery.DONE_WITH_REMARKS;
  }

  private static void tell(JsonNode hit) {
    String date = hit.path("date").asString("");
    System.out.printf(
        "%s  [%s]%s%n",
        pieces(hit.path("title")), shown(hit.path("kind")), date.isEmpty() ? "" : "  " + date);
    if (!hit.path("snippet").isEmpty()) {
      System.out.println("    " + pieces(hit.path("snippet")));
    }
    System.out.printf("    %s  entries %s%n", shown(hit.path("address")), hit.path("entries"));
  }

  /** What is found is bold on a terminal. */
  private static String pieces(JsonNode pieces) {
    boolean bold = Ansi.AUTO.enabled();
    return pieces
        .valueStream()
        .map(
            piece -> {
              String text = shown(piece.path("text"));
              boolean marked = bold && piece.path("marked").asBoolean();
              return marked ? "\u001b[1m" + text + "\u001b[0m" : text;
            })
        .collect(Collectors.joining());
  }

  private static String shown(JsonNode text) {
    return shown(text.asString(""));
  }

  private static String shown(String text) {
    return Visible.line(text);
  }
}
