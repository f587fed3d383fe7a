package org.chancery.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import org.chancery.command.CommandReader.Envelope;
import org.chancery.command.Outcome.Recorded;
import org.chancery.command.Outcome.Refused;
import org.chancery.journal.Entry;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Every command, at an address of its own. */
@RestController
class CommandsApi {
  private static final int LIMIT = 1_000_000;

  private final CommandReader reader;
  private final Registrar registrar;

  CommandsApi(CommandReader reader, Registrar registrar) {
    this.reader = reader;
    this.registrar = registrar;
  }

  @PostMapping(path = "/api/commands/{command}", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Receipt> submit(
      @PathVariable String command,
      InputStream body,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestHeader(name = "Correlation-Id", required = false) @Nullable String correlation,
      Principal principal)
      throws IOException {
    Envelope envelope = new Envelope(principal.getName(), key, IfMatch.parse(ifMatch), correlation);
    Submission submission = reader.read(command, reader.parse(whole(body)), envelope);
    return switch (registrar.submit(submission)) {
      case Refused(var problem) -> throw new ProblemException(problem);
      case Recorded recorded -> answer(recorded);
    };
  }

  private static byte[] whole(InputStream body) throws IOException {
    byte[] read = body.readNBytes(LIMIT + 1);
    if (read.length > LIMIT) {
      throw new ProblemException(
          Problem.of(413, "TOO_LARGE", "a command is at most %d bytes".formatted(LIMIT)));
    }
    return read;
  }

  private static ResponseEntity<Receipt> answer(Recorded recorded) {
    List<Entry> entries = recorded.entries();
    Receipt receipt = Receipt.of(entries);
    ResponseEntity.BodyBuilder answer =
        recorded.replayed()
            ? ResponseEntity.ok().header("Idempotent-Replay", "true")
            : ResponseEntity.created(URI.create(receipt.subject()));
    return answer
        .location(URI.create(receipt.subject()))
        .eTag(Long.toString(receipt.version()))
        .header("Ledger-Position", Long.toString(entries.getLast().position()))
        .body(receipt);
  }
}
