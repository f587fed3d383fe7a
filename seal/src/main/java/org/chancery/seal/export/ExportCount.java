package org.chancery.seal.export;

/**
 * What has been exported.
 *
 * @param erased how many of the entries have no content any more
 * @param first the first position, 0 where there is none
 * @param last the last position, 0 where there is none
 */
public record ExportCount(long entries, long erased, long first, long last) {
  static final ExportCount NONE = new ExportCount(0, 0, 0, 0);

  ExportCount with(long position, boolean isErased) {
    return new ExportCount(
        entries + 1, erased + (isErased ? 1 : 0), first == 0 ? position : first, position);
  }
}
