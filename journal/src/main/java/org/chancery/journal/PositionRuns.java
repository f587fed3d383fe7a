package org.chancery.journal;

import java.io.ByteArrayOutputStream;
import java.util.BitSet;

/**
 * Places within a stretch, as bytes: runs of them, each by its distance from the last and length.
 */
final class PositionRuns {
  private static final int BITS = 7;
  private static final int MORE = 1 << BITS;

  private PositionRuns() {}

  static byte[] written(BitSet places) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int end = 0;
    for (int from = places.nextSetBit(0); from >= 0; from = places.nextSetBit(end)) {
      write(from - end, bytes);
      end = places.nextClearBit(from);
      write(end - from, bytes);
    }
    return bytes.toByteArray();
  }

  private static void write(int number, ByteArrayOutputStream bytes) {
    int left = number;
    for (; left >= MORE; left >>>= BITS) {
      bytes.write(left & (MORE - 1) | MORE);
    }
    bytes.write(left);
  }

  static BitSet read(byte[] bytes) {
    BitSet places = new BitSet();
    boolean isRun = false;
    int end = 0;
    for (int at = 0; at < bytes.length; isRun = !isRun) {
      int number = 0;
      for (int shift = 0; ; shift += BITS) {
        int next = bytes[at++];
        number |= (next & (MORE - 1)) << shift;
        if ((next & MORE) == 0) {
          break;
        }
      }
      if (isRun) {
        places.set(end, end + number);
      }
      end += number;
    }
    return places;
  }
}
