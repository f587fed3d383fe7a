package org.chancery.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import org.chancery.command.CommandReader.Envelope;
import org.chancery.command.Outcome.Recorded;
import org.chancery.command.Outcome.Refused;
import org.chancery.command.Rehearsal.Settled;
import org.chancery.command.Rehearsal.WouldRecord;
import org.chancery.journal.Entry;
import org.chancery.journal.Journal;
import org.chancery.shared.Problem;
import org.chancery.shared.Problem.Fault;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.RequestCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Every command, at an address of its own. */
@RestController
class CommandsApi {
  private static final int LIMIT = 1_000_000;

  private final CommandReader reader;
  private final CommandDispatcher dispatcher;
  private final Journal journal;
  private final Foresight foresight;

  CommandsApi(
      CommandReader reader, CommandDispatcher dispatcher, Journal journal, Foresight foresight) {
    this.reader = reader;
    this.dispatcher = dispatcher;
    this.journal = journal;
    this.foresight = foresight;
  }

  @PostMapping(path = "/api/commands/{command}", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<?> submit(
      @PathVariable String command,
      InputStream body,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestHeader(name = "Correlation-Id", required = false) @Nullable String correlation,
      @RequestParam(required = false) @Nullable String dryRun,
      Principal principal)
      throws IOException {
    boolean dry = isDry(dryRun);
    Envelope envelope = new Envelope(principal.getName(), key, IfMatch.parse(ifMatch), correlation);
    Submission submission = reader.read(command, reader.parse(whole(body)), envelope);
    return dry ? rehearse(submission) : answer(dispatcher.submit(submission), submission);
  }

  /** Whatever is not plainly one or the other is refused: it might enter what should not be. */
  private static boolean isDry(@Nullable String dryRun) {
    return switch (dryRun) {
      case null -> false;
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new ProblemException(
              Problem.of(RefusalCode.INVALID_FIELDS, "dryRun: is true or false")
                  .with(List.of(new Fault("/dryRun", "is true or false"))));
    };
  }

  private ResponseEntity<?> rehearse(Submission submission) {
    long position = journal.head().position();
    return switch (dispatcher.rehearse(submission)) {
      case Settled(var outcome) -> answer(outcome, submission);
      case WouldRecord would ->
          ResponseEntity.ok(DryRun.of(would, submission, foresight, position));
    };
  }

  private ResponseEntity<?> answer(Outcome outcome, Submission submission) {
    return switch (outcome) {
      case Refused(var problem) -> throw new ProblemException(problem);
      case Recorded recorded -> answer(recorded, submission);
    };
  }

  private static byte[] whole(InputStream body) throws IOException {
    byte[] read = body.readNBytes(LIMIT + 1);
    if (read.length > LIMIT) {
      throw new ProblemException(
          Problem.of(RequestCode.TOO_LARGE, "a command is at most %d bytes".formatted(LIMIT)));
    }
    return read;
  }

  private ResponseEntity<Receipt> answer(Recorded recorded, Submission submission) {
    List<Entry> entries = recorded.entries();
    Receipt receipt = Receipt.of(entries, submission, foresight);
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
