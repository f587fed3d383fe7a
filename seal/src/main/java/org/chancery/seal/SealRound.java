package org.chancery.seal;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chancery.journal.DurableWrites;
import org.chancery.journal.Entry;
import org.chancery.journal.Journal;
import org.chancery.seal.merkle.Edge;
import org.chancery.seal.merkle.Hash;
import org.chancery.seal.merkle.Tile;
import org.chancery.seal.note.Checkpoint;
import org.chancery.seal.note.SignedNote;
import org.jspecify.annotations.Nullable;

/**
 * Seals what the journal holds by now, in one transaction: salts, hashes and the signed checkpoint
 * stand together or not at all. A checkpoint is shown only when it is on the disk; what a crash
 * undoes was seen by nobody, so no two trees of one size are ever signed and shown.
 */
final class SealRound {
  /** So many chunks are sealed at once, at most. */
  static final int CHUNKS = 32;

  private final Journal journal;
  private final DurableWrites writes;
  private final LogKeys keys;
  private final Clock clock;
  private final @Nullable Lease lease;
  private @Nullable SealedTree tree;
  private long shown;

  /**
   * Makes one that has sealed nothing yet.
   *
   * @param lease what lets this process seal, or null where there is no other
   */
  SealRound(
      Journal journal, DurableWrites writes, LogKeys keys, Clock clock, @Nullable Lease lease) {
    this.journal = journal;
    this.writes = writes;
    this.keys = keys;
    this.clock = clock;
    this.lease = lease;
  }

  /**
   * Returns the checkpoint that stands after the round, or null where another process seals. The
   * very first is that of nothing, so that a witness can be asked before anything is sealed.
   */
  @Nullable PublishedCheckpoint run() throws SQLException {
    try {
      PublishedCheckpoint issued = writes.<@Nullable PublishedCheckpoint>write(this::seal);
      shown = issued == null ? shown : issued.size();
      return issued;
    } catch (SQLException | RuntimeException | Error failure) {
      tree = null;
      throw failure;
    }
  }

  private @Nullable PublishedCheckpoint seal(Connection connection) {
    SealRows rows = SealRows.in(connection);
    if ((lease != null && !lease.keep(connection)) || !rows.lock()) {
      tree = null;
      return null;
    }
    Optional<PublishedCheckpoint> last = rows.last();
    if (last.isEmpty()) {
      return first(rows);
    }
    SealedTree current = current(last.get(), rows);
    if (!grow(current, rows)) {
      return rows.last().orElseThrow();
    }
    current.changedTiles().forEach(rows::put);
    return issue(current, rows);
  }

  private PublishedCheckpoint first(SealRows rows) {
    if (shown > 0) {
      throw new SealBroken("the checkpoints are gone");
    }
    rows.name(keys.origin());
    tree = SealedTree.empty();
    return issue(tree, rows);
  }

  private SealedTree current(PublishedCheckpoint last, SealRows rows) {
    if (last.size() < shown) {
      throw new SealBroken(
          "the seal went back from %d entries to %d".formatted(shown, last.size()));
    }
    SealedTree current = tree;
    if (current == null || current.size() != last.size()) {
      current = load(last, rows);
      tree = current;
    }
    return current;
  }

  private SealedTree load(PublishedCheckpoint last, SealRows rows) {
    Checkpoint checkpoint = last.checkpoint();
    String origin = rows.origin().orElse("");
    if (!origin.equals(keys.origin()) || !checkpoint.origin().equals(origin)) {
      throw new SealBroken(
          "the journal was sealed as %s, and the keys are of %s".formatted(origin, keys.origin()));
    }
    if (checkpoint.size() != last.size() || !last.note().isSignedBy(keys.known())) {
      throw new SealBroken("the last checkpoint is not signed by a key of this log");
    }
    SealedTree loaded = SealedTree.load(checkpoint, rows, journal);
    resign(last, rows);
    return loaded;
  }

  /** A key that was added signs what stands already, so that it can be relied upon at once. */
  private void resign(PublishedCheckpoint last, SealRows rows) {
    SignedNote fresh = signed(last.note().text());
    var missing =
        fresh.signatures().stream()
            .filter(line -> !last.note().signatures().contains(line))
            .toList();
    if (!missing.isEmpty()) {
      rows.sign(new PublishedCheckpoint(last.size(), last.note().with(missing), last.issuedAt()));
    }
  }

  /** False where there was nothing to seal. */
  private boolean grow(SealedTree current, SealRows rows) {
    for (int chunk = 0; chunk < CHUNKS; chunk++) {
      List<Entry> entries = journal.after(current.size(), current.room());
      if (entries.isEmpty()) {
        return chunk > 0;
      }
      rows.put(current.add(entries));
    }
    return true;
  }

  private PublishedCheckpoint issue(SealedTree current, SealRows rows) {
    String text = new Checkpoint(keys.origin(), current.size(), current.root()).text();
    PublishedCheckpoint issued =
        new PublishedCheckpoint(
            current.size(), signed(text), clock.instant().truncatedTo(ChronoUnit.MICROS));
    rows.put(issued);
    return issued;
  }

  private SignedNote signed(String text) {
    return new SignedNote(text, keys.sign(text));
  }

  /** The tree as the one who seals holds it: its right edge, and the chunk that is not full. */
  private static final class SealedTree {
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
     * journal's. The rest would take too long at a start; it is what a check of the ledger looks
     * at.
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
        throw new SealBroken(
            "the seal lacks a part of tile %d of level %d".formatted(number, level));
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
}
