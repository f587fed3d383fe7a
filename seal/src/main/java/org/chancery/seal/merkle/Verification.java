package org.chancery.seal.merkle;

import java.util.Iterator;
import java.util.List;

/**
 * Checks proofs, by the algorithms of RFC 9162 (2.1.3.2 and 2.1.4.2), which share nothing with the
 * recursion that makes them.
 */
public final class Verification {

  private Verification() {}

  /** True where the path leads from the leaf at the index to the root of the tree. */
  public static boolean includes(Hash leaf, long index, long size, List<Hash> path, Hash root) {
    if (index < 0 || index >= size) {
      return false;
    }
    long node = index;
    long last = size - 1;
    Hash hash = leaf;
    for (Hash sibling : path) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        hash = TreeHash.node(sibling, hash);
        int up = Long.numberOfTrailingZeros(node);
        node >>>= up;
        last >>>= up;
      } else {
        hash = TreeHash.node(hash, sibling);
      }
      node >>>= 1;
      last >>>= 1;
    }
    return last == 0 && hash.equals(root);
  }

  /** True where the proof shows that the old tree is the beginning of the new one. */
  public static boolean consistent(
      long oldSize, long newSize, Hash oldRoot, Hash newRoot, List<Hash> proof) {
    if (oldSize < 0 || oldSize > newSize) {
      return false;
    }
    if (oldSize == newSize) {
      return proof.isEmpty() && oldRoot.equals(newRoot);
    }
    if (oldSize == 0) {
      return proof.isEmpty() && oldRoot.equals(TreeHash.empty());
    }
    return !proof.isEmpty() && walk(oldSize, newSize, oldRoot, newRoot, proof);
  }

  private static boolean walk(
      long oldSize, long newSize, Hash oldRoot, Hash newRoot, List<Hash> proof) {
    Iterator<Hash> hashes = proof.iterator();
    int shared = Long.numberOfTrailingZeros(oldSize);
    long node = (oldSize - 1) >>> shared;
    long last = (newSize - 1) >>> shared;
    Hash start = Long.bitCount(oldSize) == 1 ? oldRoot : hashes.next();
    Hash old = start;
    Hash now = start;
    while (hashes.hasNext()) {
      Hash hash = hashes.next();
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        old = TreeHash.node(hash, old);
        now = TreeHash.node(hash, now);
        int up = Long.numberOfTrailingZeros(node);
        node >>>= up;
        last >>>= up;
      } else {
        now = TreeHash.node(now, hash);
      }
      node >>>= 1;
      last >>>= 1;
    }
    return last == 0 && old.equals(oldRoot) && now.equals(newRoot);
  }
}
