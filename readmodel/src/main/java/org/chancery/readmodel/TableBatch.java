package org.chancery.readmodel;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.chancery.readmodel.DeadLetters.DeadLetter;
import org.chancery.readmodel.DeadLetters.DeadLetterTable;
import org.chancery.readmodel.Version.Start;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is to be written into one table, in the order of its index. */
record TableBatch(RowTable table, List<Closing> closed, List<Row> rows, List<DeadLetter> parked) {
  private static final int PIECE = 1_000;

  /** What a row takes beside its texts: about so many bytes for its objects and their headers. */
  static final int OVERHEAD = 500;

  static TableBatch sorted(
      RowTable table, List<Closing> closed, List<Row> rows, List<DeadLetter> parked) {
    return new TableBatch(
        table,
        closed.stream().sorted(Comparator.comparing(Closing::start)).toList(),
        rows.stream().sorted().toList(),
        parked);
  }

  /** A version as it is kept. The answer is but text by now: thousands may wait to be written. */
  record Row(
      Start start,
      LocalDate to,
      String order,
      @Nullable Long firstDay,
      @Nullable Long lastDay,
      String attributes,
      long knownFrom,
      long knownTo,
      String body)
      implements Comparable<Row> {

    static Row opened(Version<?> version, long position, String body) {
      EdtfSpan happens = version.happens();
      return new Row(
          version.start(),
          version.to(),
          version.order(),
          happens == null ? null : happens.earliest().toEpochDay(),
          happens == null ? null : happens.latest().toEpochDay(),
          version.attributes(),
          position,
          ReadModel.OPEN,
          body);
    }

    /** How many bytes of memory it may take; most of it is text, of a byte a letter where Latin. */
    int size() {
      return OVERHEAD + attributes.length() + body.length();
    }

    Row until(long position) {
      return new Row(start, to, order, firstDay, lastDay, attributes, knownFrom, position, body);
    }

    @Override
    public int compareTo(Row other) {
      int bySubject = start.subject().compareTo(other.start.subject());
      int byKnown = bySubject == 0 ? Long.compare(knownTo, other.knownTo) : bySubject;
      return byKnown == 0 ? start.compareTo(other.start) : byKnown;
    }
  }

  record Closing(Start start, long knownTo) {}

  /** The database would not have a row; the entry that it comes from is to blame. */
  static final class UnkeptException extends DataIntegrityViolationException {
    private static final long serialVersionUID = 1L;
    private final String table;

    UnkeptException(String table, Exception cause) {
      super("a row does not fit into " + table, cause);
      this.table = table;
    }

    String table() {
      return table;
    }
  }

  /** The same, with what was parked before parked since then. */
  TableBatch parkedSince(Map<Long, Instant> earlier) {
    List<DeadLetter> dated =
        parked.stream()
            .map(entry -> entry.since(earlier.getOrDefault(entry.position(), entry.since())))
            .toList();
    return new TableBatch(table, closed, rows, dated);
  }

  /** The same in small parts. */
  List<TableBatch> pieces() {
    List<TableBatch> pieces = new ArrayList<>();
    cut(closed, part -> pieces.add(new TableBatch(table, part, List.of(), List.of())));
    cut(rows, part -> pieces.add(new TableBatch(table, List.of(), part, List.of())));
    cut(parked, part -> pieces.add(new TableBatch(table, List.of(), List.of(), part)));
    return pieces;
  }

  private static <T> void cut(List<T> whole, Consumer<List<T>> part) {
    for (int from = 0; from < whole.size(); from += PIECE) {
      part.accept(whole.subList(from, Math.min(from + PIECE, whole.size())));
    }
  }

  /** Of whom the rows change, some more than once. */
  Stream<String> subjects() {
    return Stream.concat(
        closed.stream().map(closing -> closing.start().subject()),
        rows.stream().map(row -> row.start().subject()));
  }

  /** Writes it; a table that the batch does not touch costs nothing. */
  void write(JdbcTemplate jdbc) {
    try {
      close(jdbc);
      insert(jdbc);
    } catch (DataIntegrityViolationException unfit) {
      throw new UnkeptException(table.name(), unfit);
    }
    new DeadLetterTable(jdbc).insert(table.name(), parked);
  }

  private void close(JdbcTemplate jdbc) {
    if (!closed.isEmpty()) {
      jdbc.batchUpdate(
          "update %s set known_to = ? where subject = ? and known_to = %d and valid_from = ?"
              .formatted(table.name(), ReadModel.OPEN),
          closed,
          closed.size(),
          TableBatch::bind);
    }
  }

  private void insert(JdbcTemplate jdbc) {
    if (!rows.isEmpty()) {
      jdbc.batchUpdate(
          "insert into %s (subject, known_to, valid_from, valid_to, known_from, sort_key,"
                  .formatted(table.name())
              + " first_day, last_day, attributes, body) values (?,?,?,?,?,?,?,?,?,?)",
          rows,
          rows.size(),
          TableBatch::bind);
      table.index(rows, jdbc);
    }
  }

  private static void bind(PreparedStatement update, Closing closing) throws SQLException {
    update.setLong(1, closing.knownTo());
    update.setString(2, closing.start().subject());
    update.setLong(3, closing.start().from().toEpochDay());
  }

  private static void bind(PreparedStatement insert, Row row) throws SQLException {
    insert.setString(1, row.start().subject());
    insert.setLong(2, row.knownTo());
    insert.setLong(3, row.start().from().toEpochDay());
    insert.setLong(4, row.to().toEpochDay());
    insert.setLong(5, row.knownFrom());
    insert.setString(6, row.order());
    insert.setObject(7, row.firstDay(), Types.BIGINT);
    insert.setObject(8, row.lastDay(), Types.BIGINT);
    insert.setString(9, row.attributes());
    insert.setString(10, row.body());
  }
}
