package org.chancery.app.cli;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.chancery.app.config.UsageException;
import org.chancery.intake.RemoteLedger;
import org.chancery.journal.json.LedgerJson;
import org.chancery.journal.text.Utf8;
import org.chancery.readmodel.Replays.ReplayView;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Replays in a server that runs. */
final class RemoteReplays implements ReplayVerb.Operator {
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
