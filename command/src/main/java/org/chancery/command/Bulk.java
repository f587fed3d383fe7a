package org.chancery.command;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.chancery.command.CommandReader.Envelope;
import org.chancery.command.Lines.Line;
import org.chancery.command.Outcome.Recorded;
import org.chancery.command.Outcome.Refused;
import org.chancery.journal.json.LedgerJson;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Takes commands line by line (NDJSON) and answers each in its place. */
public final class Bulk {
  private static final int BUFFER = 1 << 16;

  private final CommandReader reader;
  private final Registrar registrar;
  private final JsonMapper mapper = LedgerJson.mapper();

  public Bulk(CommandReader reader, Registrar registrar) {
    this.reader = reader;
    this.registrar = registrar;
  }

  /** Receives the answers, in the order of the lines. */
  @FunctionalInterface
  public interface Answers {

    /** Takes an answer: a receipt or a problem, each with its {@code line} and {@code status}. */
    void accept(ObjectNode answer) throws IOException;

    /** Called when no answer will follow before more lines come. */
    default void pause() throws IOException {}
  }

  /** Executes every line; a refused one does not stop the rest. */
  public void execute(InputStream in, String principal, Answers answers) throws IOException {
    Lines lines = new Lines(new BufferedInputStream(in, BUFFER));
    Failures failures = new Failures();
    Batch<Long> batch =
        new Batch<>(
            registrar,
            (line, outcome) -> failures.keep(() -> answers.accept(answer(line, outcome))));
    for (Line line = lines.next(); line != null; line = lines.next()) {
      add(line, principal, batch);
      if (lines.mustWait()) {
        batch.flush();
        answers.pause();
      }
      failures.rethrow();
    }
    batch.flush();
    failures.rethrow();
  }

  private void add(Line line, String principal, Batch<Long> batch) {
    try {
      batch.add(line.number(), read(line, principal, batch));
    } catch (ProblemException failure) {
      batch.add(line.number(), failure.problem());
    }
  }

  private Submission read(Line line, String principal, Batch<Long> batch) {
    String text = line.text();
    if (text == null) {
      throw new ProblemException(
          Problem.of(413, "TOO_LARGE", "a line is at most %d bytes".formatted(Lines.LIMIT)));
    }
    ObjectNode body = reader.parse(text.getBytes(StandardCharsets.UTF_8));
    String command = text(body, "command");
    if (command == null) {
      throw new ProblemException(
          Problem.of(422, "INVALID_FIELDS", "/command: each line names its command"));
    }
    if (CorrectionReader.reads(command)) {
      batch.flush(); // the entry that it names may be of a line before
    }
    return reader.read(
        command, body, new Envelope(principal, text(body, "id"), null, text(body, "correlation")));
  }

  private static @Nullable String text(ObjectNode body, String field) {
    var value = body.remove(field);
    return value == null || value.isNull() ? null : value.asString("");
  }

  private ObjectNode answer(long line, Outcome outcome) {
    ObjectNode answer = mapper.createObjectNode().put("line", line);
    return switch (outcome) {
      case Recorded recorded ->
          answer
              .put("status", recorded.replayed() ? 200 : 201)
              .setAll((ObjectNode) mapper.valueToTree(Receipt.of(recorded.entries())));
      case Refused(var problem) -> answer.setAll((ObjectNode) mapper.valueToTree(problem));
    };
  }

  /**
   * Carries a failure to answer out of a callback: the reader has gone, so the rest is not read.
   */
  private static final class Failures {
    private @Nullable IOException first;

    interface Attempt {
      void run() throws IOException;
    }

    void keep(Attempt attempt) {
      try {
        attempt.run();
      } catch (IOException failure) {
        first = first == null ? failure : first;
      }
    }

    void rethrow() throws IOException {
      if (first != null) {
        throw first;
      }
    }
  }
}
