package org.chancery.seal.export;

/**
 * What has been exported.
 *
 * @param erased how many of the entries have no content any more
 * @param first the first position, 0 where there is none
 * @param last the last position, 0 where there is none
 */
public record Tally(long entries, long erased, long first, long last) {
  static final Tally NONE = new Tally(0, 0, 0, 0);

  Tally with(long position, boolean isErased) {
    return new Tally(
        entries + 1, erased + (isErased ? 1 : 0), first == 0 ? position : first, position);
  }
}
