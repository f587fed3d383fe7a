package org.chancery.query.change;

import java.util.List;
import org.chancery.query.AsOfAnswer;
import org.chancery.query.Names;
import org.chancery.readmodel.AsOf;
import org.jspecify.annotations.Nullable;

/**
 * A page of changes, and before it how many of each kind there are.
 *
 * @param summary of all between the two points, whatever kind is asked for
 * @param total how many of those asked for there are on all pages
 * @param next the cursor of the next page, or null where this is the last
 */
record ChangePage(
    ChangeCounts summary,
    List<Change> items,
    long total,
    @Nullable String next,
    AsOf asOf,
    Names names)
    implements AsOfAnswer {

  @Override
  public ChangePage lacking(List<Long> entries) {
    return new ChangePage(summary, items, total, next, asOf.lacking(entries), names);
  }

  @Override
  public ChangePage naming(Names cited) {
    return new ChangePage(summary, items, total, next, asOf, cited);
  }
}
