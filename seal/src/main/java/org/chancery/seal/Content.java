package org.chancery.seal;

import java.security.MessageDigest;
import org.chancery.journal.Attribution;
import org.chancery.journal.Entry;
import org.chancery.journal.text.Sha256;
import org.chancery.seal.merkle.Hash;

/**
 * What of an entry may one day have to be erased: its payload, its provenance, and all that was
 * made from them or written by a caller. docs/PROOFS.md has the format.
 */
public final class Content {

  private Content() {}

  /** The content as text (RFC 8785), UTF-8. */
  public static byte[] text(Entry entry) {
    Attribution by = entry.attribution();
    return new CanonicalJson()
        .put("authority", by.authority())
        .put("causation", by.causation())
        .put("commandId", by.commandId())
        .put("correlation", by.correlation())
        .put("digest", by.digest())
        .put("payload", entry.payload())
        .put("rationale", by.rationale())
        .put("sources", by.sources())
        .bytes();
  }

  /** SHA-256 of the salt followed by the text. */
  public static Hash hash(Entry entry, Salt salt) {
    MessageDigest digest = Sha256.digest();
    digest.update(salt.bytes());
    return Hash.of(digest.digest(text(entry)));
  }
}
