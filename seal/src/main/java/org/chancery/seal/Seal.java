package org.chancery.seal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.chancery.journal.Database;
import org.chancery.seal.merkle.Hash;
import org.chancery.seal.merkle.Proofs;
import org.chancery.seal.merkle.Tile;
import org.chancery.seal.merkle.Tiles;
import org.chancery.seal.note.InclusionProof;
import org.jspecify.annotations.Nullable;

/** Reads the seal, and never beyond the newest checkpoint that is on the disk. */
public final class Seal {
  private final SealRows rows;
  private final boolean followed;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private volatile @Nullable PublishedCheckpoint shown;

  /** The seal in the journal's database, as far as it is on the disk when this is called. */
  public Seal(DataSource source) {
    this.rows = new SealRows(source);
    boolean own = !Database.of(source).isShared();
    boolean readable = true;
    try {
      this.shown = own ? rows.last().orElse(null) : null;
    } catch (SealBroken damaged) {
      readable = false; // who reads on is told, and the journal is written on all the same
    }
    this.followed = own && readable;
  }

  /** Which log it is of, once it has sealed. */
  public Optional<String> origin() {
    return rows.origin();
  }

  /** The newest checkpoint; none before the first start of sealing. */
  public Optional<PublishedCheckpoint> latest() {
    return followed ? Optional.ofNullable(shown) : rows.last();
  }

  /** The newest that a witness has cosigned. */
  public Optional<PublishedCheckpoint> latestCosigned() {
    return rows.lastCosigned();
  }

  /** The checkpoints issued beyond a size, in order. */
  public List<PublishedCheckpoint> issuedAfter(long size, int limit) {
    return rows.after(size, limit);
  }

  /** How many entries are sealed. */
  public long size() {
    PublishedCheckpoint last = shown;
    return followed ? (last == null ? 0 : last.size()) : Math.max(0, rows.lastSize());
  }

  /** Waits until so many entries are sealed, or the time is over; true where they are. */
  public boolean await(long size, Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    lock.lockInterruptibly();
    try {
      while (size() < size) {
        long left = end - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        var ignored = moved.awaitNanos(Math.min(left, Duration.ofMillis(100).toNanos()));
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Proofs about the trees up to the newest checkpoint's. Each reads the tiles anew. */
  public Proofs proofs() {
    return new Proofs(tiles());
  }

  /** The tiles of the tree. */
  public Tiles tiles() {
    return rows::tile;
  }

  /** That the entry at a position is in the tree of a checkpoint at least as large. */
  public InclusionProof inclusion(long position, PublishedCheckpoint checkpoint) {
    List<Hash> path = proofs().inclusion(position - 1, checkpoint.size());
    return new InclusionProof(position - 1, path, checkpoint.full());
  }

  /** A tile of the tree, as wide as it is in a tree of a size; fails where it has none. */
  public Tile tile(int level, long number, int width) {
    return rows.tile(level, number).first(width);
  }

  /** What the seal holds of an entry that is sealed. */
  public SealedEntry entry(long position) {
    long index = position - 1;
    return entries(index / Tile.WIDTH).get((int) (index % Tile.WIDTH));
  }

  /** What the seal holds of up to 256 entries, those of a tile of level 0. */
  public List<SealedEntry> entries(long chunk) {
    return rows.chunk(chunk)
        .orElseThrow(() -> new SealBroken("the seal lacks chunk " + chunk))
        .entries();
  }

  SealRows rows() {
    return rows;
  }

  /** Looks again at the checkpoint that is shown, for a witness has cosigned it. */
  void refresh() {
    lock.lock();
    try {
      PublishedCheckpoint last = shown;
      shown = last == null ? null : rows.at(last.size()).orElse(last);
    } finally {
      lock.unlock();
    }
  }

  /** Shows a checkpoint, which is on the disk. */
  void show(PublishedCheckpoint issued) {
    lock.lock();
    try {
      shown = issued;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
