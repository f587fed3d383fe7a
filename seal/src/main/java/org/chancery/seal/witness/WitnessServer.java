package org.chancery.seal.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.chancery.journal.text.Utf8;
import org.chancery.shared.Visible;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A witness over HTTP, at {@code /add-checkpoint}; at {@code /checkpoint/SHA256-OF-ORIGIN} it shows
 * the last that it has seen of a log.
 */
public final class WitnessServer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(WitnessServer.class);
  private static final int LONGEST = 64 * 1024;
  static final String SHOWN = "/checkpoint/";
  private static final int THREADS = 8;
  private static final int BACKLOG = 64;
  private static final String SECONDS = "10";

  private final Witness witness;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  /** Serves from now on. */
  public WitnessServer(Witness witness, InetSocketAddress address) throws IOException {
    System.setProperty("sun.net.httpserver.maxReqTime", SECONDS);
    System.setProperty("sun.net.httpserver.maxRspTime", SECONDS);
    this.witness = witness;
    this.server = HttpServer.create(address, BACKLOG);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) {
    try (exchange) {
      send(exchange, reply(exchange));
    } catch (IOException | RuntimeException gone) {
      log.debug("an answer did not reach who asked", gone);
    }
  }

  private Witness.Reply reply(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.startsWith(SHOWN) && exchange.getRequestMethod().equals("GET")) {
      return witness.last(path.substring(SHOWN.length()));
    }
    if (!path.equals("/add-checkpoint")) {
      return Witness.Reply.of(404, "there is only /add-checkpoint here");
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      return Witness.Reply.of(405, "POST a checkpoint");
    }
    byte[] body;
    try (InputStream in = exchange.getRequestBody()) {
      body = in.readNBytes(LONGEST + 1);
    }
    if (body.length > LONGEST) {
      return Witness.Reply.of(413, "a request has at most 65536 bytes");
    }
    try {
      return answer(Utf8.decode(body));
    } catch (Utf8.Malformed unreadable) {
      return Witness.Reply.of(400, unreadable.getMessage());
    }
  }

  private Witness.Reply answer(String body) {
    try {
      Witness.Reply reply = witness.answer(body);
      if (reply.status() == 409 || reply.status() == 422) {
        log.warn("refused with {}: {}", reply.status(), Visible.line(body));
      }
      return reply;
    } catch (IOException | RuntimeException failure) {
      log.error("the witness cannot remember, so it does not cosign", failure);
      return Witness.Reply.of(500, "the witness failed");
    }
  }

  private static void send(HttpExchange exchange, Witness.Reply reply) throws IOException {
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", reply.type());
    exchange.sendResponseHeaders(reply.status(), body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
