package org.chancery.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.chancery.query.asof.Projector;
import org.chancery.query.asof.ReadModels;
import org.chancery.query.asof.Rebuild;
import org.springframework.util.FileSystemUtils;

/**
 * Replays and follows the published history told again and again: {@code LongReplay SOURCES
 * [ENTRIES]}, to be run with {@code -Xmx512m}. Prints what is held on the heap.
 */
public final class LongReplay {
  private static final Duration INTERVAL = Duration.ofSeconds(10);
  private static final int MILLION = 1_000_000;
  private static final long STEP = 50_000;
  private static final double MEGA = 1 << 20;

  private final Ledger ledger;
  private final long begin = System.nanoTime();

  private LongReplay(Ledger ledger) {
    this.ledger = ledger;
  }

  public static void main(String[] args) throws Exception {
    int entries = args.length > 1 ? Integer.parseInt(args[1]) : MILLION;
    Path folder = Files.createTempDirectory("chancery-long-replay");
    try (Place place = Place.Kind.H2.open(folder.resolve("ledger"));
        Place source = Place.Kind.H2.open(folder.resolve("corpus"))) {
      Corpus corpus = Corpus.in(Path.of(args[0]), folder.resolve("taken"), source);
      try (Ledger ledger = Ledger.idle(folder.resolve("data"), place)) {
        LongReplay run = new LongReplay(ledger);
        run.fill(corpus, entries);
        run.replay();
        run.follow();
      }
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private void fill(Corpus corpus, int entries) {
    EventStorageEngine journal = ledger.get(EventStorageEngine.class);
    for (int again = 1; ledger.position() < entries; again++) {
      journal.appendEvents(corpus.again(again));
    }
    tell("filled", ledger.position());
  }

  private void follow() throws InterruptedException {
    ReadModels models = ledger.get(ReadModels.class);
    ledger.get(Projector.class).start();
    while (!models.await(ledger.position(), INTERVAL)) {
      tell("following", models.position());
    }
    tell("followed", models.position());
    ledger.get(Projector.class).stop();
  }

  private void replay() {
    long head = ledger.position();
    Rebuild rebuild = ledger.rebuild();
    rebuild.begin();
    for (long told = 0; rebuild.advance(head); ) {
      if (rebuild.position() >= told + STEP) {
        told = rebuild.position();
        tell("replaying", told);
      }
    }
    rebuild.settle();
    tell("replayed", rebuild.position());
  }

  private void tell(String what, long position) {
    System.gc(); // what is used between collections says little
    System.out.printf(
        "%4.0f s %-10s %,9d entries, %3.0f MB held%n",
        (System.nanoTime() - begin) / 1e9,
        what,
        position,
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGA);
  }
}
