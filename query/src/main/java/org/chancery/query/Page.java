package org.chancery.query;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.ReadModel;
import org.chancery.readmodel.ReadModel.Listing;
import org.chancery.readmodel.Selection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;

/**
 * A page of a list.
 *
 * @param total how many there are on all pages
 * @param next the cursor of the next page, or null where this is the last
 * @param disputed the addresses of the subjects that sources give different accounts of, and that
 *     are told of on this page, or would be in the list by another account than the preferred one,
 *     which it follows
 * @param asked the lists of read models that it is made of
 */
public record Page<V>(
    List<V> items,
    long total,
    @Nullable String next,
    List<String> disputed,
    AsOf asOf,
    Names names,
    @JsonIgnore List<AskedList> asked)
    implements Tabular<V> {

  public Page(List<V> items, long total, @Nullable String next, AsOf asOf) {
    this(items, total, next, List.of(), asOf, Names.NONE, List.of());
  }

  /** Of what a read model lists. */
  public static <V> Page<V> of(ReadModel<V> model, Selection selection, AsOf asOf) {
    Listing<V> listing = model.list(selection, asOf);
    return new Page<>(
        listing.items(),
        listing.total(),
        listing.next(),
        List.of(),
        listing.asOf(),
        Names.NONE,
        List.of(new AskedList(model, selection)));
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
    return new Page<>(items, total, next, disputed, asOf.lacking(entries), names, asked);
  }

  @Override
  public Page<V> naming(Names cited) {
    return new Page<>(items, total, next, disputed, asOf, cited, asked);
  }

  /** The same with the subjects of which accounts differ. */
  public Page<V> telling(List<String> differing) {
    return new Page<>(items, total, next, differing, asOf, names, asked);
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

  /** The same, made of these lists. */
  public Page<V> madeOf(List<AskedList> lists) {
    return new Page<>(items, total, next, disputed, asOf, names, lists);
  }

  /** The same page of other items. */
  public <W> Page<W> with(List<W> others) {
    return new Page<>(others, total, next, disputed, asOf, names, asked);
  }
}
