package org.chancery.seal.merkle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A tree whose tiles are kept in memory. */
final class GrownTree implements Tiles {
  private final Map<List<Long>, Tile> tiles = new HashMap<>();
  private Edge edge = new Edge();

  GrownTree(List<Hash> leaves) {
    grow(leaves);
  }

  void grow(List<Hash> leaves) {
    leaves.forEach(edge::append);
    edge.drain().forEach(tile -> tiles.put(place(tile.level(), tile.number()), tile));
  }

  /** Forgets the edge and finds it again in the tiles. */
  void reload() {
    edge = Edge.of(edge.size(), this);
  }

  Edge edge() {
    return edge;
  }

  @Override
  public Tile tile(int level, long number) {
    return Objects.requireNonNull(tiles.get(place(level, number)));
  }

  private static List<Long> place(int level, long number) {
    return List.of((long) level, number);
  }
}
