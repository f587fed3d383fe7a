package org.chancery.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.chancery.journal.FileSpace;
import org.chancery.readmodel.Projector;
import org.chancery.readmodel.ReadModels;
import org.chancery.readmodel.Rebuild;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * The room that a long journal takes, and the pace at which it is replayed. By itself it replays
 * and follows the published history told again and again: {@code LongReplay SOURCES [ENTRIES]}, to
 * be run with {@code -Xmx512m}. Prints what is held on the heap.
 */
public final class LongReplay {
  private static final double AT_MOST_THREE_TIMES_THE_ROOM = 1 / 3.0;
  private static final double NEARLY_AS_FAST = 0.7;
  private static final Duration INTERVAL = Duration.ofSeconds(10);
  private static final int MILLION = 1_000_000;
  private static final int STEP = 50_000;
  private static final double MEGA = 1 << 20;
  private static final String PAYLOAD = "octet_length(payload)";
  private static final String TEXTS =
      Stream.of(
              "id subject name command_id command digest recorded_by authority rationale sources"
                  .split(" "),
              "correlation causation payload".split(" "))
          .flatMap(Stream::of)
          .map("octet_length(coalesce(%s, ''))"::formatted)
          .collect(Collectors.joining(" + "));

  private final long begin = System.nanoTime();
  private final Path folder;
  private final ContestantDatabase place;
  private long told;
  private int turn;
  private int head;

  /** What puts entries into a journal. */
  @FunctionalInterface
  private interface Filling {
    void into(Ledger ledger) throws IOException;
  }

  private LongReplay(Path folder) {
    this.folder = folder;
    this.place = ContestantDatabase.Kind.H2.open(folder.resolve("ledger"));
  }

  public static void main(String[] args) throws Exception {
    int entries = args.length > 1 ? Integer.parseInt(args[1]) : MILLION;
    Path folder = Files.createTempDirectory("chancery-long-replay");
    try (ContestantDatabase source = ContestantDatabase.Kind.H2.open(folder.resolve("corpus"))) {
      Corpus corpus = Corpus.in(Path.of(args[0]), folder.resolve("taken"), source);
      LongReplay run = new LongReplay(folder);
      Table.print(run.results(ledger -> again(corpus, ledger, entries), 1));
      run.follow();
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  /** The same of invented stories, without following them. */
  static List<Result> run(Path folder, Scale scale) throws Exception {
    return new LongReplay(folder).results(ledger -> ledger.fill(scale.many()), scale.warmUps());
  }

  private static void again(Corpus corpus, Ledger ledger, int entries) {
    EventStorageEngine journal = ledger.get(EventStorageEngine.class);
    for (int again = 1; ledger.position() < entries; again++) {
      journal.appendEvents(corpus.again(again));
    }
  }

  private List<Result> results(Filling filling, int warmUps) throws Exception {
    List<Result> results = new ArrayList<>(room(filling));
    results.add(pace(warmUps));
    return results;
  }

  /** Before the ledger is stopped, and after, when the file has been written anew. */
  private List<Result> room(Filling filling) throws IOException, SQLException {
    double before;
    double payload;
    double texts;
    try (Ledger ledger = Ledger.forCommands(folder.resolve("filled"), place)) {
      filling.into(ledger);
      head = Math.toIntExact(ledger.position());
      tell("filled", head);
      before = FileSpace.size(ledger.journalSource());
      payload = octets(ledger, PAYLOAD);
      texts = octets(ledger, TEXTS);
    }
    double after = Files.size(folder.resolve("ledger").resolve("database.mv.db"));
    tellBytes(before / head, after / head, payload / head, texts / head);
    return List.of(
        room("journal, entries a megabyte", "payloads alone", before, payload, Bench.NO_TARGET),
        room(
            "journal after a stop, entries a megabyte",
            "payloads alone",
            after,
            payload,
            AT_MOST_THREE_TIMES_THE_ROOM),
        room(
            "journal after a stop, entries a megabyte",
            "all texts alone",
            after,
            texts,
            Bench.NO_TARGET));
  }

  private static void tellBytes(double before, double after, double payload, double texts) {
    System.err.printf(
        Locale.ROOT,
        "  bytes an entry: file %,.0f, after a stop %,.0f; payload %,.0f, all texts %,.0f%n",
        before,
        after,
        payload,
        texts);
  }

  private Result room(String name, String other, double file, double bare, double target) {
    return new Result(name, other, head * MEGA / file, head * MEGA / bare, bare / file, target, "");
  }

  private static long octets(Ledger ledger, String length) {
    Long sum =
        new JdbcTemplate(ledger.journalSource())
            .queryForObject("select sum(%s) from entry".formatted(length), Long.class);
    return sum == null ? 0 : sum;
  }

  /** All of it against its beginning, each into new read models. */
  private Result pace(int warmUps) throws Exception {
    int beginning = Math.min(STEP, head / 4);
    for (int warmUp = 0; warmUp < warmUps; warmUp++) {
      replay(beginning);
    }
    return new Turns(() -> replay(head))
        .with("its beginning", () -> replay(beginning))
        .take(1, INTERVAL)
        .compare("replay of %,d entries".formatted(head), "its beginning", NEARLY_AS_FAST);
  }

  /** Entries a second; what telling takes does not count. */
  private double replay(int to) {
    try (Ledger ledger = Ledger.idle(folder.resolve("turn-" + turn++), place)) {
      Rebuild rebuild = ledger.rebuild();
      told = 0;
      long start = System.nanoTime();
      rebuild.begin();
      for (long next = STEP; rebuild.advance(to); ) {
        if (rebuild.position() >= next) {
          next = rebuild.position() + STEP;
          tell("replaying", rebuild.position());
        }
      }
      rebuild.settle();
      double pace = to * 1e9 / (System.nanoTime() - start - told);
      tell("replayed", rebuild.position());
      return pace;
    }
  }

  private void follow() throws InterruptedException {
    try (Ledger ledger = Ledger.idle(folder.resolve("following"), place)) {
      ReadModels models = ledger.get(ReadModels.class);
      ledger.get(Projector.class).start();
      while (!models.await(ledger.position(), INTERVAL)) {
        tell("following", models.position());
      }
      tell("followed", models.position());
      ledger.get(Projector.class).stop();
    }
  }

  private void tell(String what, long position) {
    long start = System.nanoTime();
    System.gc(); // what is used between collections says little
    System.err.printf(
        "  %4.0f s %-10s %,9d entries, %3.0f MB held%n",
        (System.nanoTime() - begin) / 1e9,
        what,
        position,
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGA);
    told += System.nanoTime() - start;
  }
}
