package org.chancery.query.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.chancery.query.audit.ReadLog.Line;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a day whose file was not written to its end. */
class ReadLogTest {
  private static final LocalDate DAY = LocalDate.parse("2026-03-01");

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void writeTwo() {
    file = folder.resolve(DAY + ".ndjson");
    write(DAY, "/1", "/2");
  }

  @Test
  void aLineThatWasTornIsNotGivenAndDoesNotSpoilTheNext() throws Exception {
    cut(20);
    assertThat(paths(0, 10)).containsExactly("1 /1");

    write(DAY, "/3");
    assertThat(paths(0, 10)).containsExactly("1 /1", "3 /3");
    assertThat(paths(1, 10)).containsExactly("3 /3");
    assertThat(paths(0, 2)).containsExactly("1 /1", "3 /3");
  }

  @Test
  void aLineThatIsStillBeingWrittenIsNotGivenYet() throws Exception {
    append("{\"at\":\"2026-03-01T00:00:00Z\",\"who\":\"\u00e4".getBytes(UTF_8));
    assertThat(paths(0, 10)).containsExactly("1 /1", "2 /2");
  }

  @Test
  void bytesThatAreNoTextAreNoLine() throws Exception {
    append(new byte[] {(byte) 0xff, (byte) 0xfe, '\n'});
    write(DAY, "/4");
    assertThat(paths(0, 10)).containsExactly("1 /1", "2 /2", "4 /4");
  }

  @Test
  void eachDayHasItsFile() throws Exception {
    write(DAY.plusDays(1), "/5");
    write(DAY, "/3");
    assertThat(paths(0, 10)).containsExactly("1 /1", "2 /2", "3 /3");
    assertThat(Files.readString(folder.resolve(DAY.plusDays(1) + ".ndjson"))).contains("/5");
  }

  /** As from an address that no header can have. */
  @Test
  void aQuestionThatCannotBeWrittenDownDoesNotEndTheLog() throws Exception {
    try (ReadLog log = new ReadLog(folder)) {
      log.add(read(Instant.MAX, "/far"));
      awaitTaken(log);
      log.add(read(DAY.atTime(1, 0).toInstant(java.time.ZoneOffset.UTC), "/3"));
    }
    assertThat(paths(0, 10)).contains("3 /3");
  }

  private static void awaitTaken(ReadLog log) throws InterruptedException {
    Thread.sleep(500); // the log looks each tenth of a second
    assertThat(log).isNotNull();
  }

  private void write(LocalDate day, String... paths) {
    try (ReadLog log = new ReadLog(folder)) {
      for (String path : paths) {
        log.add(read(day.atTime(1, 0).toInstant(java.time.ZoneOffset.UTC), path));
      }
    }
  }

  private static EntryRead read(Instant at, String path) {
    return new EntryRead(at, "anonymous", "127.0.0.1", path, null, 200, 1);
  }

  private void cut(int bytes) throws IOException {
    byte[] all = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(all, all.length - bytes));
  }

  private void append(byte[] bytes) throws IOException {
    Files.write(file, bytes, StandardOpenOption.APPEND);
  }

  private List<String> paths(long after, int limit) throws IOException {
    try (ReadLog log = new ReadLog(folder)) {
      List<Line> lines = log.of(DAY, after, limit);
      return lines.stream().map(line -> line.line() + " " + line.read().path()).toList();
    }
  }
}
