package org.chancery.seal;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.chancery.seal.merkle.Tile;

/**
 * Reads what the seal's tables hold, piece by piece, for who doubts them: what cannot be read fails
 * by itself, with a {@link RuntimeException}.
 */
public final class SealRecords {
  private final SealRows rows;

  public SealRecords(DataSource source) {
    this.rows = new SealRows(source);
  }

  /** The sizes of the checkpoints issued beyond one, in order. */
  public List<Long> sizes(long after, int limit) {
    return rows.sizes(after, limit);
  }

  /** The size of the newest checkpoint, -1 where there is none. */
  public long lastSize() {
    return rows.lastSize();
  }

  public Optional<PublishedCheckpoint> at(long size) {
    return rows.at(size);
  }

  /** What is held of the entries of a tile of level 0; none where it is missing. */
  public List<SealedEntry> entries(long chunk) {
    return rows.chunk(chunk).map(Chunk::entries).orElse(List.of());
  }

  /** The number of the last chunk, -1 where there is none. */
  public long lastChunk() {
    return rows.lastChunk();
  }

  /** The number of the next chunk that is there, {@link Long#MAX_VALUE} where there is none. */
  public long nextChunk(long number) {
    return rows.nextChunk(number);
  }

  /** A tile of a level above 0; fails where it is missing. */
  public Tile tile(int level, long number) {
    return rows.tile(level, number);
  }
}
