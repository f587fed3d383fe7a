package org.chancery.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chancery.app.cli.Chancery;

/** Starts of servers, each in a JVM of its own, until they say that they are ready. */
final class StartBench {
  static final String READY = "is ready at";

  private static final double A_THIRD_LONGER = 1 / 1.3;
  private static final double HOUR = 3_600e9;
  private static final double THREE_SECONDS_EACH = 1_200;
  private static final double MEGA = 1 << 20;
  private static final long PATIENCE = 60;
  private static final Pattern ADDRESS = Pattern.compile(READY + " (\\S+)");
  private static final Pattern LIVE = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");
  private static final List<String> QUESTIONS =
      List.of("/api/relationships", "/api/stops", "/api/timeline", "/api/meetings");

  private static final List<String> LIMITED = List.of("-Xmx256m");

  private final Path folder;
  private final Path cache;
  private final List<String> ledger;
  private final List<String> empty;

  private StartBench(Path folder) {
    this.folder = folder;
    this.cache = folder.resolve("ledger.aot");
    String data = folder.resolve("data").toString();
    this.ledger = List.of(Chancery.class.getName(), "serve", "--data", data, "--port", "0");
    this.empty =
        List.of(
            EmptyApplication.class.getName(),
            "--server.address=127.0.0.1",
            "--server.port=0",
            "--management.endpoint.health.validate-group-membership=false");
  }

  static List<Result> run(Path folder, Scale scale) throws Exception {
    StartBench bench = new StartBench(folder);
    bench.fill(scale.entries());
    List<Result> results = new ArrayList<>(bench.starts(scale));
    results.add(bench.held(scale));
    return results;
  }

  /** Once served, so that a start finds its read models, too. */
  private void fill(int entries) throws Exception {
    try (Ledger filled = Ledger.in(folder.resolve("data"))) {
      filled.fill(entries);
      filled.awaitAnswers();
    }
  }

  private List<Result> starts(Scale scale) throws Exception {
    Turns turns =
        new Turns(() -> start(List.of(), ledger)).with("empty application", this::emptyStart);
    turns.warmUp(1).take(scale.rounds(), scale.limit());
    List<Result> results = new ArrayList<>();
    results.add(turns.compare("starts an hour, of a ledger", "empty application", A_THIRD_LONGER));
    if (isTrained()) {
      Turns cached =
          new Turns(() -> start(List.of("-XX:AOTCache=" + cache), ledger))
              .with("empty application", this::emptyStart)
              .with("3 s each", () -> THREE_SECONDS_EACH)
              .warmUp(1)
              .take(scale.rounds(), scale.limit());
      String name = "starts an hour, with an AOT cache";
      results.add(cached.compare(name, "3 s each", 1));
      results.add(cached.compare(name, "empty application", Bench.NO_TARGET));
    }
    return results;
  }

  private double emptyStart() throws Exception {
    return start(List.of(), empty);
  }

  /** How many there would be in an hour. */
  private double start(List<String> options, List<String> program) throws Exception {
    long start = System.nanoTime();
    try (Child child = new Child(options, program)) {
      child.ready();
      return HOUR / (System.nanoTime() - start);
    }
  }

  /** False where the JDK makes no cache, as of class paths with folders. */
  private boolean isTrained() throws Exception {
    try (Child child = new Child(List.of("-XX:AOTCacheOutput=" + cache), ledger)) {
      child.ready();
    }
    boolean made = Files.exists(cache);
    if (!made) {
      System.err.println("  no AOT cache could be made; it takes a class path of jars");
    }
    return made;
  }

  private Result held(Scale scale) throws Exception {
    double ours = megabytes(ledger, scale.requests());
    double others = megabytes(empty, 0);
    System.err.printf("  ledger: %,.0f MB, empty application: %,.0f MB%n", ours, others);
    String name = "MB on the heap while serving under -Xmx256m";
    return new Result(name, "empty application", ours, others, others / ours, Bench.NO_TARGET, "");
  }

  /** What is alive after so many requests: counted, which collects all garbage first. */
  private double megabytes(List<String> program, int requests) throws Exception {
    try (Child child = new Child(LIMITED, program)) {
      Matcher address = ADDRESS.matcher(child.ready());
      if (requests > 0 && address.find()) {
        int port = URI.create(address.group(1)).getPort();
        try (WebClient client = new WebClient(port, folder.resolve("data"))) {
          for (int number = 0; number < requests; number++) {
            client.get(QUESTIONS.get(number % QUESTIONS.size()));
          }
        }
      }
      Matcher total = LIVE.matcher(child.histogram());
      if (!total.find()) {
        throw new IllegalStateException("no histogram of the heap");
      }
      return Long.parseLong(total.group(1)) / MEGA;
    }
  }

  /** A JVM with this one's class path. */
  private record Child(Process process, BufferedReader said) implements AutoCloseable {
    private static final Path BIN = Path.of(System.getProperty("java.home"), "bin");

    Child(List<String> options, List<String> program) throws IOException {
      this(start(options, program));
    }

    private Child(Process process) {
      this(process, process.inputReader(UTF_8));
    }

    private static Process start(List<String> options, List<String> program) throws IOException {
      List<String> command =
          Stream.of(
                  List.of(
                      BIN.resolve("java").toString(),
                      "-XX:+UseParallelGC",
                      "--enable-native-access=ALL-UNNAMED",
                      "--sun-misc-unsafe-memory-access=allow",
                      "-Ddisable-axoniq-console-message=true",
                      "-cp",
                      System.getProperty("java.class.path")),
                  options,
                  program)
              .flatMap(List::stream)
              .toList();
      return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** Its line, once it is ready. */
    String ready() throws IOException {
      List<String> lines = new ArrayList<>();
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        if (line.contains(READY)) {
          return line;
        }
        lines.add(line);
      }
      throw new IllegalStateException("it did not start: " + lines);
    }

    String histogram() throws IOException {
      Process jcmd =
          new ProcessBuilder(
                  BIN.resolve("jcmd").toString(),
                  Long.toString(process.pid()),
                  "GC.class_histogram")
              .start();
      return new String(jcmd.getInputStream().readAllBytes(), UTF_8);
    }

    /** Stops it in good order, for only then an AOT cache is written. */
    @Override
    public void close() throws IOException {
      process.toHandle().destroy(); // which leaves what it says to be read
      said.transferTo(Writer.nullWriter());
      try {
        if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException stopped) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }
}
