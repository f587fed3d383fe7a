package org.chancery.seal.witness;

import org.chancery.seal.note.SignatureLine;

/** What a witness says to a checkpoint. */
public sealed interface WitnessAnswer {

  /** It follows from what was seen before, and is remembered. */
  record Cosigned(SignatureLine line) implements WitnessAnswer {}

  /** The proof must begin at another size: that of what was seen last. */
  record SeenOther(long size) implements WitnessAnswer {}

  /** It does not follow from what was seen before. */
  record Refused(String why) implements WitnessAnswer {}

  /** There is no answer, or none that says anything of the journal. */
  record Unavailable(String why) implements WitnessAnswer {}
}
