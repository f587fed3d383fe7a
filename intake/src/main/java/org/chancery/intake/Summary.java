package org.chancery.intake;

/**
 * What an intake came to, in records of the source; registering parties and officials does not
 * count.
 *
 * @param read records in the source
 * @param recorded of these, now in the ledger and not before
 * @param unchanged of these, in the ledger before
 * @param flagged of these, recorded or unchanged but suspicious
 * @param refused of these, not in the ledger; and files, or the rests of files, that cannot be read
 */
public record Summary(long read, long recorded, long unchanged, long flagged, long refused) {
  public static final Summary NONE = new Summary(0, 0, 0, 0, 0);

  Summary plus(int recordedMore, int unchangedMore, int flaggedMore, int refusedMore) {
    return new Summary(
        read + 1,
        recorded + recordedMore,
        unchanged + unchangedMore,
        flagged + flaggedMore,
        refused + refusedMore);
  }

  /** Of both. */
  public Summary and(Summary other) {
    return new Summary(
        read + other.read,
        recorded + other.recorded,
        unchanged + other.unchanged,
        flagged + other.flagged,
        refused + other.refused);
  }

  /** The same with what is left of a file refused: nobody knows how many records it holds. */
  Summary refusing() {
    return new Summary(read, recorded, unchanged, flagged, refused + 1);
  }

  @Override
  public String toString() {
    return "read %d, recorded %d, unchanged %d, flagged %d, refused %d"
        .formatted(read, recorded, unchanged, flagged, refused);
  }
}
