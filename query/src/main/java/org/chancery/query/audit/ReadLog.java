package org.chancery.query.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.chancery.journal.json.LedgerJson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file a day (UTC), a line a question, only ever added to. Who asks does not wait for the disk: a
 * thread writes, and what it cannot write is counted and told in the ledger's own log.
 */
public final class ReadLog implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ReadLog.class);
  private static final int WAITING = 10_000;
  private static final int BATCH = 500;
  private static final long LOOK_MILLIS = 100;
  private static final long CLOSING_MILLIS = 10_000;
  private static final JsonMapper JSON = LedgerJson.mapper();

  private final Path folder;
  private final BlockingQueue<EntryRead> waiting = new ArrayBlockingQueue<>(WAITING);
  private final AtomicLong lost = new AtomicLong();
  private final Thread thread;
  private volatile boolean closing;

  /** A line, and its number on its day, from 1. */
  record Line(long line, EntryRead read) {}

  /** Begins to write into a folder, which is made where there is none. */
  public ReadLog(Path folder) {
    this.folder = folder;
    this.thread = Thread.ofPlatform().name("read-log").daemon().start(this::write);
  }

  /** Takes note of a question; never fails, and never waits. */
  void add(EntryRead read) {
    if (!waiting.offer(read)) {
      lost.incrementAndGet();
    }
  }

  /**
   * The lines of a day behind one of them, as far as they are written. One that was torn, as by a
   * full disk, is counted and left out.
   */
  List<Line> of(LocalDate day, long after, int limit) throws IOException {
    Path file = file(day);
    if (!Files.exists(file)) {
      return List.of();
    }
    List<Line> lines = new ArrayList<>();
    try (Reader in = lenient(file)) {
      String text = whole(in);
      for (long line = 1; text != null && lines.size() < limit; line++) {
        EntryRead read = line > after ? read(text) : null;
        if (read != null) {
          lines.add(new Line(line, read));
        }
        text = whole(in);
      }
    }
    return lines;
  }

  /** Takes bytes that are no text for question marks, where others would fail. */
  private static Reader lenient(Path file) throws IOException {
    return new BufferedReader(new InputStreamReader(Files.newInputStream(file), UTF_8));
  }

  /** The next line, or null where there is none that is written to its end. */
  private static @Nullable String whole(Reader in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (next == '\n') {
        return line.toString();
      }
      line.append((char) next);
    }
    return null;
  }

  private static @Nullable EntryRead read(String text) {
    try {
      return JSON.readValue(text, EntryRead.class);
    } catch (JacksonException torn) {
      return null;
    }
  }

  private Path file(LocalDate day) {
    return folder.resolve(day + ".ndjson");
  }

  private void write() {
    try {
      while (!closing || !waiting.isEmpty()) {
        EntryRead first = waiting.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
          write(first);
        }
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(EntryRead first) {
    List<EntryRead> batch = new ArrayList<>(List.of(first));
    waiting.drainTo(batch, BATCH);
    try {
      Files.createDirectories(folder);
      append(batch);
    } catch (IOException | RuntimeException | Error failed) {
      lost.addAndGet(batch.size());
      log.error("who asked for entries cannot be written down: {}", failed.toString());
    }
    long unwritten = lost.getAndSet(0);
    if (unwritten > 0) {
      log.error("{} questions about entries were not written down", unwritten);
    }
  }

  private void append(List<EntryRead> batch) throws IOException {
    Map<LocalDate, StringBuilder> days = new LinkedHashMap<>();
    for (EntryRead read : batch) {
      days.computeIfAbsent(
              LocalDate.ofInstant(read.at(), ZoneOffset.UTC), day -> new StringBuilder())
          .append(JSON.writeValueAsString(read))
          .append('\n');
    }
    for (Map.Entry<LocalDate, StringBuilder> day : days.entrySet()) {
      append(file(day.getKey()), day.getValue().toString());
    }
  }

  /** At once, and on a line of its own, whatever became of the last one. */
  private static void append(Path file, String lines) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long end = channel.size();
      ByteBuffer last = ByteBuffer.allocate(1);
      boolean torn = end > 0 && channel.read(last, end - 1) == 1 && last.get(0) != '\n';
      ByteBuffer bytes = ByteBuffer.wrap(((torn ? "\n" : "") + lines).getBytes(UTF_8));
      for (long at = end; bytes.hasRemaining(); ) {
        at += channel.write(bytes, at);
      }
    }
  }

  /** Writes down what waits. */
  @Override
  public void close() {
    closing = true;
    try {
      thread.join(CLOSING_MILLIS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
