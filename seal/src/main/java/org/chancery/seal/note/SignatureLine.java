package org.chancery.seal.note;

import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * A line of a signed note that holds a signature.
 *
 * @param name the key's name
 * @param signature base64 of the key's id and what it signed with
 */
public record SignatureLine(String name, String signature) {
  private static final String DASH = "\u2014 ";

  /** Fails on a name that is none, and on what is not base64 or too short to be a signature. */
  public SignatureLine {
    KeyNames.check(name);
    if (decoded(signature).length <= Integer.BYTES) {
      throw new IllegalArgumentException("a signature line without a signature");
    }
  }

  static SignatureLine of(String name, int keyId, byte[] prefix, byte[] signed) {
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + prefix.length + signed.length);
    bytes.putInt(keyId).put(prefix).put(signed);
    return new SignatureLine(name, Base64.getEncoder().encodeToString(bytes.array()));
  }

  /** Reads a line, without the newline that ends it. */
  public static SignatureLine parse(String line) {
    String[] parts = line.startsWith(DASH) ? line.substring(DASH.length()).split(" ", -1) : null;
    if (parts == null || parts.length != 2) {
      throw new IllegalArgumentException("not a signature line");
    }
    return new SignatureLine(parts[0], parts[1]);
  }

  private static byte[] decoded(String signature) {
    return Base64.getDecoder().decode(signature);
  }

  int keyId() {
    return bytes().getInt();
  }

  /** The key's id and the signature. */
  ByteBuffer bytes() {
    return ByteBuffer.wrap(decoded(signature));
  }

  /** The line, without a newline. */
  @Override
  public String toString() {
    return DASH + name + " " + signature;
  }
}
