package org.chancery.intake.source;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.chancery.shared.InvalidValue;
import org.chancery.shared.RefusalCode;
import org.chancery.shared.precondition.Require;

/** The rows of one CSV file of a known header, each refused by itself where it is faulty. */
public final class CsvFile {
  private static final int ROW_LIMIT = 100_000;

  private final String name;
  private final List<String> header;
  private final Consumer<? super RejectedRecord> faults;
  private int line = 1;

  /** What becomes of a row; fails as {@link InvalidValue} where the row is faulty. */
  @FunctionalInterface
  public interface Rows {
    void take(Row row);
  }

  /**
   * One row.
   *
   * @param line where in the file, from 1
   * @param origin file and line, for the report
   */
  public record Row(List<String> header, CSVRecord cells, int line, String origin) {

    /** Everything in it, as it stands. */
    public List<String> all() {
      return cells.toList();
    }

    /** The text on one line; fails where it is empty. */
    public String required(String column) {
      return Require.text(column, cell(column));
    }

    /** The text on one line, perhaps empty. */
    public String cell(String column) {
      return Prose.collapsed(cells.get(header.indexOf(column)));
    }

    /** Why a careful reader would question its characters. */
    public List<String> unseen() {
      return header.stream()
          .flatMap(column -> Prose.unseen(column, cells.get(header.indexOf(column))).stream())
          .toList();
    }
  }

  private CsvFile(String name, List<String> header, Consumer<? super RejectedRecord> faults) {
    this.name = name;
    this.header = header;
    this.faults = faults;
  }

  /**
   * Reads as far as the file can be read: rows before a broken point stand.
   *
   * @return false where the file broke off, or a row of it was refused
   * @throws OtherKind where the header is another
   */
  public static boolean read(
      Path path, List<String> header, Consumer<? super RejectedRecord> faults, Rows into)
      throws OtherKind {
    CsvFile file = new CsvFile(String.valueOf(path.getFileName()), header, faults);
    try (Reader text = BoundedInput.open(path);
        CSVParser rows = CSVFormat.RFC4180.builder().get().parse(text)) {
      return file.read(path, rows, into);
    } catch (OtherKind other) {
      throw other;
    } catch (IOException | UncheckedIOException broken) {
      String reason = "unreadable from here on: " + Unreadable.reason(broken);
      faults.accept(RejectedRecord.restOf(file.name, file.line, reason));
      return false;
    }
  }

  /**
   * Hands on the rows of a file that names its columns itself, up to a limit.
   *
   * @throws IOException where the file cannot be read to its end
   */
  public static void each(Path path, Consumer<CSVRecord> into) throws IOException {
    try (Reader text = BoundedInput.open(path);
        CSVParser rows =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(text)) {
      rows.stream().limit(ROW_LIMIT).forEach(into);
    } catch (UncheckedIOException | IllegalArgumentException broken) {
      throw new IOException(path.getFileName() + ": " + Unreadable.reason(broken), broken);
    }
  }

  private boolean read(Path path, CSVParser rows, Rows into) throws IOException {
    Iterator<CSVRecord> unread = rows.iterator();
    if (!unread.hasNext() || !unread.next().toList().equals(header)) {
      throw new OtherKind(path, "the header is not " + String.join(",", header));
    }
    boolean isSound = true;
    for (line = (int) rows.getCurrentLineNumber() + 1;
        unread.hasNext();
        line = (int) rows.getCurrentLineNumber() + 1) {
      isSound &= row(unread.next(), into);
    }
    return isSound;
  }

  private boolean row(CSVRecord cells, Rows into) throws IOException {
    if (cells.getRecordNumber() > ROW_LIMIT) {
      throw new IOException("it holds more than %d rows".formatted(ROW_LIMIT));
    }
    try {
      if (cells.size() != header.size()) {
        throw new InvalidValue(
            RefusalCode.INVALID_FIELDS, "%d cells, not %d".formatted(cells.size(), header.size()));
      }
      into.take(new Row(header, cells, line, "%s, line %d".formatted(name, line)));
      return true;
    } catch (InvalidValue fault) {
      faults.accept(new RejectedRecord(name, line, null, fault));
      return false;
    }
  }
}
