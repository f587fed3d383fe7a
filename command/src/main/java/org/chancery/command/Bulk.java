package org.chancery.command;

import static java.util.Objects.requireNonNull;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.chancery.command.CommandLines.BrokenOff;
import org.chancery.command.CommandLines.Line;
import org.chancery.command.CommandReader.Envelope;
import org.chancery.command.Outcome.Recorded;
import org.chancery.command.Outcome.Refused;
import org.chancery.journal.json.LedgerJson;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.Problem;
import org.chancery.shared.ProblemException;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.RequestCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Takes commands line by line (NDJSON) and answers each in its place. */
public final class Bulk {
  private static final Logger log = LoggerFactory.getLogger(Bulk.class);
  private static final int BUFFER = 1 << 16;

  private final CommandReader reader;
  private final CommandDispatcher dispatcher;
  private final Foresight foresight;
  private final JsonMapper mapper = LedgerJson.mapper();

  public Bulk(CommandReader reader, CommandDispatcher dispatcher, Foresight foresight) {
    this.reader = reader;
    this.dispatcher = dispatcher;
    this.foresight = foresight;
  }

  /** Receives the answers, in the order of the lines. */
  @FunctionalInterface
  public interface Answers {

    /** Takes an answer: a receipt or a problem, each with its {@code line} and {@code status}. */
    void accept(ObjectNode answer) throws IOException;

    /** Called before the first line is read: whatever breaks off from then on, it is answered. */
    default void begin() throws IOException {}

    /** Called when no answer will follow before more lines come. */
    default void pause() throws IOException {}
  }

  /**
   * Executes every line; a refused one does not stop the rest. Where the lines break off, those
   * before are answered all the same, and a problem follows that names the line in which they did.
   */
  public void execute(InputStream in, String principal, Answers answers) throws IOException {
    CommandLines lines = new CommandLines(new BufferedInputStream(in, BUFFER));
    Failures failures = new Failures();
    CommandBatch<Asked> batch =
        new CommandBatch<>(
            dispatcher,
            (asked, outcome) -> failures.keep(() -> answers.accept(answer(asked, outcome))));
    answers.begin();
    @Nullable BrokenOff brokenOff = null;
    try {
      for (Line line = lines.next(); line != null; line = lines.next()) {
        add(line, principal, batch);
        if (lines.mustWait()) {
          batch.flush();
          answers.pause();
        }
        failures.rethrow();
      }
    } catch (BrokenOff unreadable) {
      brokenOff = unreadable;
    }
    batch.flush();
    failures.rethrow();
    if (brokenOff != null) {
      answers.accept(answer(new Asked(brokenOff.line(), null), new Refused(unread(brokenOff))));
    }
  }

  private static Problem unread(BrokenOff brokenOff) {
    log.info("a bulk broke off", brokenOff);
    return Problem.of(
        RequestCode.BROKEN_OFF,
        "the lines broke off in line %d: it and what would follow is not entered, what is answered"
                .formatted(brokenOff.line())
            + " above stands");
  }

  private void add(Line line, String principal, CommandBatch<Asked> batch) {
    try {
      Stated stated = stated(line);
      if (CorrectionReader.reads(stated.command(), stated.body())) {
        batch.flush(); // the entry that it names may be of a line before
      }
      Submission submission = read(stated, principal);
      Asked asked = new Asked(line.number(), submission);
      batch.add(asked, submission, stated.length());
    } catch (ProblemException failure) {
      batch.add(new Asked(line.number(), null), failure.problem());
    }
  }

  /** What an answer needs of its line. */
  private record Asked(long line, @Nullable Submission submission) {}

  /** A line as it is read so far. */
  private record Stated(String command, ObjectNode body, int length) {}

  private Stated stated(Line line) {
    byte[] text = line.bytes();
    if (text == null) {
      throw new ProblemException(
          Problem.of(
              RequestCode.TOO_LARGE, "a line is at most %d bytes".formatted(CommandLines.LIMIT)));
    }
    ObjectNode body = reader.parse(text);
    String command = text(body, "command");
    if (command == null) {
      throw new ProblemException(
          Problem.of(RefusalCode.INVALID_FIELDS, "/command: each line names its command"));
    }
    return new Stated(command, body, text.length);
  }

  /** Whatever fails here is the trouble of this line alone. */
  private Submission read(Stated stated, String principal) {
    ObjectNode body = stated.body();
    Envelope envelope = new Envelope(principal, text(body, "id"), null, text(body, "correlation"));
    try {
      return reader.read(stated.command(), body, envelope);
    } catch (ProblemException known) {
      throw known;
    } catch (InvalidValue invalid) {
      throw new ProblemException(Problem.of(invalid.code(), invalid.detail()));
    } catch (RuntimeException failure) {
      log.error("a command could not be read", failure);
      throw new ProblemException(CommandProblems.unavailable());
    }
  }

  private static @Nullable String text(ObjectNode body, String field) {
    var value = body.remove(field);
    return value == null || value.isNull() ? null : value.asString("");
  }

  private ObjectNode answer(Asked asked, Outcome outcome) {
    ObjectNode answer = mapper.createObjectNode().put("line", asked.line());
    return switch (outcome) {
      case Recorded recorded ->
          answer
              .put("status", recorded.replayed() ? 200 : 201)
              .setAll(
                  (ObjectNode)
                      mapper.valueToTree(
                          Receipt.of(
                              recorded.entries(), requireNonNull(asked.submission()), foresight)));
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
