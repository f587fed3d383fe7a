package org.chancery.query;

import java.util.List;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.ReadModel.Listing;
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

  /** Of what a read model lists. */
  public static <V> Page<V> of(Listing<V> listing) {
    return new Page<>(listing.items(), listing.total(), listing.next(), listing.asOf());
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
