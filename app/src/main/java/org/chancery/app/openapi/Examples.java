package org.chancery.app.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * Commands to try, as a bulk that a new ledger takes from its first to its last line. The first of
 * each name is its example. In the JSON of swagger, which is an older Jackson's.
 */
record Examples(List<String> lines, Map<String, JsonNode> byCommand) {
  private static final String FILE = "openapi/examples.ndjson";
  private static final int FEW = 3;

  static Examples read() {
    try (InputStream in = new ClassPathResource(FILE).getInputStream()) {
      return of(new String(in.readAllBytes(), UTF_8).lines().toList());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Examples of(List<String> lines) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    Map<String, JsonNode> byCommand = new LinkedHashMap<>();
    for (String line : lines) {
      ObjectNode fields = (ObjectNode) mapper.readTree(line);
      String command = fields.remove("command").asText();
      byCommand.putIfAbsent(command, fields);
    }
    return new Examples(List.copyOf(lines), byCommand);
  }

  JsonNode of(String command) {
    JsonNode example = byCommand.get(command);
    if (example == null) {
      throw new IllegalStateException("no example of %s in %s".formatted(command, FILE));
    }
    return example;
  }

  String firstLines() {
    return lines.stream().limit(FEW).collect(Collectors.joining("\n", "", "\n"));
  }
}
