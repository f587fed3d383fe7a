package org.chancery.seal;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.chancery.journal.Entry;
import org.chancery.seal.merkle.Hash;
import org.chancery.seal.merkle.TreeHash;

/** The record of an entry that the tree is made of. docs/PROOFS.md has the format. */
public final class Leaf {
  private static final int FORMAT = 1;

  /** An entry bundle counts each leaf's bytes in 16 bits (https://c2sp.org/tlog-tiles). */
  private static final int LONGEST = 65_535;

  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Leaf() {}

  /** The leaf as text (RFC 8785), UTF-8. */
  public static byte[] text(Entry entry, Hash content) {
    byte[] leaf =
        new CanonicalJson()
            .put("command", entry.attribution().command())
            .put("content", content.hex())
            .put("id", entry.id())
            .put("leaf", FORMAT)
            .put("name", entry.name())
            .put("ordinal", entry.ordinal())
            .put("position", entry.position())
            .put("recordedAt", INSTANT.format(entry.recordedAt()))
            .put("recordedBy", entry.attribution().recordedBy())
            .put("revision", entry.revision())
            .put("subject", entry.subject().toString())
            .put("version", entry.version())
            .bytes();
    if (leaf.length > LONGEST) {
      throw new IllegalStateException(
          "the leaf of entry %d is too long".formatted(entry.position()));
    }
    return leaf;
  }

  public static Hash hash(Entry entry, Hash content) {
    return TreeHash.leaf(text(entry, content));
  }
}
