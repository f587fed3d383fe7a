package org.chancery.journal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.BitSet;

/**
 * Places within a stretch, as bytes: runs of them, each by its distance from the last and length.
 */
final class PositionRuns {
  private static final int BITS = 7;
  private static final int MORE = 1 << BITS;

  /** Two parts say any place of a stretch. */
  private static final int LONGEST = BITS;

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
      bytes.write((left & (MORE - 1)) | MORE);
    }
    bytes.write(left);
  }

  /** Fails with an IllegalArgumentException on what is no runs within a stretch. */
  static BitSet read(byte[] bytes) {
    BitSet places = new BitSet();
    ByteBuffer left = ByteBuffer.wrap(bytes);
    int end = 0;
    for (boolean isRun = false; left.hasRemaining(); isRun = !isRun) {
      int number = number(left);
      if (number > Marks.STRETCH - end) {
        throw new IllegalArgumentException("a run goes beyond its stretch");
      }
      if (isRun) {
        places.set(end, end + number);
      }
      end += number;
    }
    return places;
  }

  private static int number(ByteBuffer bytes) {
    int number = 0;
    for (int shift = 0; shift <= LONGEST && bytes.hasRemaining(); shift += BITS) {
      int next = bytes.get();
      number |= (next & (MORE - 1)) << shift;
      if ((next & MORE) == 0) {
        return number;
      }
    }
    throw new IllegalArgumentException("a number has no end");
  }
}
