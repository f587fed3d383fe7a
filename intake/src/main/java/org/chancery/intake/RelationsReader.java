package org.chancery.intake;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.chancery.shared.InvalidValue;

/**
 * Reads {@code us-relations.csv}: recognition, relations and missions between the United States and
 * others, one fact a row. Facts are handed on country by country, each country's in the order of
 * history.
 */
public final class RelationsReader implements SourceReader {
  private final Supplier<KeptDiscrepancies> ledger;

  /** Reads into a ledger that keeps no statement beside its history yet. */
  public RelationsReader() {
    this(KeptDiscrepancies::none);
  }

  /** Reads into a ledger; what it keeps beside its history is told again with its reason. */
  public RelationsReader(Supplier<KeptDiscrepancies> ledger) {
    this.ledger = ledger;
  }

  @Override
  public void read(Path file, Consumer<ParsedRecord> into) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new OtherKind(file, "is no file");
    }
    List<RelationsFact> facts = RelationsFile.read(file, into);
    KeptDiscrepancies kept = ledger.get();
    Registrations registrations = new Registrations(into);
    for (RelationsFact fact : facts.stream().sorted(RelationsFact.HISTORICAL).toList()) {
      registrations.party(fact.country(), fact.origin());
      into.accept(kept.known(fact.draft()));
    }
  }

  /** The rows of one file of relations, each refused by itself where it is faulty. */
  private static final class RelationsFile {
    private static final int ROW_LIMIT = 100_000;

    private final String name;
    private final Consumer<? super RejectedRecord> faults;
    private final Map<String, RelationsFact> factsById = new LinkedHashMap<>();
    private final Set<String> again = new HashSet<>();
    private long line = 1;

    private RelationsFile(String name, Consumer<? super RejectedRecord> faults) {
      this.name = name;
      this.faults = faults;
    }

    /**
     * Reads as far as the file can be read: rows before a broken point stand.
     *
     * @throws OtherKind where the header is another
     */
    static List<RelationsFact> read(Path path, Consumer<? super RejectedRecord> faults)
        throws OtherKind {
      RelationsFile file = new RelationsFile(String.valueOf(path.getFileName()), faults);
      try (Reader text = BoundedInput.open(path);
          CSVParser rows = CSVFormat.RFC4180.builder().get().parse(text)) {
        if (!file.read(rows)) {
          throw new OtherKind(path, "the header is not " + String.join(",", RelationsRow.HEADER));
        }
      } catch (OtherKind other) {
        throw other;
      } catch (IOException | UncheckedIOException broken) {
        String reason = "unreadable from here on: " + Unreadable.reason(broken);
        faults.accept(RejectedRecord.restOf(file.name, (int) file.line, reason));
      }
      return List.copyOf(file.factsById.values());
    }

    /** False, and nothing is read, where the header is not that of such a file. */
    private boolean read(CSVParser rows) throws IOException {
      Iterator<CSVRecord> unread = rows.iterator();
      if (!unread.hasNext() || !unread.next().toList().equals(RelationsRow.HEADER)) {
        return false;
      }
      for (line = rows.getCurrentLineNumber() + 1;
          unread.hasNext();
          line = rows.getCurrentLineNumber() + 1) {
        row(unread.next());
      }
      return true;
    }

    private void row(CSVRecord cells) throws IOException {
      if (cells.getRecordNumber() > ROW_LIMIT) {
        throw new IOException("it holds more than %d rows".formatted(ROW_LIMIT));
      }
      try {
        keep(new RelationsRow(cells, "%s, line %d".formatted(name, line)).fact());
      } catch (InvalidValue fault) {
        fault(String.valueOf(fault.getMessage()));
      }
    }

    private void keep(RelationsFact fact) {
      RelationsFact earlier = factsById.putIfAbsent(fact.id(), fact);
      if (earlier != null) {
        fault("id '%s' stands already in %s".formatted(fact.id(), earlier.origin()));
        if (!fact.content().equals(earlier.content()) && again.add(fact.id())) {
          String doubt =
              "id '%s' stands again, with other content, in %s".formatted(fact.id(), fact.origin());
          factsById.put(fact.id(), earlier.flagged(doubt));
        }
      }
    }

    private void fault(String reason) {
      faults.accept(new RejectedRecord(name, (int) line, reason));
    }
  }
}
