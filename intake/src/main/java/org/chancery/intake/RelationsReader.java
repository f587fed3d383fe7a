package org.chancery.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

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
}
