package org.chancery.query.change;

import java.util.List;
import java.util.Map;
import org.chancery.query.AsOfAnswer;
import org.chancery.query.Names;
import org.chancery.readmodel.AsOf;
import org.jspecify.annotations.Nullable;

/**
 * A page of changes, and before it how many of each kind there are.
 *
 * @param after the point up to which everything was known before
 * @param summary of all between the two points, whatever kind is asked for
 * @param concepts the same of each concept, by its name in addresses
 * @param total how many of those asked for there are on all pages
 * @param next the cursor of the next page, or null where this is the last
 */
record ChangePage(
    After after,
    ChangeCounts summary,
    Map<String, ChangeCounts> concepts,
    List<Change> items,
    long total,
    @Nullable String next,
    AsOf asOf,
    Names names)
    implements AsOfAnswer {

  /**
   * The point behind which changes begin.
   *
   * @param position 0 where they are asked for from the beginning
   * @param point the name by which it was asked, or null
   */
  record After(long position, @Nullable String point) {}

  @Override
  public ChangePage lacking(List<Long> entries) {
    return new ChangePage(
        after, summary, concepts, items, total, next, asOf.lacking(entries), names);
  }

  @Override
  public ChangePage naming(Names cited) {
    return new ChangePage(after, summary, concepts, items, total, next, asOf, cited);
  }
}
