package org.chancery.intake.ledger;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.chancery.command.UnreadCorrection;
import org.chancery.intake.source.Draft;
import org.chancery.journal.ImportRun;
import org.chancery.journal.json.LedgerJson;
import org.chancery.journal.text.Utf8;
import org.chancery.shared.entry.LedgerCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Hands drafts in to a ledger that runs elsewhere, through its bulk endpoint. */
public final class RemoteSubmitter implements Submitter {
  private static final int SIZE = 256;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final JsonMapper mapper = LedgerJson.mapper();
  private final RemoteLedger ledger;
  private final ImportRun run;
  private final BiConsumer<Draft, Verdict> verdicts;
  private final List<Draft> waiting = new ArrayList<>();

  public RemoteSubmitter(RemoteLedger ledger, ImportRun run, BiConsumer<Draft, Verdict> verdicts) {
    this.ledger = ledger;
    this.run = run;
    this.verdicts = verdicts;
  }

  @Override
  public void submit(Draft draft) throws IOException {
    waiting.add(draft);
    if (waiting.size() == SIZE) {
      finish();
    }
  }

  @Override
  public void finish() throws IOException {
    if (waiting.isEmpty()) {
      return;
    }
    List<Draft> sent = List.copyOf(waiting);
    waiting.clear();
    HttpResponse<InputStream> response = post(sent);
    try (BufferedReader answers = Utf8.reader(response.body())) {
      if (response.statusCode() != 200) {
        throw new IOException(
            "the server answered %d: %s".formatted(response.statusCode(), answers.readLine()));
      }
      handOn(sent, answers);
    }
  }

  /** Each answer as it comes: what was entered is told, wherever the answers break off. */
  private void handOn(List<Draft> sent, BufferedReader answers) throws IOException {
    for (int n = 0; n < sent.size(); n++) {
      String line = answers.readLine();
      JsonNode answer = line == null ? mapper.missingNode() : mapper.readTree(line);
      if (answer.path("line").asInt() != n + 1) {
        throw new IOException("the server answered %d of %d lines".formatted(n, sent.size()));
      }
      verdicts.accept(sent.get(n), verdict(answer));
    }
  }

  private HttpResponse<InputStream> post(List<Draft> drafts) throws IOException {
    return ledger.send(
        ledger
            .to("/api/commands")
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-ndjson")
            .POST(BodyPublishers.ofByteArray(body(drafts))),
        BodyHandlers.ofInputStream());
  }

  private byte[] body(List<Draft> drafts) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Draft draft : drafts) {
      ObjectNode line = content(draft.command());
      line.put("id", draft.key());
      line.put("correlation", run.correlation());
      line.set("provenance", mapper.valueToTree(draft.provenance()));
      body.writeBytes(mapper.writeValueAsBytes(line));
      body.write('\n');
    }
    return body.toByteArray();
  }

  private ObjectNode content(LedgerCommand command) {
    return command instanceof UnreadCorrection(var name, var body)
        ? body.deepCopy().put("command", name)
        : ((ObjectNode) mapper.valueToTree(command))
            .put("command", command.getClass().getSimpleName());
  }

  /** A warning, as a report has it. */
  static String words(String code, String subject, String detail) {
    return "%s %s: %s".formatted(code, subject, detail);
  }

  private static Verdict verdict(JsonNode answer) {
    return switch (answer.path("status").asInt()) {
      case 200 -> new Verdict.Unchanged();
      case 201 ->
          new Verdict.Entered(
              answer
                  .path("warnings")
                  .valueStream()
                  .map(
                      warning ->
                          words(
                              warning.path("code").asString(""),
                              warning.path("subject").asString(""),
                              warning.path("detail").asString("")))
                  .toList());
      default ->
          new Verdict.Declined(
              answer.path("code").asString(""), answer.path("detail").asString(""));
    };
  }
}
