package org.chancery.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.chancery.journal.json.LedgerJson;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Questions and a command over HTTP, each against a bare endpoint of the same server. */
final class HttpBench {
  private static final double HALF_AS_LONG_AGAIN = 1 / 1.5;
  private static final double A_THIRD_LONGER = 1 / 1.3;
  private static final int ASKED_ABOUT = 20;
  private static final String LIST = "limit=50";

  private final Ledger ledger;
  private final BareApi bare;
  private final WebClient client;
  private final Scale scale;
  private int held;
  private long before;

  private HttpBench(Ledger ledger, BareApi bare, WebClient client, Scale scale) {
    this.ledger = ledger;
    this.bare = bare;
    this.client = client;
    this.scale = scale;
    this.held = scale.entries(); // the stories' meetings have lower numbers
  }

  static List<Result> run(Path folder, Scale scale) throws Exception {
    Path data = folder.resolve("data");
    try (ContestantDatabase ours = ContestantDatabase.Kind.H2.open(folder.resolve("ledger"));
        ContestantDatabase others = ContestantDatabase.Kind.H2.open(folder.resolve("bare"));
        Bare rows = new Bare(others, 1);
        Ledger ledger = Ledger.serving(data, ours, rows, BareApi.class)) {
      ledger.fill(scale.entries());
      ledger.awaitAnswers();
      try (WebClient client = new WebClient(ledger.port(), data)) {
        return new HttpBench(ledger, ledger.get(BareApi.class), client, scale).run();
      }
    }
  }

  private List<Result> run() throws Exception {
    List<String> pairs = subjects("relationship");
    List<String> officials = subjects("official");
    List<String> parties = subjects("party");
    List<Result> results = new ArrayList<>();
    results.add(get("a relationship", pairs, this::relationship));
    results.add(get("a list of stops", officials, this::stops));
    results.add(get("a timeline", parties, this::timeline));
    results.add(get("an explanation", pairs, this::explanation));
    results.add(post());
    return results;
  }

  /** The same question, as the ledger is asked and as the bare endpoint is. */
  private record Asked(String ledger, String bare) {}

  private Asked relationship(String pair) {
    String[] parties = id(pair).split("/", 2);
    return new Asked(
        "/api/relationships/" + id(pair),
        BareApi.RELATIONSHIP + "?a=%s&b=%s".formatted(parties[0], parties[1]));
  }

  private Asked stops(String official) {
    String by = "?official=%s&%s".formatted(id(official), LIST);
    return new Asked("/api/stops" + by, BareApi.STOPS + by);
  }

  private Asked timeline(String party) {
    String by = "?party=%s&%s".formatted(id(party), LIST);
    return new Asked("/api/timeline" + by, BareApi.TIMELINE + by);
  }

  /** The bare endpoint is told by which entries the ledger explains its answer. */
  private Asked explanation(String pair) {
    String path = "/api/relationships/%s/explanation".formatted(id(pair));
    List<String> entries = new ArrayList<>();
    for (JsonNode step : LedgerJson.mapper().readTree(client.get(path)).path("steps")) {
      entries.add(step.path("position").asString());
    }
    return new Asked(
        path,
        relationship(pair).bare().replace(BareApi.RELATIONSHIP, BareApi.EXPLANATION)
            + "&entries="
            + String.join(",", entries));
  }

  private static String id(String subject) {
    return subject.substring(subject.indexOf('/') + 1);
  }

  /** Those of a concept of which most is held. */
  private List<String> subjects(String table) {
    return new JdbcTemplate(ledger.source("views"))
        .query(
            "select subject from %s group by subject order by count(*) desc, subject limit %d"
                .formatted(table, ASKED_ABOUT),
            (row, n) -> row.getString(1));
  }

  private Result get(String what, List<String> subjects, Function<String, Asked> question)
      throws Exception {
    List<Asked> asked = subjects.stream().map(question).toList();
    return new Turns(() -> ask(asked, Asked::ledger))
        .with("bare query", () -> ask(asked, Asked::bare))
        .warmUp(scale.warmUps())
        .take(scale.rounds(), scale.limit())
        .compare("GET of " + what, "bare query", HALF_AS_LONG_AGAIN);
  }

  private double ask(List<Asked> asked, Function<Asked, String> path) throws Exception {
    List<String> paths =
        IntStream.range(0, scale.requests())
            .mapToObj(number -> path.apply(asked.get(number % asked.size())))
            .toList();
    return MeasuredPace.of(paths.size(), () -> paths.forEach(client::get));
  }

  private Result post() throws Exception {
    return new Turns(this::commands)
        .with("bare append", this::inserts)
        .warmUp(scale.warmUps())
        .take(scale.rounds(), scale.limit())
        .compare("POST of a command", "bare append", A_THIRD_LONGER);
  }

  private double commands() throws Exception {
    before = ledger.position();
    List<Meetings.Request> requests = Meetings.requests(held, held + scale.appends());
    held += scale.appends();
    return MeasuredPace.of(
        requests.size(),
        () -> requests.forEach(one -> client.post("/api/commands/RecordMeetingHeld", one)));
  }

  /** Once the read models have taken in what the ledger's turn recorded, which costs both cores. */
  private double inserts() throws Exception {
    ledger.awaitAnswers();
    bare.toAppend(ledger.entriesAfter(before));
    List<Meetings.Request> requests = Meetings.requests(held - scale.appends(), held);
    return MeasuredPace.of(
        requests.size(), () -> requests.forEach(one -> client.post(BareApi.APPEND, one)));
  }
}
