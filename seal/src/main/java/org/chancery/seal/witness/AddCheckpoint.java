package org.chancery.seal.witness;

import java.util.List;
import org.chancery.seal.merkle.Hash;
import org.chancery.seal.note.Checkpoint;
import org.chancery.seal.note.SignedNote;

/**
 * The request that a checkpoint be cosigned.
 *
 * @param old the size that the witness has seen, 0 where it has seen nothing
 * @param proof that the checkpoint follows from that
 */
record AddCheckpoint(long old, List<Hash> proof, SignedNote note) {
  private static final String OLD = "old ";
  private static final int LONGEST_PROOF = 63;

  /** Fails on what is not such a request. */
  static AddCheckpoint parse(String body) {
    int blank = body.indexOf("\n\n");
    if (!body.startsWith(OLD) || blank < 0) {
      throw new IllegalArgumentException("not a request to add a checkpoint");
    }
    List<String> lines = body.substring(OLD.length(), blank).lines().toList();
    if (lines.isEmpty() || lines.size() > 1 + LONGEST_PROOF) {
      throw new IllegalArgumentException("a proof has at most 63 lines");
    }
    return new AddCheckpoint(
        Checkpoint.size(lines.getFirst()),
        lines.stream().skip(1).map(Hash::fromBase64).toList(),
        SignedNote.parse(body.substring(blank + 2)));
  }

  @Override
  public String toString() {
    StringBuilder body = new StringBuilder(OLD).append(old).append('\n');
    proof.forEach(hash -> body.append(hash.base64()).append('\n'));
    return body.append('\n').append(note).toString();
  }
}
