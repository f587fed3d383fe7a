package org.chancery.command.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.chancery.command.CommandReader;
import org.chancery.command.CommandReader.Statement;
import org.chancery.command.CorrectionReader;
import org.chancery.command.Lines;
import org.chancery.command.Lines.Line;
import org.chancery.journal.text.Utf8;
import org.chancery.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a file of commands, a line each (NDJSON), as the bulk endpoint takes them. A line without a
 * key gets one from its content, so that the same line is never taken twice.
 */
public final class CommandsReader implements SourceReader {
  private final CommandReader reader;

  public CommandsReader(CommandReader reader) {
    this.reader = reader;
  }

  @Override
  public void read(Path file, Consumer<Reading> into) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      Lines lines = new Lines(in);
      for (Line line = lines.next(); line != null; line = lines.next()) {
        into.accept(read(file.getFileName().toString(), line));
      }
    }
  }

  private Reading read(String file, Line line) {
    byte[] bytes = line.bytes();
    if (bytes == null) {
      return new Malformed(
          file, (int) line.number(), "longer than %d bytes".formatted(Lines.LIMIT));
    }
    try {
      ObjectNode body = reader.parse(bytes);
      String command = text(body, "command");
      String given = text(body, "id");
      text(body, "correlation");
      String key =
          given == null ? ContentKey.of("commands", "line", List.of(Utf8.decode(bytes))) : given;
      Statement statement = statement(command == null ? "" : command, body, key);
      return new Draft(
          key,
          statement.command(),
          statement.provenance(),
          "%s, line %d".formatted(file, line.number()),
          List.of(),
          false);
    } catch (ProblemException failure) {
      return new Malformed(
          file, (int) line.number(), failure.problem().code() + ": " + failure.problem().detail());
    }
  }

  private Statement statement(String command, ObjectNode body, String key) {
    return CorrectionReader.reads(command)
        ? reader.unread(command, body)
        : reader.read(command, body, key);
  }

  private static @Nullable String text(ObjectNode body, String field) {
    JsonNode value = body.remove(field);
    return value == null || value.isNull() ? null : value.asString("");
  }
}
