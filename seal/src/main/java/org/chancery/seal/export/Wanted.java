package org.chancery.seal.export;

import java.util.BitSet;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.chancery.journal.EntryFilter;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are exported.
 *
 * @param told the filters as the export's first line tells them, by name
 * @param filter the same as the journal knows them
 * @param among the positions to which what concerns a party or official is confined; null for all
 * @param since the size of an earlier checkpoint, whose root the export is to lead to as well; 0
 *     where there is none
 */
public record Wanted(
    SortedMap<String, String> told, EntryFilter filter, @Nullable BitSet among, long since) {
  /** Every entry. */
  public static final Wanted ALL =
      new Wanted(Collections.emptySortedMap(), EntryFilter.ALL, null, 0);

  public Wanted {
    told = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, String>) told));
  }

  boolean keeps(long position) {
    return among == null || among.get(Math.toIntExact(position));
  }

  /** The position behind which the next entry stands that may be kept, the greatest for none. */
  long skip(long after) {
    if (among == null) {
      return after;
    }
    int next = among.nextSetBit(Math.toIntExact(after + 1));
    return next < 0 ? Long.MAX_VALUE : next - 1L;
  }
}
