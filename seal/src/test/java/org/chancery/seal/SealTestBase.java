package org.chancery.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.chancery.journal.Entry;
import org.chancery.journal.JournalParts;
import org.chancery.journal.TestDatabase;
import org.chancery.journal.TestJournal;
import org.chancery.seal.merkle.Hash;
import org.chancery.seal.merkle.Tile;
import org.chancery.seal.merkle.TreeHash;
import org.chancery.seal.witness.WitnessClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A fresh journal on each database in turn, and a seal over it that a test starts. */
abstract class SealTestBase {
  static final Duration LIMIT = Duration.ofSeconds(20);
  static final Pauses BRIEF =
      new Pauses(
          Duration.ofMillis(10),
          Duration.ofMillis(20),
          Duration.ofMillis(20),
          Duration.ofMillis(50));

  final TestDatabase database;
  @TempDir Path folder;
  DataSource source;
  JournalParts parts;
  Seal seal;
  Sealer sealer;
  @Nullable WitnessClient witness;
  Pauses pauses = BRIEF;
  private int meetings;

  SealTestBase(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() throws IOException {
    source = database.open(folder);
    begin();
  }

  private void begin() throws IOException {
    parts = TestJournal.on(source);
    seal = new Seal(source, () -> true);
    sealer = new Sealer(parts, seal, keys(), witness, Clock.systemUTC(), null, pauses);
  }

  @AfterEach
  void close() {
    sealer.close();
    parts.close();
  }

  void restart() throws IOException {
    close();
    begin();
  }

  LogKeys keys() throws IOException {
    return LogKeys.open(folder.resolve("keys"), "test.example/log");
  }

  /** Appends entries, each of a meeting of its own. */
  void hold(int count) {
    List<EventMessage<?>> events = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      events.add(TestJournal.event(0, TestJournal.held("m" + ++meetings)));
    }
    parts.engine().appendEvents(events);
  }

  /** Seals all that the journal holds, and goes on sealing. */
  PublishedCheckpoint sealAll() throws InterruptedException {
    sealer.start();
    return sealed();
  }

  /** Waits until all that the journal holds is sealed. */
  PublishedCheckpoint sealed() throws InterruptedException {
    assertThat(seal.await(parts.journal().head().position(), LIMIT)).isTrue();
    return seal.latest().orElseThrow();
  }

  /** Waits until the sealing has stopped; says why. */
  String stopped() throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (sealer.stopped() == null && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    return String.valueOf(sealer.stopped());
  }

  /** The root over the entries as they stand in the journal now. */
  Hash rootOfJournal() {
    List<Entry> entries = parts.journal().after(0, Integer.MAX_VALUE);
    List<SealedEntry> sealed = new ArrayList<>();
    while (sealed.size() < entries.size()) {
      sealed.addAll(seal.entries(sealed.size() / Tile.WIDTH)); // one by one they are read 256 times
    }
    return TreeHash.root(
        IntStream.range(0, entries.size())
            .mapToObj(at -> leaf(entries.get(at), sealed.get(at)))
            .toList());
  }

  private static Hash leaf(Entry entry, SealedEntry sealed) {
    return Leaf.hash(entry, Content.hash(entry, sealed.salt()));
  }

  /** Changes the database behind the ledger's back. */
  void tamper(String... statements) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
