package org.chancery.seal.note;

import java.util.List;
import org.chancery.seal.merkle.Hash;
import org.chancery.seal.merkle.Verification;

/**
 * That a leaf stands in a log, for who trusts the log's key and no one else.
 *
 * @param index the leaf's place, from 0
 * @param path the hashes from the leaf's sibling up
 * @param checkpoint the tree's, signed
 */
public record InclusionProof(long index, List<Hash> path, SignedNote checkpoint) {
  private static final String FORMAT = "c2sp.org/tlog-proof@v1\n";

  /** True where the path leads from the leaf to the checkpoint's root; looks at no signature. */
  public boolean proves(Hash leaf) {
    Checkpoint tree = Checkpoint.parse(checkpoint.text());
    return Verification.includes(leaf, index, tree.size(), path, tree.root());
  }

  /** The proof as a file, {@code .tlog-proof} (https://c2sp.org/tlog-proof). */
  public String text() {
    StringBuilder proof = new StringBuilder(FORMAT).append("index ").append(index).append('\n');
    path.forEach(hash -> proof.append(hash.base64()).append('\n'));
    return proof.append('\n').append(checkpoint).toString();
  }
}
