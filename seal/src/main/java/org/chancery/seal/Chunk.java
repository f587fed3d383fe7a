package org.chancery.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.chancery.seal.merkle.Hash;
import org.chancery.seal.merkle.Tile;

/**
 * What the seal holds of up to 256 entries, those of one tile of level 0.
 *
 * @param number the tile's
 */
record Chunk(long number, List<SealedEntry> entries) {

  Chunk {
    entries = List.copyOf(entries);
  }

  /** Fails where a column was cut, or is not as long as the others. */
  static Chunk unpack(long number, byte[] leaves, byte[] contents, byte[] salts) {
    if (leaves.length % Hash.BYTES != 0
        || leaves.length > Tile.WIDTH * Hash.BYTES
        || leaves.length != contents.length
        || leaves.length != salts.length) {
      throw new SealBroken("the seal lacks a part of chunk " + number);
    }
    List<SealedEntry> entries = new ArrayList<>();
    for (int at = 0; at < leaves.length; at += Hash.BYTES) {
      entries.add(new SealedEntry(Hash.at(leaves, at), Hash.at(contents, at), Salt.at(salts, at)));
    }
    return new Chunk(number, entries);
  }

  byte[] leaves() {
    return packed(entry -> entry.leaf().bytes());
  }

  byte[] contents() {
    return packed(entry -> entry.content().bytes());
  }

  byte[] salts() {
    return packed(entry -> entry.salt().bytes());
  }

  Tile tile() {
    return new Tile(0, number, entries.stream().map(SealedEntry::leaf).toList());
  }

  private byte[] packed(Function<SealedEntry, byte[]> column) {
    byte[] packed = new byte[entries.size() * Hash.BYTES];
    for (int at = 0; at < entries.size(); at++) {
      System.arraycopy(column.apply(entries.get(at)), 0, packed, at * Hash.BYTES, Hash.BYTES);
    }
    return packed;
  }
}
