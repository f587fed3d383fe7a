package org.chancery.seal.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What a key signs (https://c2sp.org/signed-note, "Signature types"); all are Ed25519. */
public enum KeyType {
  /** The text of a note. */
  SIGNATURE(1),
  /** That a checkpoint was seen, and when (https://c2sp.org/tlog-cosignature). */
  COSIGNATURE(4);

  private final byte id;

  KeyType(int id) {
    this.id = (byte) id;
  }

  byte id() {
    return id;
  }

  static KeyType of(byte id) {
    for (KeyType type : values()) {
      if (type.id == id) {
        return type;
      }
    }
    throw new IllegalArgumentException("no known type of signature: " + id);
  }

  /** The bytes that are signed. */
  byte[] message(String text, long epochSecond) {
    String message =
        switch (this) {
          case SIGNATURE -> text;
          case COSIGNATURE -> "cosignature/v1\ntime %d\n%s".formatted(epochSecond, text);
        };
    return message.getBytes(StandardCharsets.UTF_8);
  }

  /** How a signature line begins, behind the key's id. */
  byte[] prefix(long epochSecond) {
    return switch (this) {
      case SIGNATURE -> new byte[0];
      case COSIGNATURE -> ByteBuffer.allocate(Long.BYTES).putLong(epochSecond).array();
    };
  }
}
