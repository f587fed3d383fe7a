package org.chancery.seal.merkle;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A SHA-256 hash. */
public final class Hash {
  public static final int BYTES = 32;

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Fails on anything but 32 bytes. */
  public static Hash of(byte[] bytes) {
    return at(bytes, 0, bytes.length);
  }

  /** The hash that begins somewhere within what is longer. */
  public static Hash at(byte[] bytes, int offset) {
    return at(bytes, offset, BYTES);
  }

  // copyOfRange alone would fill what lacks with zeroes
  private static Hash at(byte[] bytes, int offset, int length) {
    if (length != BYTES || offset + BYTES > bytes.length) {
      throw new IllegalArgumentException("a hash has 32 bytes, not " + length);
    }
    return new Hash(Arrays.copyOfRange(bytes, offset, offset + BYTES));
  }

  /** Fails on what is not base64 (RFC 4648, section 4) of 32 bytes, written the one right way. */
  public static Hash fromBase64(String text) {
    Hash hash = of(Base64.getDecoder().decode(text));
    if (!hash.base64().equals(text)) {
      throw new IllegalArgumentException("not base64 as it is written");
    }
    return hash;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  void copyTo(byte[] target, int offset) {
    System.arraycopy(bytes, 0, target, offset, BYTES);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return hex();
  }
}
