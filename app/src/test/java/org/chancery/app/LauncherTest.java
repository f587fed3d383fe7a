package org.chancery.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script that starts everything, in a folder of its own and with next to no environment. */
@Timeout(60)
class LauncherTest {
  private static final Path LAUNCHER = Path.of("..", "chancery");

  @TempDir Path folder = Path.of("");

  @Test
  void aMissingJdkIsToldInOneLine() throws Exception {
    String wantsTheImpossible = Files.readString(LAUNCHER).replace("NEEDED=25", "NEEDED=999");
    Process process = run(wantsTheImpossible, "/usr/bin:/bin");
    assertThat(process.inputReader(UTF_8).readAllLines())
        .containsExactly(
            "chancery: no JDK 999 found; install one (Eclipse Temurin 999, say)"
                + " and set JAVA_HOME to it");
    assertThat(process.waitFor()).isEqualTo(1);
  }

  @Test
  void aMissingMavenIsTold() throws Exception {
    Path tools = Files.createDirectory(folder.resolve("tools"));
    for (String tool : new String[] {"dirname", "sed", "head", "find"}) {
      Files.createSymbolicLink(tools.resolve(tool), Path.of("/usr/bin", tool));
    }
    Process process = run(Files.readString(LAUNCHER), tools.toString());
    assertThat(process.inputReader(UTF_8).readAllLines())
        .contains("chancery: Maven is missing; install Maven 3.8 or newer");
    assertThat(process.waitFor()).isEqualTo(1);
  }

  @Test
  void helpNamesTheVerbsThatAreTheLaunchersOwn() throws Exception {
    tool("jdk/bin/java", "[ \"$1\" = -version ] && echo 'version \"25\"' >&2 || echo verbs");
    tool("jdk/bin/javac", "");
    Files.createDirectories(folder.resolve("app/target"));
    Files.createFile(folder.resolve("app/target/chancery-exec.jar"));
    Path script = Files.copy(LAUNCHER, folder.resolve("chancery"));
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", script.toString(), "--help");
    builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    Process process = builder.redirectErrorStream(true).start();
    assertThat(process.inputReader(UTF_8).readAllLines())
        .startsWith("verbs")
        .anyMatch(line -> line.strip().startsWith("test "))
        .anyMatch(line -> line.strip().startsWith("bench "));
    assertThat(process.waitFor()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"test, --help", "test, -h", "bench, --help", "bench, -h"})
  void helpOfTheLaunchersOwnVerbsBuildsAndRunsNothing(String verb, String option) throws Exception {
    tool("jdk/bin/java", "[ \"$1\" = -version ] && echo 'version \"25\"' >&2 || echo RAN");
    tool("jdk/bin/javac", "");
    tool("tools/mvn", "echo MAVEN");
    Path script = Files.copy(LAUNCHER, folder.resolve("chancery"));
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", script.toString(), verb, option);
    builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    builder.environment().merge("PATH", folder.resolve("tools") + ":", (path, mine) -> mine + path);
    Process process = builder.redirectErrorStream(true).start();
    assertThat(process.inputReader(UTF_8).readAllLines())
        .contains("Example:")
        .anyMatch(line -> line.strip().startsWith("chancery " + verb))
        .noneMatch(line -> line.contains("MAVEN") || line.contains("RAN"));
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void fasterStartsArePreparedOnceAfterEachBuildAndFromNobodysSettings() throws Exception {
    tool("jdk/bin/java", java(": >\"${one#*=}\""));
    Path jar = built();
    List<String> prepared = List.of("chancery: preparing faster starts (half a minute, once)");

    assertThat(started()).containsAll(prepared).anyMatch(LauncherTest::isFast);
    assertThat(folder.resolve("trained")).content().contains("PATH=").doesNotContain("CHANCERY_");
    assertThat(started()).doesNotContainAnyElementsOf(prepared).anyMatch(LauncherTest::isFast);

    Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(60)));
    assertThat(started()).containsAll(prepared).anyMatch(LauncherTest::isFast);
  }

  @Test
  void whereNoFasterStartCanBePreparedTheLedgerStartsWithout() throws Exception {
    tool("jdk/bin/java", java("exit 1"));
    Path jar = built();

    assertThat(started()).anyMatch(line -> line.endsWith("-jar %s serve".formatted(jar)));
    assertThat(started())
        .singleElement()
        .satisfies(line -> assertThat(line).endsWith("-jar %s serve".formatted(jar)));
  }

  private static boolean isFast(String line) {
    return line.contains(" -XX:AOTCache=") && line.endsWith("/fast/app/chancery-exec.jar serve");
  }

  /**
   * A JDK that unpacks, notes its environment and trains in a way of its own, and says the rest.
   */
  private String java(String training) {
    return """
        case "$*" in
          *-version*) echo 'version "25"' >&2 ;;
          *extract*) for last; do :; done; mkdir -p "$last"; : >"$last/chancery-exec.jar" ;;
          *AOTCacheOutput=*)
            env >'%s'
            for one; do case $one in -XX:AOTCacheOutput=*) %s ;; esac; done ;;
          *) echo "$@" ;;
        esac"""
        .formatted(folder.resolve("trained"), training);
  }

  private Path built() throws IOException {
    tool("jdk/bin/javac", "");
    Files.copy(LAUNCHER, folder.resolve("chancery"));
    Files.createDirectories(folder.resolve("app/target"));
    return Files.createFile(folder.resolve("app/target/chancery-exec.jar"));
  }

  private List<String> started() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", folder.resolve("chancery").toString(), "serve");
    builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    builder.environment().put("CHANCERY_JOURNAL_URL", "jdbc:postgresql://somebody/journal");
    Process process = builder.redirectErrorStream(true).start();
    List<String> said = process.inputReader(UTF_8).readAllLines();
    assertThat(process.waitFor()).isZero();
    return said;
  }

  private void tool(String name, String does) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + does + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Process run(String launcher, String path) throws IOException {
    Path script = Files.writeString(folder.resolve("chancery"), launcher);
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", script.toString(), "serve").redirectErrorStream(true);
    builder.environment().clear();
    builder
        .environment()
        .putAll(Map.of("PATH", path, "JAVA_HOME", System.getProperty("java.home")));
    return builder.start();
  }
}
