package org.chancery.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The program as it is started from a shell. */
record ShellProcess(Process process) implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 120;

  static ShellProcess serve(Path data, Map<String, String> environment, String... options)
      throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("serve", "--data", data.toString(), "--port", "0"));
    arguments.addAll(List.of(options));
    return start(environment, arguments);
  }

  static ShellProcess start(Map<String, String> environment, List<String> arguments)
      throws IOException {
    List<String> command = Program.command(List.of(), arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return new ShellProcess(builder.start());
  }

  /** The next line that it prints, or nothing at the end. */
  String nextLine() throws IOException {
    String line = output().readLine();
    return line == null ? "" : line;
  }

  /** All that it prints until it exits. */
  List<String> lines() throws IOException {
    return output().readAllLines();
  }

  private BufferedReader output() {
    return process.inputReader(UTF_8);
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("still running");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }
}
