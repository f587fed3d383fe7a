package org.chancery.seal.audit;

import org.chancery.seal.note.Checkpoint;
import org.chancery.seal.note.SignedNote;

/** A checkpoint that somebody kept, outside the ledger's reach. */
public record TrustedCheckpoint(SignedNote note, Checkpoint checkpoint) {

  /** Fails on what is no checkpoint. */
  public static TrustedCheckpoint parse(String text) {
    SignedNote note = SignedNote.parse(text);
    return new TrustedCheckpoint(note, Checkpoint.parse(note.text()));
  }

  long size() {
    return checkpoint.size();
  }
}
