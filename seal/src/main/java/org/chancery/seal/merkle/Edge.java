package org.chancery.seal.merkle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The right edge of a growing tree: of each level the tile that is not full yet. */
public final class Edge {
  private final List<List<Hash>> open = new ArrayList<>();
  private final Map<Place, Tile> filled = new LinkedHashMap<>();
  private long size;

  private record Place(int level, long number) {}

  /** The edge of the tree without leaves. */
  public Edge() {}

  /** The edge of a tree that has so many leaves. */
  public static Edge of(long size, Tiles tiles) {
    Edge edge = new Edge();
    edge.size = size;
    for (int level = 0; Tile.hashesAt(level, size) > 0; level++) {
      long hashes = Tile.hashesAt(level, size);
      int width = (int) (hashes % Tile.WIDTH);
      edge.open.add(
          width == 0
              ? new ArrayList<>()
              : new ArrayList<>(tiles.tile(level, hashes / Tile.WIDTH).hashes().subList(0, width)));
    }
    return edge;
  }

  public long size() {
    return size;
  }

  /** Adds a leaf, by its hash. */
  public void append(Hash leaf) {
    size++;
    Hash carried = leaf;
    for (int level = 0; ; level++) {
      List<Hash> tile = openAt(level);
      tile.add(carried);
      if (tile.size() < Tile.WIDTH) {
        return;
      }
      Tile full = new Tile(level, Tile.hashesAt(level, size) / Tile.WIDTH - 1, tile);
      filled.put(new Place(level, full.number()), full);
      tile.clear();
      carried = TreeHash.root(full.hashes());
    }
  }

  private List<Hash> openAt(int level) {
    if (level == open.size()) {
      open.add(new ArrayList<>());
    }
    return open.get(level);
  }

  /** The tiles that were filled since this was asked last, and those that are open now. */
  public List<Tile> drain() {
    List<Tile> tiles = new ArrayList<>(filled.values());
    filled.clear();
    for (int level = 0; level < open.size(); level++) {
      if (!open.get(level).isEmpty()) {
        long number = Tile.hashesAt(level, size) / Tile.WIDTH;
        tiles.add(new Tile(level, number, open.get(level)));
      }
    }
    return tiles;
  }

  /** The root of the tree: what a level has open is followed by what is open below it. */
  public Hash root() {
    List<Hash> carried = List.of();
    for (List<Hash> tile : open) {
      List<Hash> hashes = new ArrayList<>(tile);
      hashes.addAll(carried);
      carried = hashes.isEmpty() ? List.of() : List.of(TreeHash.root(hashes));
    }
    return TreeHash.root(carried);
  }
}
