package org.chancery.seal.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Base64;
import org.chancery.journal.text.Sha256;

/** A key that checks signatures, known by its {@code vkey} text, which may be given to anyone. */
public final class VerifierKey {
  private final String name;
  private final KeyType type;
  private final PublicKey key;
  private final int id;

  VerifierKey(String name, KeyType type, PublicKey key) {
    this.name = KeyNames.check(name);
    this.type = type;
    this.key = key;
    this.id = idOf(name, typed(type, Ed25519.bytes(key)));
  }

  /** Reads {@code name+id+base64}; fails where it is not one, or its id is not its key's. */
  public static VerifierKey parse(String vkey) {
    String[] parts = vkey.split("\\+", 3);
    if (parts.length != 3) {
      throw new IllegalArgumentException("not a verifier key: name+id+key");
    }
    byte[] typed = Base64.getDecoder().decode(parts[2]);
    if (typed.length != 1 + Ed25519.KEY_BYTES) {
      throw new IllegalArgumentException("not a verifier key of Ed25519");
    }
    byte[] bytes = new byte[Ed25519.KEY_BYTES];
    System.arraycopy(typed, 1, bytes, 0, bytes.length);
    VerifierKey parsed = new VerifierKey(parts[0], KeyType.of(typed[0]), Ed25519.publicKey(bytes));
    if (!parsed.toString().equals(vkey)) {
      throw new IllegalArgumentException("the verifier key's id is not that of its key");
    }
    return parsed;
  }

  public String name() {
    return name;
  }

  public KeyType type() {
    return type;
  }

  int id() {
    return id;
  }

  /** True where the line carries this key's name and id. */
  public boolean isOf(SignatureLine line) {
    return line.name().equals(name) && line.keyId() == id;
  }

  /** True where the line is of this key and its signature is of the text. */
  public boolean verifies(String text, SignatureLine line) {
    if (!isOf(line)) {
      return false;
    }
    ByteBuffer bytes = line.bytes();
    bytes.getInt();
    int prefix = type == KeyType.COSIGNATURE ? Long.BYTES : 0;
    if (bytes.remaining() != prefix + Ed25519.SIGNATURE_BYTES) {
      return false;
    }
    long at = type == KeyType.COSIGNATURE ? bytes.getLong() : 0;
    byte[] signed = new byte[Ed25519.SIGNATURE_BYTES];
    bytes.get(signed);
    return at >= 0 && Ed25519.verifies(key, type.message(text, at), signed);
  }

  private static byte[] typed(KeyType type, byte[] key) {
    return ByteBuffer.allocate(1 + key.length).put(type.id()).put(key).array();
  }

  private static int idOf(String name, byte[] typed) {
    MessageDigest digest = Sha256.digest();
    digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.wrap(digest.digest(typed)).getInt();
  }

  /** The {@code vkey} (https://c2sp.org/signed-note). */
  @Override
  public String toString() {
    String typed = Base64.getEncoder().encodeToString(typed(type, Ed25519.bytes(key)));
    return "%s+%08x+%s".formatted(name, id, typed);
  }
}
