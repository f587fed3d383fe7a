package org.chancery.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.chancery.seal.CompiledVerifier;

/**
 * The verifier as somebody runs it who has downloaded it: a process of its own in an empty folder.
 */
record Verifier(Path folder) {
  private static final String NAME = "Verify.java";

  /** What it printed, and its exit code. */
  record Verdict(int code, String line) {

    Verdict verified() {
      assertThat(line).startsWith("VERIFIED: ");
      assertThat(code).isZero();
      return this;
    }

    /** Fails unless that kind of fault was found, and told in one line. */
    void faulty(String kind) {
      assertThat(line).startsWith("NOT VERIFIED: ").contains(kind);
      assertThat(line.lines()).hasSize(1);
      assertThat(code).isEqualTo(1);
    }
  }

  static Verifier in(Path folder) throws IOException {
    try (InputStream in = Verifier.class.getResourceAsStream("/verify/Verify.java")) {
      Files.copy(in, folder.resolve(NAME));
    }
    return new Verifier(folder);
  }

  String text() throws IOException {
    return Files.readString(folder.resolve(NAME));
  }

  Verdict check(Path export, String... options) throws Exception {
    return run(CompiledVerifier.command(), export, options);
  }

  /** As it is downloaded. */
  Verdict checkWith(Path java, Path export, String... options)
      throws IOException, InterruptedException {
    return run(List.of(java.toString(), "-XX:TieredStopAtLevel=1", NAME), export, options);
  }

  private Verdict run(List<String> java, Path export, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(java);
    command.add(1, "-Xmx64m");
    command.add(export.toString());
    command.addAll(List.of(options));
    Path out = Files.createTempFile(folder, "verdict", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Verdict(process.exitValue(), Files.readString(out, UTF_8).strip());
  }
}
