package org.chancery.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.chancery.app.question.NotUnderstoodException;
import org.chancery.app.security.Tokens;
import org.chancery.app.telling.LedgerAddress;
import org.chancery.app.telling.LedgerAnswer;
import org.chancery.app.telling.NotAnsweredException;
import org.chancery.intake.ledger.RemoteLedger;
import org.chancery.journal.Journal;
import org.chancery.journal.json.LedgerJson;
import org.chancery.journal.text.Utf8;
import org.chancery.readmodel.ReadModels;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The ledger for verbs that ask: the server that runs, or else one that is opened for them alone,
 * on this machine, which seals nothing. Both are asked over the API, so that they answer alike.
 */
final class LedgerReader implements LedgerAnswer.Source, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration WAIT = Duration.ofSeconds(60);
  private static final String JSON = "application/json";
  private static final int LARGEST = 64 << 20;

  private final JsonMapper mapper = LedgerJson.mapper();
  private final RemoteLedger server;
  private final @Nullable ConfigurableApplicationContext own;
  private final @Nullable URI links;

  /**
   * @param links the server, where it answers for longer than the verb asks
   */
  private LedgerReader(
      RemoteLedger server, @Nullable ConfigurableApplicationContext own, @Nullable URI links) {
    this.server = server;
    this.own = own;
    this.links = links;
  }

  /** What a verb does with the ledger. */
  interface Reading {
    void of(LedgerReader ledger, Terminal terminal);
  }

  /** Opens the ledger, reads and closes it; what the ledger finds fault with is misuse. */
  static int read(ServerOptions through, Reading reading) throws IOException, InterruptedException {
    try (LedgerReader ledger = open(through)) {
      reading.of(ledger, Terminal.standard(ledger.links));
      return Chancery.DONE;
    } catch (NotAnsweredException problem) {
      if (problem.isFaultOfQuestion()) {
        throw new NotUnderstoodException(String.valueOf(problem.getMessage()));
      }
      throw new IOException(problem.getMessage(), problem);
    }
  }

  private static LedgerReader open(ServerOptions through) throws IOException, InterruptedException {
    URI running = through.running();
    if (running == null) {
      through.data.requireAnswering();
    }
    return running == null
        ? started(through.data.existing())
        : new LedgerReader(new RemoteLedger(running, through.token), null, running);
  }

  private static LedgerReader started(Path folder) throws IOException, InterruptedException {
    ConfigurableApplicationContext own = ServeVerb.startWithin(folder);
    try {
      long head = own.getBean(Journal.class).refreshedHead().position();
      if (!own.getBean(ReadModels.class).await(head, PATIENCE)) {
        throw new IOException("the ledger did not catch up in time");
      }
      URI address = own.getBean(ServerLocator.class).address();
      return new LedgerReader(new RemoteLedger(address, Tokens.recorder(folder)), own, null);
    } catch (IOException | InterruptedException | RuntimeException failure) {
      own.close();
      throw failure;
    }
  }

  @Override
  public LedgerAnswer get(LedgerAddress address) {
    try {
      String text = text(address, JSON);
      return new LedgerAnswer(text, mapper.readTree(text));
    } catch (JacksonException unreadable) {
      throw new NotUnderstoodException(
          "what is at %s is no JSON: it is not told here".formatted(address.written()));
    }
  }

  /** The text of an answer; fails as NotAnsweredException where that is a problem. */
  String text(LedgerAddress address, String type) {
    try {
      HttpResponse<InputStream> answer =
          server.send(
              server.to(address.toString()).header("Accept", type).timeout(WAIT),
              BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        if (answer.headers().firstValue("Content-Type").orElse("").contains("event-stream")) {
          throw new NotUnderstoodException(address.written() + " is a stream, which has no end");
        }
        byte[] bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
          throw new IOException("the answer is larger than %d bytes".formatted(LARGEST));
        }
        if (answer.statusCode() >= 300) {
          throw problem(answer.statusCode(), Utf8.decode(bytes));
        }
        return Utf8.decode(bytes);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private NotAnsweredException problem(int status, String body) {
    try {
      JsonNode problem = mapper.readTree(body);
      List<String> suggestions =
          problem.path("suggestions").values().stream().map(each -> each.asString("")).toList();
      return new NotAnsweredException(
          status,
          problem.path("code").asString(""),
          problem.path("detail").asString("the server answers " + status),
          suggestions);
    } catch (JacksonException unreadable) {
      return new NotAnsweredException(status, "", "the server answers " + status, List.of());
    }
  }

  @Override
  public void close() {
    if (own != null) {
      own.close();
    }
  }
}
