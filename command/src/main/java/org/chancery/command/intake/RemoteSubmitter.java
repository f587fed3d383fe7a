package org.chancery.command.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.chancery.command.UnreadCorrection;
import org.chancery.journal.json.LedgerJson;
import org.chancery.shared.LedgerCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Hands drafts in to a ledger that runs elsewhere, through its bulk endpoint. */
public final class RemoteSubmitter implements Submitter {
  private static final int SIZE = 256;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final JsonMapper mapper = LedgerJson.mapper();
  private final RemoteLedger ledger;
  private final BiConsumer<Draft, Verdict> verdicts;
  private final List<Draft> waiting = new ArrayList<>();

  public RemoteSubmitter(RemoteLedger ledger, BiConsumer<Draft, Verdict> verdicts) {
    this.ledger = ledger;
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
    List<JsonNode> answers = answers(post(sent));
    if (answers.size() != sent.size()) {
      throw new IOException(
          "the server answered %d of %d lines".formatted(answers.size(), sent.size()));
    }
    for (int i = 0; i < sent.size(); i++) {
      verdicts.accept(sent.get(i), verdict(answers.get(i)));
    }
  }

  private List<JsonNode> answers(HttpResponse<Stream<String>> response) throws IOException {
    try (Stream<String> lines = response.body()) {
      if (response.statusCode() != 200) {
        throw new IOException(
            "the server answered %d: %s"
                .formatted(response.statusCode(), lines.findFirst().orElse("")));
      }
      return lines.map(mapper::readTree).toList();
    }
  }

  private HttpResponse<Stream<String>> post(List<Draft> drafts) throws IOException {
    return ledger.send(
        ledger
            .to("/api/commands")
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-ndjson")
            .POST(BodyPublishers.ofByteArray(body(drafts))),
        BodyHandlers.ofLines());
  }

  private byte[] body(List<Draft> drafts) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Draft draft : drafts) {
      ObjectNode line = content(draft.command());
      line.put("id", draft.key());
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

  private static Verdict verdict(JsonNode answer) {
    return switch (answer.path("status").asInt()) {
      case 200 -> new Verdict.Unchanged();
      case 201 -> new Verdict.Entered();
      default ->
          new Verdict.Declined(
              answer.path("code").asString(""), answer.path("detail").asString(""));
    };
  }
}
