package org.chancery.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.chancery.app.Program;

/** A server in a process of its own, on a data folder that outlives it. */
final class ServerProcess implements AutoCloseable {
  private static final Pattern READY =
      Pattern.compile("Chancery is ready at (\\S+) \\(journal position (\\d+)\\)");

  private final Path data;
  private final List<String> command;
  private VerbProcess process;
  private MatchResult ready;

  private ServerProcess(Path data, List<String> command) {
    this.data = data;
    this.command = command;
    this.process = run();
    this.ready = whenReady(process);
  }

  /** Serves the data folder, and returns once the server says that it is ready. */
  static ServerProcess serve(Path data, String... options) {
    return new ServerProcess(data, Program.command(List.of(options), arguments("serve", data)));
  }

  /** Serves the sample story. */
  static ServerProcess demo(Path data) {
    return new ServerProcess(data, Program.command(List.of(), arguments("demo", data)));
  }

  /** Serves the data folder by classes that come before the program's own. */
  static ServerProcess serveBy(Path classes, Path data) {
    return new ServerProcess(data, Program.command(classes, arguments("serve", data)));
  }

  private static List<String> arguments(String verb, Path data) {
    return List.of(verb, "--data", data.toString(), "--port", "0");
  }

  private VerbProcess run() {
    return VerbProcess.start(data, command);
  }

  /** One that is never ready has no owner yet who would end it. */
  private static MatchResult whenReady(VerbProcess started) {
    try {
      return started.awaitOutput(READY);
    } catch (AssertionError late) {
      started.close();
      throw late;
    }
  }

  Client client() {
    return new Client(URI.create(ready.group(1)), data);
  }

  /** The journal's head as the ready line gives it. */
  long positionAtStart() {
    return Long.parseLong(ready.group(2));
  }

  void kill() {
    process.kill();
  }

  /** Orderly: nothing goes wrong in it. */
  void stop() {
    process.stop();
    assertThat(process.output()).doesNotContain("ERROR");
  }

  /** Starts again on the same data, once the server is gone. */
  void restart() {
    process.close();
    process = run();
    ready = whenReady(process);
  }

  @Override
  public void close() {
    process.close();
  }
}
