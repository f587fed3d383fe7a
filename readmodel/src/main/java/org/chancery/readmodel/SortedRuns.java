package org.chancery.readmodel;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.chancery.readmodel.TableBatch.Closing;
import org.chancery.readmodel.TableBatch.Row;
import org.chancery.readmodel.Version.Start;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The rows of a table that is built from a long journal, kept until all are there. Each part of the
 * journal makes a run, in the order of subjects; merged, the runs give the rows in the order of the
 * table's index, so that each page of it is written once. Written part by part, a page is written
 * once for each part, and the time grows with the square of the journal.
 *
 * <p>A run is a stream of bytes, cut into chunks that are rows of their own: they are committed and
 * taken back with the position up to which the journal is read.
 */
final class SortedRuns {
  private static final int CHUNK = 1 << 16;
  private static final int TOGETHER = 16;
  private static final int PIECE = 1_000;
  private static final long NO_DAY = Long.MIN_VALUE;

  private final JdbcTemplate jdbc;
  private final RowTable table;
  private int next;

  SortedRuns(JdbcTemplate jdbc, RowTable table) {
    this.jdbc = jdbc;
    this.table = table;
    this.next = count();
  }

  private int count() {
    Integer last =
        jdbc.queryForObject(
            "select coalesce(max(run) + 1, 0) from rebuild_run where kept_in = ?",
            Integer.class,
            table.name());
    return last == null ? 0 : last;
  }

  boolean isEmpty() {
    return next == 0;
  }

  void clear() {
    backTo(0);
  }

  /** Takes back the runs of entries after a position. */
  void backTo(long position) {
    jdbc.update(
        "delete from rebuild_run where kept_in = ? and after_position >= ?",
        table.name(),
        position);
    next = count();
  }

  /**
   * Adds what the entries after a position led to, up to the next part.
   *
   * @param transaction does work in a transaction of its own
   */
  void add(long position, TableBatch batch, Consumer<Runnable> transaction) {
    if (batch.closed().isEmpty() && batch.rows().isEmpty()) {
      return;
    }
    int run = next++;
    Chunks chunks = new Chunks(run, position, transaction);
    try (DataOutputStream out = new DataOutputStream(chunks)) {
      write(batch, out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** By subject; what an earlier run opened is closed before the subject's rows. */
  private static void write(TableBatch batch, DataOutputStream out) throws IOException {
    int closed = 0;
    String subject = "";
    for (Row row : batch.rows()) {
      if (!row.start().subject().equals(subject)) {
        subject = row.start().subject();
        closed = close(batch.closed(), closed, subject, out);
      }
      write(row, out);
    }
    close(batch.closed(), closed, null, out);
  }

  private static int close(
      List<Closing> closings, int from, @Nullable String last, DataOutputStream out)
      throws IOException {
    int at = from;
    while (at < closings.size()
        && (last == null || closings.get(at).start().subject().compareTo(last) <= 0)) {
      Closing closing = closings.get(at++);
      text(closing.start().subject(), out);
      out.writeBoolean(false);
      out.writeLong(closing.start().from().toEpochDay());
      out.writeLong(closing.knownTo());
    }
    return at;
  }

  private static void write(Row row, DataOutputStream out) throws IOException {
    text(row.start().subject(), out);
    out.writeBoolean(true);
    out.writeLong(row.start().from().toEpochDay());
    out.writeLong(row.to().toEpochDay());
    out.writeLong(row.knownFrom());
    out.writeLong(row.knownTo());
    day(row.firstDay(), out);
    day(row.lastDay(), out);
    text(row.order(), out);
    text(row.attributes(), out);
    text(row.body(), out);
  }

  private static void day(@Nullable Long day, DataOutputStream out) throws IOException {
    out.writeLong(day == null ? NO_DAY : day);
  }

  private static void text(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** Keeps a run, some chunks in a transaction. */
  private final class Chunks extends ByteArrayOutputStream {
    private final int run;
    private final long position;
    private final Consumer<Runnable> transaction;
    private final List<byte[]> waiting = new ArrayList<>();
    private int chunk;

    Chunks(int run, long position, Consumer<Runnable> transaction) {
      super(CHUNK);
      this.run = run;
      this.position = position;
      this.transaction = transaction;
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
      int end = from + length;
      for (int at = from; at < end; ) {
        int size = Math.min(end - at, Math.max(1, CHUNK - count));
        super.write(bytes, at, size);
        at += size;
        if (count >= CHUNK) {
          cut();
        }
      }
    }

    private void cut() {
      waiting.add(toByteArray());
      reset();
      if (waiting.size() == TOGETHER) {
        flushAll();
      }
    }

    private void flushAll() {
      List<Object[]> rows = new ArrayList<>();
      waiting.forEach(
          bytes -> rows.add(new Object[] {table.name(), run, chunk++, position, bytes}));
      waiting.clear();
      transaction.accept(
          () ->
              jdbc.batchUpdate(
                  "insert into rebuild_run (kept_in, run, chunk, after_position, content)"
                      + " values (?,?,?,?,?)",
                  rows));
    }

    @Override
    public void close() {
      cut();
      flushAll();
    }
  }

  /**
   * Gives all rows, in the order of the index, some at a time.
   *
   * @param into writes rows into the table
   */
  void merge(Consumer<TableBatch> into) {
    PriorityQueue<Run> runs =
        new PriorityQueue<>(Comparator.comparing(Run::subject).thenComparingInt(run -> run.number));
    for (int number = 0; number < next; number++) {
      add(new Run(number), runs);
    }
    List<Row> rows = new ArrayList<>();
    while (!runs.isEmpty()) {
      rows.addAll(ofNextSubject(runs));
      if (rows.size() >= PIECE) {
        into.accept(new TableBatch(table, List.of(), rows, List.of()));
        rows = new ArrayList<>();
      }
    }
    into.accept(new TableBatch(table, List.of(), rows, List.of()));
  }

  private static void add(Run run, PriorityQueue<Run> runs) {
    if (run.subject != null) {
      runs.add(run);
    }
  }

  private static List<Row> ofNextSubject(PriorityQueue<Run> runs) {
    String subject = runs.element().subject();
    Map<LocalDate, Row> open = new HashMap<>();
    List<Row> rows = new ArrayList<>();
    while (!runs.isEmpty() && runs.element().subject().equals(subject)) {
      Run run = runs.remove();
      run.read(subject, open, rows);
      add(run, runs);
    }
    rows.addAll(open.values());
    Collections.sort(rows);
    return rows;
  }

  /** A run that is read on from where it is. */
  private final class Run {
    private final int number;
    private final DataInputStream in;
    private @Nullable String subject;

    Run(int number) {
      this.number = number;
      this.in = new DataInputStream(new Content(number));
      this.subject = nextSubject();
    }

    String subject() {
      return String.valueOf(subject);
    }

    /** Reads all of one subject: what is open, and what no longer is. */
    void read(String of, Map<LocalDate, Row> open, List<Row> ended) {
      try {
        while (of.equals(subject)) {
          boolean opens = in.readBoolean();
          LocalDate from = LocalDate.ofEpochDay(in.readLong());
          if (opens) {
            Row row = row(new Start(of, from));
            keep(row, open, ended);
          } else {
            Row closed = open.remove(from);
            long position = in.readLong();
            ended.add(required(closed, of).until(position));
          }
          subject = nextSubject();
        }
      } catch (IOException torn) {
        throw new UncheckedIOException("a run of %s is torn".formatted(table.name()), torn);
      }
    }

    private static void keep(Row row, Map<LocalDate, Row> open, List<Row> ended) {
      if (row.knownTo() == ReadModel.OPEN) {
        open.put(row.start().from(), row);
      } else {
        ended.add(row);
      }
    }

    private static Row required(@Nullable Row row, String subject) {
      if (row == null) {
        throw new IllegalStateException("no row of %s is open to be closed".formatted(subject));
      }
      return row;
    }

    private Row row(Start start) throws IOException {
      LocalDate to = LocalDate.ofEpochDay(in.readLong());
      long knownFrom = in.readLong();
      long knownTo = in.readLong();
      Long first = day();
      Long last = day();
      String order = text();
      return new Row(start, to, order, first, last, text(), knownFrom, knownTo, text());
    }

    private @Nullable Long day() throws IOException {
      long day = in.readLong();
      return day == NO_DAY ? null : day;
    }

    private String text() throws IOException {
      return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private @Nullable String nextSubject() {
      try {
        return in.available() > 0 ? text() : null;
      } catch (IOException torn) {
        throw new UncheckedIOException("a run of %s is torn".formatted(table.name()), torn);
      }
    }
  }

  /** The bytes of a run, read a chunk at a time. */
  private final class Content extends InputStream {
    private final int run;
    private byte[] chunk = {};
    private int read;
    private int following;

    Content(int run) {
      this.run = run;
    }

    /** What can be read at once; 0 only at the end. */
    @Override
    public int available() {
      if (read == chunk.length) {
        chunk = chunk(following++);
        read = 0;
      }
      return chunk.length - read;
    }

    private byte[] chunk(int number) {
      try {
        byte[] content =
            jdbc.queryForObject(
                "select content from rebuild_run where kept_in = ? and run = ? and chunk = ?",
                byte[].class,
                table.name(),
                run,
                number);
        return content == null ? new byte[] {} : content;
      } catch (EmptyResultDataAccessException end) {
        return new byte[] {};
      }
    }

    @Override
    public int read() {
      return available() == 0 ? -1 : chunk[read++] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      int size = Math.min(available(), length);
      if (size == 0) {
        return length == 0 ? 0 : -1;
      }
      System.arraycopy(chunk, read, into, from, size);
      read += size;
      return size;
    }
  }
}
