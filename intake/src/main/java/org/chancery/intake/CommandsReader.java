package org.chancery.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.chancery.command.CommandLines;
import org.chancery.command.CommandLines.Line;
import org.chancery.command.CommandReader;
import org.chancery.command.CommandReader.Statement;
import org.chancery.command.CorrectionReader;
import org.chancery.intake.source.ContentKey;
import org.chancery.intake.source.Draft;
import org.chancery.intake.source.OtherKind;
import org.chancery.intake.source.ParsedRecord;
import org.chancery.intake.source.Prose;
import org.chancery.intake.source.RejectedRecord;
import org.chancery.intake.source.SourceReader;
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
  /** Lines at the head of a file that may be faulty before it is taken for one of another kind. */
  private static final int DOUBTFUL = 100;

  private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(UTF_8);

  private final CommandReader reader;

  public CommandsReader(CommandReader reader) {
    this.reader = reader;
  }

  @Override
  public void read(Path file, Consumer<ParsedRecord> into) throws IOException {
    String name = file.getFileName().toString();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      skipByteOrderMark(in);
      CommandLines lines = new CommandLines(in);
      List<Line> doubtful = new ArrayList<>();
      Line line = lines.next();
      for (; line != null && !isObject(line); line = lines.next()) {
        doubtful.add(line);
        if (doubtful.size() == DOUBTFUL) {
          throw new OtherKind(file, "its first %d lines are not JSON objects".formatted(DOUBTFUL));
        }
      }
      if (line == null) {
        throw new OtherKind(file, "no line of it is a command in JSON");
      }
      doubtful.forEach(before -> into.accept(read(name, before)));
      for (; line != null; line = lines.next()) {
        into.accept(read(name, line));
      }
    }
  }

  /** It is no part of the first line, nor of the key made from it. */
  private static void skipByteOrderMark(InputStream in) throws IOException {
    in.mark(BYTE_ORDER_MARK.length);
    if (!Arrays.equals(in.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
      in.reset();
    }
  }

  private static boolean isObject(Line line) {
    byte[] bytes = line.bytes();
    return bytes != null && new String(bytes, UTF_8).stripLeading().startsWith("{");
  }

  private ParsedRecord read(String file, Line line) {
    byte[] bytes = line.bytes();
    if (bytes == null) {
      return new RejectedRecord(
          file, (int) line.number(), "longer than %d bytes".formatted(CommandLines.LIMIT));
    }
    try {
      ObjectNode body = reader.parse(bytes);
      Set<String> flags = new LinkedHashSet<>();
      question(body, "line", flags);
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
          List.copyOf(flags),
          false);
    } catch (ProblemException failure) {
      return new RejectedRecord(
          file, (int) line.number(), failure.problem().code() + ": " + failure.problem().detail());
    }
  }

  private static void question(JsonNode value, String field, Set<String> flags) {
    if (value.isString()) {
      Prose.unseen(field, value.asString()).ifPresent(flags::add);
    }
    value.properties().forEach(each -> question(each.getValue(), each.getKey(), flags));
    if (value.isArray()) {
      value.forEach(each -> question(each, field, flags));
    }
  }

  private Statement statement(String command, ObjectNode body, String key) {
    return CorrectionReader.reads(command, body)
        ? reader.unread(command, body)
        : reader.read(command, body, key);
  }

  private static @Nullable String text(ObjectNode body, String field) {
    JsonNode value = body.remove(field);
    return value == null || value.isNull() ? null : value.asString("");
  }
}
