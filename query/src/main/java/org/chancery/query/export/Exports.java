package org.chancery.query.export;

import org.chancery.journal.Journal;
import org.chancery.query.proof.SealedJournal;
import org.chancery.seal.LogKeys;
import org.chancery.seal.PublishedCheckpoint;
import org.chancery.seal.Seal;
import org.chancery.seal.export.Export;
import org.chancery.seal.export.Wanted;
import org.springframework.stereotype.Component;

/** Exports what is asked for, up to the newest checkpoint. */
@Component
public class Exports {
  private final Journal journal;
  private final Seal seal;
  private final SealedJournal sealed;
  private final WantedEntries wanted;

  Exports(Journal journal, Seal seal, SealedJournal sealed, WantedEntries wanted) {
    this.journal = journal;
    this.seal = seal;
    this.sealed = sealed;
    this.wanted = wanted;
  }

  /**
   * An export that can be written.
   *
   * @param issued the checkpoint up to which it goes
   */
  public record Ready(Export export, Wanted wanted, PublishedCheckpoint issued) {}

  /** Makes an export ready; a problem where it cannot be made. */
  public Ready of(ExportParameters asked) {
    journal.refreshedHead();
    LogKeys keys = sealed.signingKeys();
    PublishedCheckpoint issued = sealed.latest();
    return new Ready(new Export(journal, seal, keys), wanted.of(asked, issued.size()), issued);
  }
}
