package org.chancery.query.audit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.chancery.journal.json.LedgerJson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
  public record Line(long line, EntryRead read) {}

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

  /** The lines of a day behind one of them, as far as they are written. */
  List<Line> of(LocalDate day, long after, int limit) throws IOException {
    Path file = file(day);
    if (!Files.exists(file)) {
      return List.of();
    }
    List<Line> lines = new ArrayList<>();
    try (Stream<String> texts = Files.lines(file)) {
      texts
          .skip(after)
          .limit(limit)
          .forEach(
              text ->
                  lines.add(
                      new Line(after + lines.size() + 1, JSON.readValue(text, EntryRead.class))));
    }
    return lines;
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
    } catch (IOException failed) {
      lost.addAndGet(batch.size());
      log.error("who asked for entries cannot be written down: {}", failed.toString());
    }
    long unwritten = lost.getAndSet(0);
    if (unwritten > 0) {
      log.error("{} questions about entries were not written down", unwritten);
    }
  }

  private void append(List<EntryRead> batch) throws IOException {
    @Nullable LocalDate day = null;
    @Nullable BufferedWriter writer = null;
    try {
      for (EntryRead read : batch) {
        LocalDate its = LocalDate.ofInstant(read.at(), ZoneOffset.UTC);
        if (writer == null || !its.equals(day)) {
          close(writer);
          writer = open(its);
          day = its;
        }
        writer.write(JSON.writeValueAsString(read) + "\n");
      }
    } finally {
      close(writer);
    }
  }

  private BufferedWriter open(LocalDate day) throws IOException {
    return Files.newBufferedWriter(file(day), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static void close(@Nullable BufferedWriter writer) throws IOException {
    if (writer != null) {
      writer.close();
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
