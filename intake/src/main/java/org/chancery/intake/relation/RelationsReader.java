package org.chancery.intake.relation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.chancery.intake.gazetteer.Registrations;
import org.chancery.intake.source.CsvFile;
import org.chancery.intake.source.OtherKind;
import org.chancery.intake.source.ParsedRecord;
import org.chancery.intake.source.RejectedRecord;
import org.chancery.intake.source.SourceReader;

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

  /** The facts of one file, each id once. */
  private static final class RelationsFile {
    private final String name;
    private final Consumer<? super RejectedRecord> faults;
    private final Map<String, RelationsFact> factsById = new LinkedHashMap<>();
    private final Set<String> again = new HashSet<>();

    private RelationsFile(String name, Consumer<? super RejectedRecord> faults) {
      this.name = name;
      this.faults = faults;
    }

    static List<RelationsFact> read(Path path, Consumer<? super RejectedRecord> faults)
        throws OtherKind {
      RelationsFile file = new RelationsFile(String.valueOf(path.getFileName()), faults);
      CsvFile.read(
          path,
          RelationsRow.HEADER,
          faults,
          row -> file.keep(new RelationsRow(row).fact(), row.line()));
      return List.copyOf(file.factsById.values());
    }

    private void keep(RelationsFact fact, int line) {
      RelationsFact earlier = factsById.putIfAbsent(fact.id(), fact);
      if (earlier != null) {
        faults.accept(
            new RejectedRecord(
                name, line, "id '%s' stands already in %s".formatted(fact.id(), earlier.origin())));
        if (!fact.content().equals(earlier.content()) && again.add(fact.id())) {
          String doubt =
              "id '%s' stands again, with other content, in %s".formatted(fact.id(), fact.origin());
          factsById.put(fact.id(), earlier.flagged(doubt));
        }
      }
    }
  }
}
