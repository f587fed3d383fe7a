package org.chancery.query.asof;

import java.util.List;
import org.chancery.query.asof.ReadModel.Listed;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param total how many there are on all pages
 * @param next the cursor of the next page, or null where this is the last
 */
public record Page<V>(List<V> items, long total, @Nullable String next, AsOf asOf, Names names)
    implements AsOfAnswer {

  public Page(List<V> items, long total, @Nullable String next, AsOf asOf) {
    this(items, total, next, asOf, Names.NONE);
  }

  /** Takes one row more than the limit as the sign that there is a next page. */
  static <V> Page<V> of(
      String list, Selection selection, List<Listed<V>> rows, long total, AsOf asOf) {
    List<Listed<V>> kept = rows.subList(0, Math.min(selection.limit(), rows.size()));
    Listed<V> last = kept.isEmpty() ? null : kept.getLast();
    String next =
        last == null || rows.size() == kept.size()
            ? null
            : selection.at(list, asOf, last.order(), last.subject()).text();
    return new Page<>(kept.stream().map(Listed::view).toList(), total, next, asOf);
  }

  @Override
  public Page<V> lacking(List<Long> entries) {
    return new Page<>(items, total, next, asOf.lacking(entries), names);
  }

  @Override
  public Page<V> naming(Names cited) {
    return new Page<>(items, total, next, asOf, cited);
  }

  /** The same page of other items. */
  public <W> Page<W> with(List<W> others) {
    return new Page<>(others, total, next, asOf, names);
  }
}
