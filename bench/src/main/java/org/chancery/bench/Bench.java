package org.chancery.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.chancery.bench.ContestantDatabase.Kind;
import org.springframework.util.FileSystemUtils;

/** Runs benchmarks and prints ratios. */
public final class Bench {
  static final double NO_TARGET = 0;
  private static final Set<String> ONLY_IF_NAMED = Set.of("growth"); // it takes 20 GB
  private static final int DONE = 0;
  private static final int WRONG_USAGE = 2;

  private final Scale scale;
  private final Path folder;
  private final Map<String, Benchmark> benchmarks = new LinkedHashMap<>();

  /** One of those that can be named. */
  @FunctionalInterface
  private interface Benchmark {
    List<Result> run() throws Exception;
  }

  private Bench(Scale scale, Path folder) {
    this.scale = scale;
    this.folder = folder;
    benchmarks.put("append", this::append);
    benchmarks.put("visible", this::visible);
    benchmarks.put("import", this::imports);
    benchmarks.put("replay", () -> ReplayBench.run(folder("replay"), scale));
    benchmarks.put("lookup", () -> new LookupBench(scale).run());
    benchmarks.put("seal", this::seals);
    benchmarks.put("proof", () -> ProofBench.run(folder("proof"), scale));
    benchmarks.put("long", () -> LongReplay.run(folder("long"), scale));
    benchmarks.put("http", () -> HttpBench.run(folder("http"), scale));
    benchmarks.put("nodes", () -> NodesBench.run(folder("nodes"), scale));
    benchmarks.put("growth", () -> GrowthBench.run(folder("growth"), scale));
    benchmarks.put("start", () -> StartBench.run(folder("start"), scale));
  }

  public static void main(String[] args) throws Exception {
    System.exit(run(args));
  }

  /** Returns the exit code. */
  static int run(String... args) throws Exception {
    Set<String> wanted = new TreeSet<>(List.of(args));
    Scale scale = wanted.remove("--quick") ? Scale.quick() : Scale.full();
    Path folder = Files.createTempDirectory("chancery-bench");
    try {
      return new Bench(scale, folder).asked(wanted);
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private int asked(Set<String> wanted) throws Exception {
    if (wanted.contains("--help") || wanted.contains("-h")) {
      System.out.println(usage());
      return DONE;
    }
    if (!benchmarks.keySet().containsAll(wanted)) {
      System.err.println(usage());
      return WRONG_USAGE;
    }
    run(wanted);
    return DONE;
  }

  private String usage() {
    return """
    Usage: chancery bench [--quick] [%s]...
    All of them where none is named; --quick for a short look.\
    """
        .formatted(String.join(" | ", benchmarks.keySet()));
  }

  private void run(Set<String> wanted) throws Exception {
    List<Result> results = new ArrayList<>();
    for (Map.Entry<String, Benchmark> benchmark : benchmarks.entrySet()) {
      if (wanted.contains(benchmark.getKey())
          || (wanted.isEmpty() && !ONLY_IF_NAMED.contains(benchmark.getKey()))) {
        System.err.println(benchmark.getKey() + " ...");
        results.addAll(benchmark.getValue().run());
      }
    }
    Table.print(results);
  }

  /** Many clients first: they are what makes the code warm. */
  private List<Result> append() throws Exception {
    List<Result> results = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      results.add(AppendBench.run(kind, 16, NO_TARGET, folder("append-16" + kind), scale));
      results.add(AppendBench.run(kind, 1, 0.6, folder("append-1" + kind), scale));
    }
    return results;
  }

  private List<Result> visible() throws Exception {
    List<Result> results = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      results.add(VisibilityBench.run(kind, folder("visible" + kind), scale));
    }
    return results;
  }

  private List<Result> imports() throws Exception {
    List<Result> results = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      results.add(ImportBench.run(kind, 0.5, folder("import" + kind), scale));
    }
    return results;
  }

  private List<Result> seals() throws Exception {
    List<Result> results = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      results.add(SealBench.run(kind, folder("seal" + kind), scale));
    }
    return results;
  }

  private Path folder(String name) throws IOException {
    return Files.createDirectory(folder.resolve(name));
  }
}
