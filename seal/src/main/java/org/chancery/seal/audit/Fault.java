package org.chancery.seal.audit;

import java.util.Locale;

/**
 * What is wrong, and where.
 *
 * @param from the first position concerned, 0 where it is none in particular
 * @param to the last one
 */
public record Fault(Kind kind, long from, long to, String detail) {

  /** What is wrong. */
  public enum Kind {
    /** Entries lack, or stand where none can. */
    POSITION,
    /** An entry was recorded before the one that precedes it. */
    INSTANT,
    /** The versions of a subject are not 1, 2, 3. */
    VERSION,
    /** A command stands there twice, or in part. */
    COMMAND,
    /** The database cannot read it, or it is no entry. */
    UNREADABLE,
    /** The payload is no event that can be read. */
    PAYLOAD,
    /** A correction names no entry that it could supersede. */
    CORRECTION,
    /** The head is not where the journal ends. */
    HEAD,
    /** An entry is not the one that was sealed. */
    LEAF,
    /** The sealed tree is not whole, or not that of its leaves. */
    TREE,
    /** A checkpoint is not signed by the log's key, or is of another tree. */
    CHECKPOINT,
    /** What tells where entries are found does not fit them. */
    MARK,
    /** A read model holds what the journal does not lead to. */
    READ_MODEL;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  long count() {
    return to - from + 1;
  }

  /** Whether another one is the same of the next position. */
  boolean isFollowedBy(Fault next) {
    return from > 0 && next.from == to + 1 && next.kind == kind && next.detail.equals(detail);
  }

  @Override
  public String toString() {
    return from == 0
        ? "%s: %s".formatted(kind, detail)
        : from == to
            ? "position %d: %s: %s".formatted(from, kind, detail)
            : "positions %d to %d: %s: %s".formatted(from, to, kind, detail);
  }
}
