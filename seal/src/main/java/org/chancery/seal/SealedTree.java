package org.chancery.seal;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.chancery.journal.Entry;
import org.chancery.journal.Journal;
import org.chancery.seal.merkle.Edge;
import org.chancery.seal.merkle.Hash;
import org.chancery.seal.merkle.Tile;
import org.chancery.seal.note.Checkpoint;

/** The tree as the one who seals holds it: its right edge, and the chunk that is not full. */
final class SealedTree {
  private final Edge edge;
  private final List<SealedEntry> open;
  private final SecureRandom random = new SecureRandom();

  private SealedTree(Edge edge, List<SealedEntry> open) {
    this.edge = edge;
    this.open = open;
  }

  static SealedTree empty() {
    return new SealedTree(new Edge(), new ArrayList<>());
  }

  /**
   * Fails where the tree is not the checkpoint's, or its last 256 entries at least are not the
   * journal's. The rest would take too long at a start; it is what a check of the ledger looks at.
   */
  static SealedTree load(Checkpoint checkpoint, SealRows rows, Journal journal) {
    long size = checkpoint.size();
    if (journal.refreshedHead().position() < size) {
      throw new SealBroken(
          "the journal ends at position %d, but %d entries were sealed"
              .formatted(journal.head().position(), size));
    }
    Edge edge = Edge.of(size, (level, number) -> tile(level, number, size, rows));
    if (!edge.root().equals(checkpoint.root())) {
      throw new SealBroken("the sealed tree is not that of the checkpoint of size " + size);
    }
    if (size == 0) {
      return empty();
    }
    long last = (size - 1) / Tile.WIDTH;
    List<SealedEntry> entries = entries(last, size, rows);
    if (last > 0) {
      check(last - 1, entries(last - 1, size, rows), journal);
    }
    check(last, entries, journal);
    return new SealedTree(
        edge, new ArrayList<>(entries.size() == Tile.WIDTH ? List.of() : entries));
  }

  private static Tile tile(int level, long number, long size, SealRows rows) {
    Tile tile = rows.tile(level, number);
    long width = Math.min(Tile.WIDTH, Tile.hashesAt(level, size) - number * Tile.WIDTH);
    if (tile.hashes().size() < width) {
      throw new SealBroken("the seal lacks a part of tile %d of level %d".formatted(number, level));
    }
    return tile;
  }

  private static List<SealedEntry> entries(long chunk, long size, SealRows rows) {
    List<SealedEntry> entries = rows.chunk(chunk).map(Chunk::entries).orElse(List.of());
    long width = Math.min(Tile.WIDTH, size - chunk * Tile.WIDTH);
    if (entries.size() < width) {
      throw new SealBroken("the seal lacks a part of chunk " + chunk);
    }
    return entries.subList(0, (int) width);
  }

  private static void check(long chunk, List<SealedEntry> sealed, Journal journal) {
    List<Entry> entries = journal.after(chunk * Tile.WIDTH, sealed.size());
    for (int at = 0; at < sealed.size(); at++) {
      if (at >= entries.size() || sealed.get(at).compare(entries.get(at)) == SealedAs.ANOTHER) {
        throw new SealBroken(
            "the entry at position %d is not the one that was sealed"
                .formatted(chunk * Tile.WIDTH + at + 1));
      }
    }
  }

  long size() {
    return edge.size();
  }

  Hash root() {
    return edge.root();
  }

  /** How many more entries fit into the chunk that is open. */
  int room() {
    return Tile.WIDTH - open.size();
  }

  /** Adds entries, no more than there is room for; returns the chunk that they are in. */
  Chunk add(List<Entry> entries) {
    for (Entry entry : entries) {
      if (entry.position() != size() + 1) {
        throw new SealBroken("the journal has no entry at position " + (size() + 1));
      }
      SealedEntry sealed = SealedEntry.of(entry, SealedEntry.fresh(random));
      open.add(sealed);
      edge.append(sealed.leaf());
    }
    Chunk chunk = new Chunk((size() - 1) / Tile.WIDTH, open);
    if (open.size() == Tile.WIDTH) {
      open.clear();
    }
    return chunk;
  }

  /** The tiles above the chunks that have changed since this was asked last. */
  List<Tile> changedTiles() {
    return edge.drain().stream().filter(tile -> tile.level() > 0).toList();
  }
}
