package org.chancery.seal.audit;

import java.util.List;
import org.chancery.seal.SealRecords;
import org.chancery.seal.SealedEntry;
import org.chancery.seal.audit.Fault.Kind;
import org.chancery.seal.merkle.Edge;
import org.chancery.seal.merkle.Hash;
import org.chancery.seal.merkle.Tile;
import org.jspecify.annotations.Nullable;

/** Puts the tree together again from the leaves that are kept, and compares the tiles above. */
final class TreeAudit {
  /** The largest size that a checkpoint can have; a larger one was made up. */
  private static final long MOST = 999_999_999_999_999_999L;

  private final SealRecords seal;
  private final CheckpointAudit checkpoints;
  private final Findings findings;
  private final Edge edge;
  private final long size;
  private List<SealedEntry> chunk = List.of();
  private long loaded = -1;
  private boolean broken;

  /**
   * @param edge of the tree up to which nothing is looked at
   */
  TreeAudit(SealRecords seal, CheckpointAudit checkpoints, Edge edge, Findings findings) {
    this.seal = seal;
    this.checkpoints = checkpoints;
    this.edge = edge;
    this.findings = findings;
    this.size = Math.clamp(seal.lastSize(), 0, MOST);
    checkpoints.at(edge);
  }

  /** How many entries are sealed. */
  long size() {
    return size;
  }

  /** How many leaves were passed. */
  long passed() {
    return edge.size();
  }

  /** What is kept of the next entry, or null where it is lost. Each is asked for once, in order. */
  @Nullable SealedEntry next(long position) {
    long index = position - 1;
    if (index / Tile.WIDTH != loaded) {
      load(index / Tile.WIDTH);
    }
    int at = (int) (index % Tile.WIDTH);
    if (at >= chunk.size()) {
      lose(position, position);
      return null;
    }
    SealedEntry sealed = chunk.get(at);
    add(sealed.leaf());
    return sealed;
  }

  /** Goes over entries that the journal lacks; they are in the tree all the same. */
  void pass(long from, long to) {
    for (long position = from; position <= to; position++) {
      if (next(position) == null) {
        position = skip(position, to);
      }
    }
  }

  private long skip(long position, long to) {
    long last = chunk.isEmpty() ? Math.min(to, lastBeforeNextChunk()) : position;
    if (last > position) {
      lose(position + 1, last);
    }
    return last;
  }

  /** The size is the doubted database's own word, so what lacks is not looked for one by one. */
  private long lastBeforeNextChunk() {
    try {
      return Math.min(seal.nextChunk(loaded), MOST / Tile.WIDTH + 1) * Tile.WIDTH;
    } catch (RuntimeException damaged) {
      return MOST;
    }
  }

  private void lose(long from, long to) {
    findings.add(Kind.TREE, from, to, "its leaf is lost");
    broken = true;
  }

  private void load(long number) {
    loaded = number;
    chunk = List.of();
    findings.attempt(
        Kind.TREE, "the tile %d of level 0".formatted(number), () -> chunk = seal.entries(number));
    long width = Math.min(Tile.WIDTH, size - number * Tile.WIDTH);
    if (chunk.size() > width) {
      findings.add(Kind.TREE, size + 1, number * Tile.WIDTH + chunk.size(), beyond());
    }
  }

  private String beyond() {
    return "there are leaves beyond the last checkpoint, that of %d entries".formatted(size);
  }

  private void add(Hash leaf) {
    if (broken) {
      return;
    }
    edge.append(leaf);
    if (edge.size() % Tile.WIDTH == 0) {
      compare(edge.drain(), true);
    }
    checkpoints.at(edge);
  }

  private void compare(List<Tile> tiles, boolean onlyFull) {
    for (Tile tile : tiles) {
      if (tile.level() > 0 && (!onlyFull || tile.hashes().size() == Tile.WIDTH)) {
        String what = "the tile %d of level %d".formatted(tile.number(), tile.level());
        findings.attempt(Kind.TREE, what, () -> compare(tile, what));
      }
    }
  }

  private void compare(Tile tile, String what) {
    if (!seal.tile(tile.level(), tile.number()).hashes().equals(tile.hashes())) {
      findings.add(Kind.TREE, 0, what + " is not that of its leaves");
    }
  }

  /** After the last sealed entry. */
  void end() {
    if (broken) {
      findings.note("a tree of which leaves are lost cannot be compared with its checkpoints");
      return;
    }
    compare(edge.drain(), false);
    long last = (size + Tile.WIDTH - 1) / Tile.WIDTH - 1;
    if (seal.lastChunk() > last) {
      findings.add(Kind.TREE, 0, beyond());
    }
    checkpoints.end(edge.size());
  }
}
