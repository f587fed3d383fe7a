package org.chancery.seal;

import java.util.Arrays;
import java.util.HexFormat;

/** What hides an entry's content: random, of that entry alone, so that it can be destroyed. */
public final class Salt {
  static final int BYTES = 32;
  private static final byte[] DESTROYED = new byte[BYTES];

  private final byte[] bytes;

  private Salt(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The salt that begins there. */
  static Salt at(byte[] bytes, int offset) {
    if (offset + BYTES > bytes.length) {
      throw new IllegalArgumentException("a salt has 32 bytes"); // and no zeroes for what lacks
    }
    return new Salt(Arrays.copyOfRange(bytes, offset, offset + BYTES));
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /** True where it was overwritten, so that the content can no longer be shown to be it. */
  public boolean isDestroyed() {
    return Arrays.equals(bytes, DESTROYED);
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
