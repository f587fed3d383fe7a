package org.chancery.seal.merkle;

import java.security.MessageDigest;
import java.util.List;
import org.chancery.journal.text.Sha256;

/** How a tree is hashed: RFC 6962, section 2.1. */
public final class TreeHash {
  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private TreeHash() {}

  /** The root of the tree that has no leaves. */
  public static Hash empty() {
    return Hash.of(Sha256.digest().digest());
  }

  public static Hash leaf(byte[] data) {
    MessageDigest digest = Sha256.digest();
    digest.update(LEAF);
    return Hash.of(digest.digest(data));
  }

  public static Hash node(Hash left, Hash right) {
    byte[] node = new byte[1 + 2 * Hash.BYTES];
    node[0] = NODE;
    left.copyTo(node, 1);
    right.copyTo(node, 1 + Hash.BYTES);
    return Hash.of(Sha256.digest().digest(node));
  }

  /** The root over subtrees of one size, of which the last may be smaller. */
  public static Hash root(List<Hash> hashes) {
    return switch (hashes.size()) {
      case 0 -> empty();
      case 1 -> hashes.getFirst();
      default -> {
        int left = (int) split(hashes.size());
        yield node(root(hashes.subList(0, left)), root(hashes.subList(left, hashes.size())));
      }
    };
  }

  /** The largest power of two that is smaller than a size of two or more. */
  static long split(long size) {
    return Long.highestOneBit(size - 1);
  }
}
