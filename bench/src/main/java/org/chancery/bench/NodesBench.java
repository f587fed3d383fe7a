package org.chancery.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.chancery.bench.ContestantDatabase.Kind;
import org.chancery.command.CommandDispatcher;
import org.chancery.command.CommandReader;

/**
 * Several servers on one PostgreSQL against one of them, by the same clients. All of them run all
 * the time and share one machine, so what is measured is what they cost each other.
 */
final class NodesBench {
  private static final int CLIENTS = 16;
  private static final int READERS = 8;
  private static final int MOST = 4;
  private static final String ONE = "one node";

  private final Scale scale;
  private final Path folder;
  private final ContestantDatabase journal;
  private int held;

  private NodesBench(Scale scale, Path folder, ContestantDatabase journal) {
    this.scale = scale;
    this.folder = folder;
    this.journal = journal;
  }

  static List<Result> run(Path folder, Scale scale) throws Exception {
    List<Result> results = new ArrayList<>();
    try (ContestantDatabase journal = Kind.POSTGRESQL.open(folder.resolve("journal"))) {
      NodesBench bench = new NodesBench(scale, folder, journal);
      bench.fill();
      for (int nodes = 2; nodes <= MOST; nodes *= 2) {
        results.add(bench.commands(nodes));
      }
      for (int nodes = 2; nodes <= MOST; nodes *= 2) {
        results.add(bench.questions(nodes));
      }
    }
    return results;
  }

  private void fill() {
    try (Ledger first = Ledger.node(folder.resolve("command-0"), journal, "command")) {
      first.fill(scale.entries());
    }
    held = scale.entries(); // the stories' meetings have lower numbers
  }

  private Result commands(int count) throws Exception {
    List<Ledger> nodes = open(count, "command");
    try {
      return new Turns(() -> hold(nodes))
          .with(ONE, () -> hold(nodes.subList(0, 1)))
          .warmUp(scale.warmUps())
          .take(scale.rounds(), scale.limit())
          .compare("commands, %d clients, %d command nodes".formatted(CLIENTS, count), ONE, 0);
    } finally {
      nodes.forEach(Ledger::close);
    }
  }

  private List<Ledger> open(int count, String role) {
    return IntStream.range(0, count)
        .mapToObj(n -> Ledger.node(folder.resolve(role + "-" + n), journal, role))
        .toList();
  }

  private double hold(List<Ledger> nodes) throws Exception {
    int count = scale.appends() * CLIENTS;
    List<Meetings.Request> requests = Meetings.requests(held, held + count);
    held += count;
    List<Meetings> clients =
        nodes.stream()
            .map(
                node ->
                    new Meetings(node.get(CommandReader.class), node.get(CommandDispatcher.class)))
            .toList();
    AtomicInteger next = new AtomicInteger();
    return MeasuredPace.of(
        count, () -> Clients.share(CLIENTS, requests, part -> inTurn(clients, next).hold(part)));
  }

  /** Each client has one of its own, so many of them each. */
  private static <T> T inTurn(List<T> nodes, AtomicInteger next) {
    return nodes.get(next.getAndIncrement() % nodes.size());
  }

  private Result questions(int count) throws Exception {
    List<Ledger> nodes = open(count, "query");
    List<WebClient> clients = new ArrayList<>();
    try {
      for (Ledger node : nodes) {
        node.awaitAnswers();
        clients.add(new WebClient(node.port()));
      }
      return new Turns(() -> ask(clients))
          .with(ONE, () -> ask(clients.subList(0, 1)))
          .warmUp(scale.warmUps())
          .take(scale.rounds(), scale.limit())
          .compare("GET of stops, %d clients, %d query nodes".formatted(READERS, count), ONE, 0);
    } finally {
      clients.forEach(WebClient::close);
      nodes.forEach(Ledger::close);
    }
  }

  private double ask(List<WebClient> nodes) throws Exception {
    List<Integer> numbers = IntStream.range(0, scale.requests() * READERS / 2).boxed().toList();
    AtomicInteger next = new AtomicInteger();
    return MeasuredPace.of(
        numbers.size(),
        () ->
            Clients.share(
                READERS,
                numbers,
                part -> {
                  WebClient node = inTurn(nodes, next);
                  part.forEach(number -> node.get(question(number)));
                }));
  }

  private static String question(int number) {
    return "/api/stops?official=official-%d&limit=50".formatted(number % Invented.OFFICIALS);
  }
}
