package org.chancery.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chancery.app.cli.ServeVerb;
import org.chancery.app.cli.ServerLocator;
import org.chancery.app.security.Tokens;
import org.chancery.journal.json.LedgerJson;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A ledger that serves on a port of its own.
 *
 * @param http asks it as its recorder
 */
record Ledger(ConfigurableApplicationContext context, Path data, Http http)
    implements AutoCloseable {
  private static final JsonMapper MAPPER = LedgerJson.mapper();

  static Ledger start(Map<String, Object> settings) throws IOException {
    return start(Files.createTempDirectory("chancery"), settings);
  }

  /** Starts with what the folder holds; when it closes, nothing of that is left. */
  static Ledger start(Path data, Map<String, Object> settings) throws IOException {
    ConfigurableApplicationContext context = ServeVerb.start(data, "127.0.0.1", 0, settings);
    ServerLocator readiness = context.getBean(ServerLocator.class);
    readiness.line();
    return new Ledger(context, data, new Http(readiness.address(), Tokens.recorder(data)));
  }

  /** Hands in the examples of the document, one by one. */
  List<Reply> tellExamples() throws IOException {
    List<Reply> answers = new ArrayList<>();
    try (InputStream in = Ledger.class.getResourceAsStream("/openapi/examples.ndjson")) {
      for (String line : new String(in.readAllBytes(), UTF_8).lines().toList()) {
        ObjectNode fields = (ObjectNode) MAPPER.readTree(line);
        String command = fields.remove("command").asString();
        answers.add(http.post("/api/commands/" + command, fields.toString()));
      }
    }
    return answers;
  }

  String token(String principal) throws IOException {
    return Files.readString(data.resolve(principal + ".token")).strip();
  }

  @Override
  public void close() throws IOException {
    context.close();
    FileSystemUtils.deleteRecursively(data);
  }
}
