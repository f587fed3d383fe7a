package org.chancery.seal.merkle;

import java.util.ArrayList;
import java.util.List;

/**
 * Consecutive hashes of one height, at most 256 (https://c2sp.org/tlog-tiles).
 *
 * @param level the hashes are the roots of {@code 256^level} leaves each
 * @param number its place in its level, from 0
 */
public record Tile(int level, long number, List<Hash> hashes) {
  public static final int WIDTH = 256;

  /** How many tree levels a tile spans. */
  static final int HEIGHT = 8;

  public Tile {
    hashes = List.copyOf(hashes);
    if (hashes.size() > WIDTH) {
      throw new IllegalArgumentException("a tile has at most 256 hashes");
    }
  }

  /** Reads hashes that stand one behind the other; fails where the last one is cut. */
  public static Tile unpack(int level, long number, byte[] packed) {
    if (packed.length % Hash.BYTES != 0 || packed.length > WIDTH * Hash.BYTES) {
      throw new IllegalArgumentException("a tile has up to 256 hashes of 32 bytes");
    }
    List<Hash> hashes = new ArrayList<>(packed.length / Hash.BYTES);
    for (int at = 0; at < packed.length; at += Hash.BYTES) {
      hashes.add(Hash.at(packed, at));
    }
    return new Tile(level, number, hashes);
  }

  /** The hashes one behind the other. */
  public byte[] pack() {
    return pack(hashes);
  }

  public static byte[] pack(List<Hash> hashes) {
    byte[] packed = new byte[hashes.size() * Hash.BYTES];
    for (int at = 0; at < hashes.size(); at++) {
      hashes.get(at).copyTo(packed, at * Hash.BYTES);
    }
    return packed;
  }

  /** The tile as it was when it was narrower. */
  public Tile first(int width) {
    return new Tile(level, number, hashes.subList(0, width));
  }

  /** How many hashes a level has in a tree of a size. */
  public static long hashesAt(int level, long size) {
    int shift = level * HEIGHT;
    return shift >= Long.SIZE ? 0 : size >>> shift;
  }
}
