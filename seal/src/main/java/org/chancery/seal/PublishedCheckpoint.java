package org.chancery.seal;

import java.time.Instant;
import java.util.List;
import org.chancery.seal.note.Checkpoint;
import org.chancery.seal.note.SignatureLine;
import org.chancery.seal.note.SignedNote;

/**
 * A checkpoint that was issued.
 *
 * @param note as the ledger signed it
 * @param cosignatures what witnesses said of it
 */
public record PublishedCheckpoint(
    long size, SignedNote note, Instant issuedAt, List<SignatureLine> cosignatures) {

  public Checkpoint checkpoint() {
    return Checkpoint.parse(note.text());
  }

  /** The note with all that witnesses said of it. */
  public SignedNote full() {
    return note.with(cosignatures);
  }

  PublishedCheckpoint with(List<SignatureLine> said) {
    return new PublishedCheckpoint(size, note, issuedAt, said);
  }
}
