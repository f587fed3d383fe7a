package org.chancery.intake.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.journal.text.Sha256;

/** Idempotency keys: what a record is about, and a digest of all that it says. */
public final class ContentKey {
  private static final int DIGEST_BYTES = 8;

  private ContentKey() {}

  public static String of(String concept, String id, List<String> content) {
    MessageDigest digest = Sha256.digest();
    for (String part : content) {
      byte[] bytes = part.getBytes(UTF_8);
      // With its length before each part, ["a", "bc"] and ["ab", "c"] differ.
      digest.update((bytes.length + ":").getBytes(UTF_8));
      digest.update(bytes);
    }
    String fingerprint = HexFormat.of().formatHex(digest.digest(), 0, DIGEST_BYTES);
    return concept + ":" + id + ":" + fingerprint;
  }

  /** Of what changes one entry, so that the same change of another has another key. */
  public static String of(String concept, String id, long entry, List<String> content) {
    return of(
        concept, id, Stream.concat(Stream.of(Long.toString(entry)), content.stream()).toList());
  }

  /** True of the keys of one of the concepts. */
  public static boolean isOf(Collection<String> concepts, String key) {
    return concepts.stream().anyMatch(concept -> key.startsWith(concept + ":"));
  }
}
