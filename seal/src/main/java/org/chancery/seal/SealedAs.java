package org.chancery.seal;

/** What the entry at a position is to the one that was sealed there. */
public enum SealedAs {
  /** The same, with all that it holds. */
  ITSELF,
  /** Of the same leaf; what the content was cannot be shown any more, for its salt is destroyed. */
  ERASED,
  /** Not that one. */
  ANOTHER
}
