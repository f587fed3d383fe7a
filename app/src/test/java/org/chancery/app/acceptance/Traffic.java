package org.chancery.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Clients that write as fast as they are answered until the server is gone, and what they know
 * then.
 */
final class Traffic implements AutoCloseable {
  private static final int CLIENTS = 8;
  private static final int LINES = 500;
  private static final Duration INTERVAL = Duration.ofMillis(5);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Client server;
  private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS + 1);
  private final Queue<Future<?>> running = new ConcurrentLinkedQueue<>();
  private final Queue<Request> asked = new ConcurrentLinkedQueue<>();
  private final Map<Request, Answer> acknowledged = new ConcurrentHashMap<>();

  private Traffic(Client server) {
    this.server = server;
  }

  /** One that flows, and has been answered some times. */
  static Traffic flowing(Client server) throws IOException {
    Traffic traffic = new Traffic(server);
    traffic.tell(Request.party("united-states", "US"));
    traffic.tell(Request.party("russia", "RU"));
    traffic.tell(Request.party("germany", "DE"));
    for (int client = 0; client < CLIENTS; client++) {
      String name = "c" + client;
      traffic.run(() -> traffic.converse(name));
    }
    traffic.run(traffic::tellInBulk);
    traffic.awaitAcknowledged(CLIENTS * 20);
    return traffic;
  }

  private void run(Conversation conversation) {
    running.add(
        threads.submit(
            () -> {
              try {
                conversation.hold();
              } catch (IOException gone) {
                // the server was killed
              }
            }));
  }

  private interface Conversation {
    void hold() throws IOException;
  }

  private void converse(String client) throws IOException {
    for (int n = 0; !Thread.interrupted(); n++) {
      String id = client + "-" + n;
      tell(Request.meeting(id));
      tell(Request.moved(id));
      tell(Request.held(id));
      if (n % 4 == 0) {
        tell(Request.discrepancy(id));
      }
    }
  }

  private void tell(Request request) throws IOException {
    asked.add(request);
    acknowledged.put(request, server.tell(request));
  }

  private void tellInBulk() throws IOException {
    for (int n = 0; !Thread.interrupted(); n++) {
      String name = "bulk-" + n + "-";
      List<Request> lines =
          IntStream.range(0, LINES).mapToObj(line -> Request.meeting(name + line)).toList();
      asked.addAll(lines);
      server.tell(lines, acknowledged::put);
    }
  }

  private void awaitAcknowledged(int count) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (acknowledged.size() < count) {
      assertThat(System.nanoTime()).as("no traffic: %s", acknowledged).isLessThan(end);
      Pause.of(INTERVAL);
    }
  }

  /** Waits until every client has noticed that the server is gone. */
  void awaitEnd() throws Exception {
    for (Future<?> client : running) {
      client.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
  }

  /** What was answered to a client before the end. */
  Map<Request, Answer> acknowledged() {
    return acknowledged;
  }

  /** Asks all of it again, answered or not, each under its key. */
  Map<Request, Answer> repeatedTo(Client other) throws IOException {
    Map<Request, Answer> answers = new LinkedHashMap<>();
    List<Request> all = List.copyOf(asked);
    for (int from = 0; from < all.size(); from += LINES) {
      other.tell(all.subList(from, Math.min(from + LINES, all.size())), answers::put);
    }
    assertThat(answers).hasSameSizeAs(all);
    return answers;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
