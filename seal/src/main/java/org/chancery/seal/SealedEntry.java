package org.chancery.seal;

import java.security.SecureRandom;
import org.chancery.journal.Entry;
import org.chancery.seal.merkle.Hash;

/**
 * What the seal holds of an entry.
 *
 * @param leaf the hash of its leaf
 * @param content the hash of its content, which stays when the content is erased
 * @param salt what the content was hashed with
 */
public record SealedEntry(Hash leaf, Hash content, Salt salt) {

  static SealedEntry of(Entry entry, Salt salt) {
    Hash content = Content.hash(entry, salt);
    return new SealedEntry(Leaf.hash(entry, content), content, salt);
  }

  static Salt fresh(SecureRandom random) {
    byte[] bytes = new byte[Salt.BYTES];
    random.nextBytes(bytes);
    return Salt.at(bytes, 0);
  }

  /** What the entry that stands there by now is to the one that was sealed. */
  public SealedAs compare(Entry entry) {
    if (!Leaf.hash(entry, content).equals(leaf)) {
      return SealedAs.ANOTHER;
    }
    if (salt.isDestroyed()) {
      return SealedAs.ERASED;
    }
    return Content.hash(entry, salt).equals(content) ? SealedAs.ITSELF : SealedAs.ANOTHER;
  }
}
