package org.chancery.app.acceptance;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.chancery.app.Program;

/** A verb of the command line in a process of its own, which can be killed. */
final class VerbProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration TIME_TO_PRINT = Duration.ofSeconds(2);
  private static final Duration INTERVAL = Duration.ofMillis(5);

  private final Process process;
  private final Path output;

  private VerbProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts a verb in a folder, where it also leaves what it prints; options are the JVM's. */
  static VerbProcess start(Path folder, List<String> options, List<String> arguments) {
    return start(folder, Program.command(options, arguments));
  }

  /** The same where the whole command is given. */
  static VerbProcess start(Path folder, List<String> command) {
    try {
      Path output = Files.createTempFile(folder, "process", ".out");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("CHANCERY_"));
      return new VerbProcess(builder.start(), output);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Waits until the process has printed something like this. */
  MatchResult awaitOutput(Pattern pattern) {
    return awaitOutput(pattern, found -> true);
  }

  /** Waits until the process has printed something like this that is also wanted. */
  MatchResult awaitOutput(Pattern pattern, Predicate<MatchResult> wanted) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      boolean ended = !process.isAlive();
      Optional<MatchResult> found = pattern.matcher(output()).results().filter(wanted).findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      assertThat(ended).as("ended without %s:%n%s", pattern, output()).isFalse();
      Pause.of(INTERVAL);
    }
    throw new AssertionError("no %s in time:%n%s".formatted(pattern, withStacks()));
  }

  /** Waits for the end; gives the exit code. */
  int await() {
    try {
      if (process.waitFor(PATIENCE.toMillis(), MILLISECONDS)) {
        return process.exitValue();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    throw new AssertionError("still runs:\n" + withStacks());
  }

  /** SIGKILL: the process gets no chance to put anything in order. */
  void kill() {
    process.destroyForcibly();
    await();
  }

  /** SIGTERM. */
  void stop() {
    process.destroy();
    await();
  }

  /** Upon SIGQUIT a JVM prints what its threads are at: slow, or stuck. */
  private String withStacks() {
    try {
      new ProcessBuilder("kill", "-QUIT", Long.toString(process.pid())).start();
      Pause.of(TIME_TO_PRINT);
    } catch (IOException noSuchCommand) {
      return output();
    }
    return output();
  }

  String output() {
    try {
      return Files.readString(output, StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      kill();
    }
  }
}
