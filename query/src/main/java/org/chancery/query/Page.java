package org.chancery.query;

import java.util.List;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.ReadModel.Listing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;

/**
 * A page of a list.
 *
 * @param total how many there are on all pages
 * @param next the cursor of the next page, or null where this is the last
 * @param disputed the addresses of the subjects of which this page tells facts that sources give
 *     different accounts of; it follows the ones that are preferred
 */
public record Page<V>(
    List<V> items, long total, @Nullable String next, List<String> disputed, AsOf asOf, Names names)
    implements Tabular<V> {

  public Page(List<V> items, long total, @Nullable String next, AsOf asOf) {
    this(items, total, next, List.of(), asOf, Names.NONE);
  }

  /** Of what a read model lists. */
  public static <V> Page<V> of(Listing<V> listing) {
    return new Page<>(listing.items(), listing.total(), listing.next(), listing.asOf());
  }

  @Override
  public List<V> rows() {
    return items;
  }

  @Override
  public long rowsInAll() {
    return total;
  }

  @Override
  public Page<V> lacking(List<Long> entries) {
    return new Page<>(items, total, next, disputed, asOf.lacking(entries), names);
  }

  @Override
  public Page<V> naming(Names cited) {
    return new Page<>(items, total, next, disputed, asOf, cited);
  }

  /** The same with the subjects of which accounts differ. */
  public Page<V> telling(List<String> differing) {
    return new Page<>(items, total, next, differing, asOf, names);
  }

  /**
   * The head of an answer in which the page takes another form than JSON: {@code Ledger-Next} is
   * the cursor of the next one, {@code Ledger-Total} the total.
   */
  public BodyBuilder inForm(MediaType type) {
    return ResponseEntity.ok()
        .contentType(type)
        .headers(this::tell)
        .header(PositionAdvice.HEADER, Long.toString(asOf.position()));
  }

  /** The same page of other items. */
  public <W> Page<W> with(List<W> others) {
    return new Page<>(others, total, next, disputed, asOf, names);
  }
}
