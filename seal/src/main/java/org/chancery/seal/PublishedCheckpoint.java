package org.chancery.seal;

import java.time.Instant;
import java.util.List;
import org.chancery.seal.note.Checkpoint;
import org.chancery.seal.note.SignatureLine;
import org.chancery.seal.note.SignedNote;

/**
 * A checkpoint that was issued. Fails on a note whose text is no checkpoint.
 *
 * @param size the one that it stands under
 * @param note as the ledger signed it
 * @param checkpoint what the note says
 * @param cosignatures what witnesses said of it
 */
public record PublishedCheckpoint(
    long size,
    SignedNote note,
    Checkpoint checkpoint,
    Instant issuedAt,
    List<SignatureLine> cosignatures) {

  PublishedCheckpoint(long size, SignedNote note, Instant issuedAt) {
    this(size, note, Checkpoint.parse(note.text()), issuedAt, List.of());
  }

  /** The note with all that witnesses said of it. */
  public SignedNote full() {
    return note.with(cosignatures);
  }

  PublishedCheckpoint with(List<SignatureLine> said) {
    return new PublishedCheckpoint(size, note, checkpoint, issuedAt, said);
  }
}
