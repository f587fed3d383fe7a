package org.chancery.seal.merkle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Proves what a tree holds, from its tiles: RFC 6962, sections 2.1.1 and 2.1.2. */
public final class Proofs {
  private final Tiles tiles;

  public Proofs(Tiles tiles) {
    Map<List<Long>, Tile> read = new HashMap<>();
    this.tiles =
        (level, number) ->
            read.computeIfAbsent(List.of((long) level, number), place -> tiles.tile(level, number));
  }

  /** The root of the tree of the first so many leaves. */
  public Hash root(long size) {
    return size == 0 ? TreeHash.empty() : range(0, size);
  }

  /** The hashes that lead from a leaf to the root of a tree, the leaf's sibling first. */
  public List<Hash> inclusion(long index, long size) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("no leaf %d in a tree of %d".formatted(index, size));
    }
    List<Hash> path = new ArrayList<>();
    path(index, 0, size, path);
    return path;
  }

  private void path(long index, long from, long to, List<Hash> path) {
    if (to - from == 1) {
      return;
    }
    long middle = from + TreeHash.split(to - from);
    if (index < middle) {
      path(index, from, middle, path);
      path.add(range(middle, to));
    } else {
      path(index, middle, to, path);
      path.add(range(from, middle));
    }
  }

  /** The hashes that show that one tree is the beginning of another; empty from nothing or self. */
  public List<Hash> consistency(long from, long to) {
    if (from < 0 || from > to) {
      throw new IllegalArgumentException("no way from %d to %d".formatted(from, to));
    }
    List<Hash> proof = new ArrayList<>();
    if (from > 0) {
      subproof(from, 0, to, true, proof);
    }
    return proof;
  }

  /** RFC 6962 calls {@code complete} b: the old tree's root is known to who verifies. */
  private void subproof(long old, long from, long to, boolean complete, List<Hash> proof) {
    if (old == to) {
      if (!complete) {
        proof.add(range(from, to));
      }
      return;
    }
    long middle = from + TreeHash.split(to - from);
    if (old <= middle) {
      subproof(old, from, middle, complete, proof);
      proof.add(range(middle, to));
    } else {
      subproof(old, middle, to, false, proof);
      proof.add(range(from, middle));
    }
  }

  /**
   * The roots of the largest subtrees that lie side by side from one leaf to another, the last
   * excluded: what a tree needs in the place of leaves that are not shown.
   */
  public List<Hash> cover(long from, long to) {
    List<Hash> hashes = new ArrayList<>();
    long at = from;
    while (at < to) {
      int fits = Long.SIZE - 1 - Long.numberOfLeadingZeros(to - at);
      int height = at == 0 ? fits : Math.min(fits, Long.numberOfTrailingZeros(at));
      hashes.add(subtree(height, at >>> height));
      at += 1L << height;
    }
    return hashes;
  }

  private Hash range(long from, long to) {
    long size = to - from;
    if (Long.bitCount(size) == 1 && from % size == 0) {
      return subtree(Long.numberOfTrailingZeros(size), from / size);
    }
    long middle = from + TreeHash.split(size);
    return TreeHash.node(range(from, middle), range(middle, to));
  }

  /** The root of {@code 2^height} leaves, from the tile that spans it. */
  private Hash subtree(int height, long number) {
    int width = 1 << height % Tile.HEIGHT;
    long first = number * width;
    Tile tile = tiles.tile(height / Tile.HEIGHT, first / Tile.WIDTH);
    int at = (int) (first % Tile.WIDTH);
    return TreeHash.root(tile.hashes().subList(at, at + width));
  }
}
