package org.chancery.app.cli;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.chancery.app.config.UsageException;
import org.chancery.intake.ledger.RemoteLedger;
import org.chancery.journal.json.LedgerJson;
import org.chancery.journal.text.Utf8;
import org.chancery.query.search.SearchIndex;
import org.chancery.readmodel.ReadModels;
import org.chancery.readmodel.Replays;
import org.chancery.readmodel.Replays.ReplayState;
import org.chancery.readmodel.Replays.ReplayView;
import org.chancery.shared.Visible;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Builds read models anew from the journal. */
@Command(
    name = "replay",
    description = "Builds read models anew: in the server that runs, or straight in --data.",
    footer = {"", "Example:", "  chancery replay relationship --data demo-data"})
final class ReplayVerb implements Callable<Integer> {
  private static final String SEARCH = "search";
  private static final Duration INTERVAL = Duration.ofMillis(200);

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "READ-MODEL",
      description = "Or search, for the search index. Default: all of them.")
  @Nullable String model;

  @Mixin ServerOptions through = new ServerOptions();

  /** Who builds anew, here or there. */
  interface Operator {
    /** Asks for a replay, of all models where none is named. */
    ReplayView request(@Nullable String model) throws IOException;

    /** How the replay stands. */
    ReplayView of(long replay) throws IOException;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    RemoteLedger running = through.toWrite();
    if (running != null) {
      return all(new RemoteReplays(running));
    }
    through.data.requireAnswering();
    try (ConfigurableApplicationContext ledger = ServeVerb.open(through.data.existing())) {
      return all(
          local(
              ledger.getBean(Replays.class),
              ledger.getBean(ReadModels.class),
              ledger.getBean(SearchIndex.class)));
    }
  }

  private static Operator local(Replays replays, ReadModels models, SearchIndex search) {
    return new Operator() {
      @Override
      public ReplayView request(@Nullable String model) {
        if (SEARCH.equals(model)) {
          return search.rebuild("recorder");
        }
        if (model != null && !models.names().contains(model)) {
          throw new UsageException(
              "there is no read model '%s'; there are %s, and %s"
                  .formatted(model, models.names(), SEARCH));
        }
        return replays.request(model == null ? List.of() : List.of(model), "recorder");
      }

      @Override
      public ReplayView of(long replay) {
        return (replay == 0 ? search.lastRebuild() : replays.of(replay)).orElseThrow();
      }
    };
  }

  /** Where none is named, the search index comes behind the read models. */
  private int all(Operator operator) throws IOException, InterruptedException {
    int first = follow(operator, model);
    return model == null ? Math.max(first, follow(operator, SEARCH)) : first;
  }

  private static int follow(Operator operator, @Nullable String name)
      throws IOException, InterruptedException {
    ReplayView replay = operator.request(name);
    try (Progress bar = new Progress("replay", replay.of())) {
      while (!replay.hasEnded()) {
        Thread.sleep(INTERVAL);
        replay = operator.of(replay.replay());
        bar.at(replay.entries());
      }
    }
    return told(replay);
  }

  private static int told(ReplayView replay) {
    if (replay.state() == ReplayState.FAILED) {
      throw new IllegalStateException("the replay failed: " + replay.cause());
    }
    System.out.printf(
        "replay %d of %s: %d entries; %d rows differ from before%n",
        replay.replay(), replay.models(), replay.entries(), replay.differences());
    replay
        .examples()
        .forEach(difference -> System.out.println("  " + Visible.line(String.valueOf(difference))));
    return replay.differences() > 0 ? Chancery.DONE_WITH_REMARKS : Chancery.DONE;
  }

  /** Replays in a server that runs. */
  static final class RemoteReplays implements ReplayVerb.Operator {
    private static final String PATH = "/api/admin/replays";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int UNFIT = 422;

    private final JsonMapper mapper = LedgerJson.mapper();
    private final RemoteLedger ledger;

    RemoteReplays(RemoteLedger ledger) {
      this.ledger = ledger;
    }

    @Override
    public ReplayView request(@Nullable String model) throws IOException {
      String body = model == null ? "{}" : mapper.writeValueAsString(Map.of("model", model));
      return send(
          ledger
              .to(PATH)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(body)));
    }

    @Override
    public ReplayView of(long replay) throws IOException {
      return send(ledger.to(PATH + "/" + replay).GET());
    }

    private ReplayView send(HttpRequest.Builder request) throws IOException {
      HttpResponse<String> answer = ledger.send(request.timeout(PATIENCE), Utf8.body());
      if (answer.statusCode() == UNFIT) {
        throw new UsageException(detail(answer));
      }
      if (answer.statusCode() >= 400) {
        throw new IOException(detail(answer));
      }
      return mapper.readValue(answer.body(), ReplayView.class);
    }

    private String detail(HttpResponse<String> answer) {
      return mapper.readTree(answer.body()).path("detail").asString();
    }
  }
}
