package org.chancery.seal.merkle;

/** Where a tree's tiles are found. */
@FunctionalInterface
public interface Tiles {

  /**
   * A tile, of the width that it has by now or wider than was asked about; tiles only ever grow at
   * their end.
   */
  Tile tile(int level, long number);
}
