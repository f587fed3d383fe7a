package org.chancery.query.entry;

import org.chancery.seal.Seal;
import org.chancery.seal.Sealer;
import org.jspecify.annotations.Nullable;

/**
 * How far the journal is sealed.
 *
 * @param size how many entries are sealed
 * @param state sealing; failing, as long as a cause lasts; stopped, until somebody has looked; off
 * @param cause why it fails or stopped, null otherwise
 * @param witness who cosigns the checkpoints, null where nobody is asked
 * @param cosigned how many entries the witness has seen since the start, null before it answered
 * @param witnessTrouble why the newest checkpoint is not cosigned, null where it is or will be
 */
record SealView(
    long size,
    String state,
    @Nullable String cause,
    @Nullable String witness,
    @Nullable Long cosigned,
    @Nullable String witnessTrouble) {

  static SealView of(Seal seal, @Nullable Sealer sealer) {
    if (sealer == null) {
      return new SealView(seal.size(), "off", null, null, null, null);
    }
    var witness = sealer.cosigning();
    return new SealView(
        seal.size(),
        sealer.state(),
        sealer.cause(),
        witness == null ? null : witness.witness(),
        witness == null || witness.seen() < 0 ? null : witness.seen(),
        witness == null ? null : witness.trouble());
  }
}
