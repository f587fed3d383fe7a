package org.chancery.seal.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chancery.seal.merkle.Tile;
import org.chancery.seal.merkle.Tiles;

/** Keeps the tiles that were asked for last, few enough for a tree of any size. */
final class RecentTiles implements Tiles {
  private static final int MOST = 64;

  private final Tiles tiles;
  private final Map<List<Long>, Tile> recent =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Long>, Tile> eldest) {
          return size() > MOST;
        }
      };

  RecentTiles(Tiles tiles) {
    this.tiles = tiles;
  }

  @Override
  public Tile tile(int level, long number) {
    List<Long> place = List.of((long) level, number);
    Tile known = recent.get(place);
    if (known == null) {
      known = tiles.tile(level, number);
      recent.put(place, known);
    }
    return known;
  }
}
