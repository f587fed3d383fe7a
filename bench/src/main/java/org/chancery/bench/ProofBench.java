package org.chancery.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.chancery.journal.Entry;
import org.chancery.journal.JournalParts;
import org.chancery.journal.JournalSchema;
import org.chancery.journal.text.Sha256;
import org.chancery.seal.Content;
import org.chancery.seal.Leaf;
import org.chancery.seal.LogKeys;
import org.chancery.seal.PublishedCheckpoint;
import org.chancery.seal.Seal;
import org.chancery.seal.SealedAs;
import org.chancery.seal.SealedEntry;
import org.chancery.seal.Sealer;
import org.chancery.seal.note.InclusionProof;

/** Sealing a long journal from its beginning, and proofs over it. */
final class ProofBench {
  private static final double PROOFS = 200; // a second, one after the other: 5 ms each
  private static final Duration LIMIT = Duration.ofMinutes(15);
  private static final int WARM_UP = 2_000;

  private final JournalParts parts;
  private final Seal seal;
  private final int entries;

  private ProofBench(JournalParts parts, int entries) {
    this.parts = parts;
    this.seal = new Seal(parts.beside());
    this.entries = entries;
  }

  static List<Result> run(Path folder, Scale scale) throws Exception {
    try (ContestantDatabase place = ContestantDatabase.Kind.H2.open(folder.resolve("ledger"));
        HikariDataSource pool = place.pool(8)) {
      JournalSchema.migrate(pool);
      fill(pool, scale.leaves());
      try (JournalParts parts =
          JournalParts.open(
              pool,
              Clock.systemUTC(),
              NoOpEventUpcaster.INSTANCE,
              new SimpleMeterRegistry(),
              true)) {
        ProofBench bench = new ProofBench(parts, scale.leaves());
        double sealing = bench.seal(folder.resolve("keys"));
        List<Result> results = new ArrayList<>();
        results.add(bench.hashing(sealing));
        results.add(bench.proofs(scale.proofs()));
        results.addAll(
            new VerifyBench(parts.journal(), bench.seal, scale.leaves())
                .run(folder.resolve("entries.jsonl"), LogKeys.open(folder.resolve("keys"), null)));
        return results;
      }
    }
  }

  /** Entries as long as those of real trips, made by the database itself. */
  private static void fill(HikariDataSource pool, int entries) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          insert into entry select x, random_uuid(), 'meetings/m' || x, 1, 'meeting.held', 1,
            timestamp with time zone '2026-01-01 00:00:00+00:00', 0, 'key-' || x,
            'RecordMeetingHeld', repeat('0', 64), 'bench', 'Records office', 'read out',
            '[{"title":"Readout of the meeting","publisher":"Joint Staff"}]', 'c-' || x, 'c-' || x,
            '{"meeting":"m' || x || '","topics":["' || repeat('x', 400) || '"]}'
            from system_range(1, %1$d);
          update head set position = %1$d
          """
              .formatted(entries));
    }
  }

  private double seal(Path keys) throws Exception {
    LogKeys log = LogKeys.open(keys, "bench.example/log");
    try (Sealer sealer = new Sealer(parts, seal, log, null, Clock.systemUTC())) {
      return MeasuredPace.of(
          entries,
          () -> {
            sealer.start();
            if (!seal.await(entries, LIMIT)) {
              throw new IllegalStateException("the sealing takes too long");
            }
          });
    }
  }

  /** Reading, hashing and writing, against SHA-256 alone over the same bytes. */
  private Result hashing(double sealing) throws Exception {
    List<byte[]> texts = new ArrayList<>();
    for (Entry entry : parts.journal().after(0, WARM_UP)) {
      SealedEntry sealed = seal.entry(entry.position());
      texts.add(Content.text(entry));
      texts.add(Leaf.text(entry, sealed.content()));
    }
    MessageDigest sha256 = Sha256.digest();
    double raw = 0;
    for (int round = 0; round < 20; round++) {
      raw = Math.max(raw, MeasuredPace.of(texts.size() / 2, () -> texts.forEach(sha256::digest)));
    }
    return new Result(
        "seal, %,d entries".formatted(entries),
        "SHA-256 alone",
        sealing,
        raw,
        sealing / raw,
        0,
        "");
  }

  private Result proofs(int count) {
    Random random = new Random(42);
    PublishedCheckpoint latest = seal.latest().orElseThrow();
    List<Long> nanos = new ArrayList<>();
    for (int n = 0; n < WARM_UP + count; n++) {
      long position = 1L + random.nextInt(entries);
      long start = System.nanoTime();
      prove(position, latest);
      nanos.add(System.nanoTime() - start);
    }
    return Result.ofP99(
        "inclusion proof, p99 of %,d".formatted(entries),
        "5 ms",
        nanos.subList(WARM_UP, nanos.size()),
        PROOFS);
  }

  /** As the API does: the entry, its seal compared, the path. */
  private void prove(long position, PublishedCheckpoint latest) {
    Entry entry = parts.journal().at(position).orElseThrow();
    SealedEntry sealed = seal.entry(position);
    InclusionProof proof = seal.inclusion(position, latest);
    if (sealed.compare(entry) != SealedAs.ITSELF || !proof.proves(sealed.leaf())) {
      throw new IllegalStateException("no proof of " + position);
    }
  }
}
