package org.chancery.app.cli;

import java.sql.SQLException;
import java.util.Optional;
import org.chancery.app.config.LedgerProperties;
import org.chancery.seal.SealRecords;
import org.chancery.seal.note.Checkpoint;

/** The name of the log as which a ledger is sealed, by its newest checkpoint. */
final class SealedName {

  private SealedName() {}

  /** None where it cannot be told; why that is so, the check finds out. */
  static Optional<String> of(LedgerProperties properties, LedgerCopy copy) {
    try (OpenDatabase journal = OpenDatabase.of(properties.journal(), copy.of("journal"))) {
      SealRecords seal = new SealRecords(journal.source());
      return seal.at(seal.lastSize())
          .map(issued -> Checkpoint.parse(issued.note().text()).origin());
    } catch (SQLException | RuntimeException damaged) {
      return Optional.empty();
    }
  }
}
