package org.chancery.query.change;

import java.util.List;
import java.util.Map;
import org.chancery.query.AsOfAnswer;
import org.chancery.query.Names;
import org.chancery.readmodel.AsOf;
import org.chancery.shared.Choice;
import org.jspecify.annotations.Nullable;

/**
 * A page of changes, and before it how many of each kind there are.
 *
 * @param summary of all between the two points, whatever kind is asked for
 * @param total how many of those asked for there are on all pages
 * @param next the cursor of the next page, or null where this is the last
 */
record ChangePage(
    Summary summary, List<Change> items, long total, @Nullable String next, AsOf asOf, Names names)
    implements AsOfAnswer {

  /**
   * How many entries there are.
   *
   * @param added those that add to what is on record
   * @param corrected those that correct one
   * @param retracted those that retract one, or a retraction
   * @param accountsRecorded those that set an account beside another
   * @param accountsPreferred those that say which account is followed
   */
  record Summary(
      long added, long corrected, long retracted, long accountsRecorded, long accountsPreferred) {

    static Summary of(Map<String, Long> byName) {
      return new Summary(
          count(Change.Kind.ADDED, byName),
          count(Change.Kind.CORRECTED, byName),
          count(Change.Kind.RETRACTED, byName),
          count(Change.Kind.ACCOUNT_RECORDED, byName),
          count(Change.Kind.ACCOUNT_PREFERRED, byName));
    }

    private static long count(Change.Kind kind, Map<String, Long> byName) {
      return Changes.NAMES.getOrDefault(Choice.text(kind), List.of()).stream()
          .mapToLong(name -> byName.getOrDefault(name, 0L))
          .sum();
    }
  }

  @Override
  public ChangePage lacking(List<Long> entries) {
    return new ChangePage(summary, items, total, next, asOf.lacking(entries), names);
  }

  @Override
  public ChangePage naming(Names cited) {
    return new ChangePage(summary, items, total, next, asOf, cited);
  }
}
