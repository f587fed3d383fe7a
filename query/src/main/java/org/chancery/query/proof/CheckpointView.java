package org.chancery.query.proof;

import java.time.Instant;
import java.util.List;
import org.chancery.seal.PublishedCheckpoint;
import org.chancery.seal.note.SignatureLine;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint that was issued.
 *
 * @param checkpoint the note, with its cosignatures
 * @param witnesses who cosigned it
 */
record CheckpointView(
    long treeSize, String rootHash, Instant issuedAt, List<String> witnesses, String checkpoint) {

  static CheckpointView of(PublishedCheckpoint issued) {
    return new CheckpointView(
        issued.size(),
        issued.checkpoint().root().base64(),
        issued.issuedAt(),
        issued.cosignatures().stream().map(SignatureLine::name).toList(),
        issued.full().toString());
  }

  /**
   * Some of them, in order of size.
   *
   * @param next what the next page comes after, null where this is the last
   */
  record Checkpoints(List<CheckpointView> items, @Nullable String next) {}
}
