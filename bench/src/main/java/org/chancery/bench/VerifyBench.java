package org.chancery.bench;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import org.chancery.journal.Entry;
import org.chancery.journal.Journal;
import org.chancery.journal.text.Sha256;
import org.chancery.seal.Content;
import org.chancery.seal.Leaf;
import org.chancery.seal.LogKeys;
import org.chancery.seal.Seal;
import org.chancery.seal.export.Export;
import org.chancery.seal.export.Wanted;

/** Checking an export of a long journal, on one thread. */
final class VerifyBench {
  private static final double TARGET = 200_000; // entries, a second and core
  private static final int ROUNDS = 5;
  private static final int SAMPLE = 2_000;

  private final Journal journal;
  private final Seal seal;
  private final int entries;

  VerifyBench(Journal journal, Seal seal, int entries) {
    this.journal = journal;
    this.seal = seal;
    this.entries = entries;
  }

  List<Result> run(Path file, LogKeys keys) throws Exception {
    double writing = MeasuredPace.of(entries, () -> write(file, keys));
    Method verifier =
        Class.forName("Verify")
            .getMethod("run", String[].class, PrintStream.class, PrintStream.class);
    String[] args = {file.toString(), "--key", keys.known().getFirst().toString()};
    double rate = 0;
    for (int round = 0; round < ROUNDS; round++) {
      rate = Math.max(rate, perCore(entries, () -> check(verifier, args)));
    }
    double raw = raw();
    String name = "verify an export of %,d".formatted(entries);
    return List.of(
        new Result(name, "200,000 a second and core", rate, TARGET, rate / TARGET, 1, ""),
        new Result(name, "SHA-256 alone, leaf and content", rate, raw, rate / raw, 0, ""),
        new Result(
            "export of %,d".formatted(entries),
            "verifying it",
            writing,
            rate,
            writing / rate,
            0,
            ""));
  }

  /** Pieces a second of this thread's time on a core. */
  private static double perCore(int pieces, MeasuredPace.Work work) throws Exception {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    work.run();
    return pieces * 1e9 / (threads.getCurrentThreadCpuTime() - start);
  }

  private void write(Path file, LogKeys keys) throws Exception {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      new Export(journal, seal, keys)
          .write(Wanted.ALL, seal.latest().orElseThrow(), out, position -> {});
    }
  }

  private static void check(Method verifier, String[] args) throws Exception {
    if (!verifier.invoke(null, args, System.err, System.err).equals(0)) {
      throw new IllegalStateException("the export was not verified");
    }
  }

  private double raw() throws Exception {
    List<byte[]> texts =
        journal.after(0, SAMPLE).stream().flatMap(entry -> texts(entry).stream()).toList();
    MessageDigest sha256 = Sha256.digest();
    double raw = 0;
    for (int round = 0; round < 20; round++) {
      raw = Math.max(raw, perCore(texts.size() / 2, () -> texts.forEach(sha256::digest)));
    }
    return raw;
  }

  private List<byte[]> texts(Entry entry) {
    var content = seal.entry(entry.position()).content();
    return List.of(Content.text(entry), Leaf.text(entry, content));
  }
}
