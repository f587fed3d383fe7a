package org.chancery.seal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.chancery.journal.Database;
import org.chancery.journal.DurableWrites;
import org.chancery.seal.merkle.Hash;
import org.chancery.seal.merkle.Proofs;
import org.chancery.seal.merkle.Tile;
import org.chancery.seal.merkle.Tiles;
import org.chancery.seal.note.InclusionProof;
import org.jspecify.annotations.Nullable;

/**
 * Reads the seal, and never beyond the newest checkpoint that is on the disk, and on the standby
 * where one is waited for: another tree of that size may be signed else, once it was shown.
 */
public final class Seal {
  private final SealRows rows;
  private final BooleanSupplier confirming;
  private final boolean followed;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private volatile @Nullable PublishedCheckpoint shown;
  private volatile long durable = -1;

  /** The seal in the journal's database, as far as it is on the disk when this is called. */
  public Seal(DurableWrites beside) {
    this(beside.source(), beside::confirm);
  }

  /**
   * The same.
   *
   * @param confirming has what was read be durable, and tells whether it is
   */
  Seal(DataSource source, BooleanSupplier confirming) {
    this.rows = new SealRows(source);
    this.confirming = confirming;
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
    return followed ? Optional.ofNullable(shown) : confirmed();
  }

  /** Other processes seal too: the newest of theirs, as far as it cannot be lost any more. */
  private Optional<PublishedCheckpoint> confirmed() {
    Optional<PublishedCheckpoint> last = rows.last();
    return last.isEmpty() || isDurable(last.get().size()) ? last : rows.at(durable);
  }

  private boolean isDurable(long size) {
    if (size > durable && confirming.getAsBoolean()) {
      durable = Math.max(durable, size);
    }
    return size <= durable;
  }

  /** The newest that a witness has cosigned. */
  public Optional<PublishedCheckpoint> latestCosigned() {
    return rows.lastCosigned();
  }

  /** The checkpoints issued beyond a size, in order. */
  public List<PublishedCheckpoint> issuedAfter(long size, int limit) {
    long last = lastShown();
    return rows.after(size, limit).stream().filter(issued -> issued.size() <= last).toList();
  }

  /** How many entries are sealed. */
  public long size() {
    return Math.max(0, lastShown());
  }

  /** The size of the newest checkpoint, -1 where there is none. */
  private long lastShown() {
    if (!followed) {
      long last = rows.lastSize();
      return isDurable(last) ? last : durable;
    }
    PublishedCheckpoint known = shown;
    return known == null ? -1 : known.size();
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
      durable = issued.size();
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
