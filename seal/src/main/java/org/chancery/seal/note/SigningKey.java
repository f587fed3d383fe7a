package org.chancery.seal.note;

import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** A key that signs; whoever has it can sign anything in its name. */
public final class SigningKey {
  private static final String PREFIX = "PRIVATE+KEY+";

  /** {@code PRIVATE+KEY+name+id+base64}, of which the last may have pluses too. */
  private static final int PARTS = 5;

  private final PrivateKey key;
  private final VerifierKey verifier;

  private SigningKey(PrivateKey key, VerifierKey verifier) {
    this.key = key;
    this.verifier = verifier;
  }

  public static SigningKey generate(String name, KeyType type) {
    KeyPair pair = Ed25519.generate();
    return new SigningKey(pair.getPrivate(), new VerifierKey(name, type, pair.getPublic()));
  }

  /** Reads what {@link #secret} wrote; fails where the two lines are not of one key. */
  public static SigningKey parse(String secret) {
    List<String> lines = secret.lines().toList();
    String[] parts = lines.isEmpty() ? new String[0] : lines.getFirst().split("\\+", PARTS);
    if (lines.size() != 2 || parts.length != PARTS) {
      throw new IllegalArgumentException("not a key: its private line, then its verifier key");
    }
    VerifierKey verifier = VerifierKey.parse(lines.getLast());
    byte[] typed = Base64.getDecoder().decode(parts[PARTS - 1]);
    PrivateKey key = Ed25519.privateKey(Arrays.copyOfRange(typed, 1, typed.length));
    SigningKey parsed = new SigningKey(key, verifier);
    if (!parsed.secret().lines().toList().equals(lines)
        || !verifier.verifies("", parsed.line(verifier.type(), "", 0))) {
      throw new IllegalArgumentException("the private line is not of the verifier key");
    }
    return parsed;
  }

  public VerifierKey verifier() {
    return verifier;
  }

  /** Signs a text, as a log does; fails where this is the key of a witness. */
  public SignatureLine sign(String text) {
    return line(KeyType.SIGNATURE, text, 0);
  }

  /** Says when a text was seen, as a witness does; fails where this is the key of a log. */
  public SignatureLine cosign(String text, Instant at) {
    return line(KeyType.COSIGNATURE, text, at.getEpochSecond());
  }

  private SignatureLine line(KeyType type, String text, long second) {
    if (verifier.type() != type) {
      throw new IllegalStateException("%s is not for a %s".formatted(verifier, type));
    }
    byte[] signed = Ed25519.sign(key, type.message(text, second));
    return SignatureLine.of(verifier.name(), verifier.id(), type.prefix(second), signed);
  }

  /**
   * The key as two lines: the private one, as golang.org/x/mod/sumdb/note has it, and the verifier
   * key.
   */
  public String secret() {
    byte[] seed = Ed25519.seed(key);
    byte[] typed = ByteBuffer.allocate(1 + seed.length).put(verifier.type().id()).put(seed).array();
    return "%s%s+%08x+%s\n%s\n"
        .formatted(
            PREFIX,
            verifier.name(),
            verifier.id(),
            Base64.getEncoder().encodeToString(typed),
            verifier);
  }
}
