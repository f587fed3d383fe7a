package org.chancery.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Checks of ours by golang.org/x/mod/sumdb, as Debian packages it (golang-golang-x-mod-dev). */
record Go(Path program) {
  private static final Path SOURCES = Path.of("/usr/share/gocode/src/golang.org/x/mod/sumdb/tlog");
  private static final List<Path> COMPILERS = List.of(Path.of("/usr/bin/go"));

  /** Builds the checker; skips the test where Go, or the package, is not installed. */
  static Go build(Path folder) throws Exception {
    Assumptions.assumeTrue(
        COMPILERS.stream().anyMatch(Files::isExecutable) && Files.isDirectory(SOURCES),
        "SKIPPED: Go and golang.org/x/mod are not here: install golang-go golang-golang-x-mod-dev");
    Path source = folder.resolve("check.go");
    try (InputStream in = Objects.requireNonNull(Go.class.getResourceAsStream("/go/check.go"))) {
      Files.copy(in, source);
    }
    Path program = folder.resolve("check");
    run(folder, "/usr/bin/go", "build", "-o", program.toString(), source.toString());
    return new Go(program);
  }

  /** What it says to each line. */
  List<String> check(Path folder, List<String> lines) throws Exception {
    Path file = Files.write(folder.resolve("lines.txt"), lines);
    return run(folder, program.toString(), file.toString());
  }

  private static List<String> run(Path folder, String... command)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "output", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().put("GOPATH", "/usr/share/gocode");
    builder.environment().put("GO111MODULE", "off");
    builder.environment().put("GOFLAGS", "");
    builder.environment().put("GOCACHE", folder.resolve("gocache").toString());
    Process process = builder.start();
    if (!process.waitFor(3, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    String said = Files.readString(output);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(said);
    }
    return said.lines().toList();
  }
}
