package org.chancery.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.chancery.app.cli.Chancery;
import org.springframework.util.FileSystemUtils;

/**
 * The program as tests start it in processes of its own. Java notes once what a start loads (JEP
 * 514), for half of a start's work is to load classes; for that, folders of classes are packed.
 */
public final class Program {
  private static final Path PLACE = Path.of("target", "program").toAbsolutePath();
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Predicate<String> TESTS =
      Pattern.compile("/test(-classes|/resources)?$|-tests\\.jar$").asPredicate();
  private static final List<String> JVM =
      List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-Xmx512m",
          "-XX:TieredStopAtLevel=1", // a process that lives for seconds only pays for more
          "-XX:+UseSerialGC",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private Program() {}

  /** The command that starts a verb; options are the JVM's. */
  public static List<String> command(List<String> options, List<String> arguments) {
    List<String> noted =
        List.of("-XX:AOTCache=" + Packed.ONCE.cache, "-Xlog:aot=off", "-Xlog:cds=off");
    return Stream.of(JVM, noted, options, started(Packed.ONCE.classPath), arguments)
        .flatMap(List::stream)
        .toList();
  }

  /** The same with classes that come before the program's own. */
  public static List<String> command(Path before, List<String> arguments) {
    String classPath = before + File.pathSeparator + Packed.ONCE.classPath;
    return Stream.of(JVM, started(classPath), arguments).flatMap(List::stream).toList();
  }

  private static List<String> started(String classPath) {
    return List.of("-cp", classPath, Chancery.class.getName());
  }

  /** The classes as they are now, for all test processes that run beside each other. */
  private record Packed(String classPath, Path cache) {
    static final Packed ONCE = make();

    private static Packed make() {
      try {
        Files.createDirectories(PLACE);
        try (FileChannel lock =
                FileChannel.open(
                    PLACE.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var _ = lock.lock()) {
          return in(PLACE.resolve(print()));
        }
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    private static Packed in(Path folder) throws IOException {
      Packed packed =
          new Packed(
              String.join(File.pathSeparator, entries().map(e -> place(e, folder)).toList()),
              folder.resolve("program.aot"));
      if (!Files.exists(packed.cache)) {
        removeAllOthers();
        Files.createDirectories(folder);
        entries().filter(Files::isDirectory).forEach(classes -> pack(classes, folder));
        packed.note(folder);
      }
      return packed;
    }

    /** Without the tests' own classes, which the ledger's component scan would otherwise find. */
    private static Stream<Path> entries() {
      return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
          .filter(TESTS.negate())
          .map(Path::of)
          .filter(Files::exists);
    }

    private static String place(Path entry, Path folder) {
      return Files.isDirectory(entry) ? jar(entry, folder).toString() : entry.toString();
    }

    private static Path jar(Path classes, Path folder) {
      return folder.resolve(classes.toString().replaceAll("\\W+", "-") + ".jar");
    }

    private static void pack(Path classes, Path folder) {
      String jar = jar(classes, folder).toString();
      PrintStream out = System.out;
      int code =
          ToolProvider.findFirst("jar")
              .orElseThrow()
              .run(out, out, "-c", "-0", "-f", jar, "-C", classes.toString(), ".");
      assertThat(code).as(jar).isZero();
    }

    /** What Java notes is a server that takes in the sample story. */
    private void note(Path folder) throws IOException {
      Path data = Files.createDirectory(folder.resolve("data"));
      Path toBe = folder.resolve("new.aot");
      Path output = folder.resolve("output");
      List<String> command = new ArrayList<>(JVM);
      command.add("-XX:AOTCacheOutput=" + toBe);
      command.addAll(started(classPath));
      command.addAll(List.of("demo", "--data", data.toString(), "--port", "0"));
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().keySet().removeIf(name -> name.startsWith("CHANCERY_"));
      Process process = builder.redirectOutput(output.toFile()).start();
      try {
        await()
            .pollInSameThread() // for others wait until this class is ready
            .atMost(PATIENCE)
            .until(() -> !process.isAlive() || Files.readString(output).contains("is ready at"));
        process.destroy(); // in order: it writes then
        process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
      } finally {
        process.destroyForcibly();
      }
      assertThat(toBe).as(Files.readString(output)).exists();
      Files.move(toBe, cache);
      FileSystemUtils.deleteRecursively(data);
    }

    private static void removeAllOthers() throws IOException {
      try (Stream<Path> old = Files.list(PLACE)) {
        for (Path folder : old.filter(Files::isDirectory).toList()) {
          FileSystemUtils.deleteRecursively(folder);
        }
      }
    }

    /** Of every file's name, size and time. */
    private static String print() throws IOException {
      CRC32 print = new CRC32();
      for (Path entry : entries().toList()) {
        try (Stream<Path> files = Files.walk(entry)) {
          for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
            String told = file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
            print.update(told.getBytes(UTF_8));
          }
        }
      }
      return Long.toHexString(print.getValue());
    }
  }
}
