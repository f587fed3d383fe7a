package org.chancery.query.search;

import java.util.List;
import org.chancery.query.Names;
import org.chancery.query.Tabular;
import org.chancery.query.search.Marked.TextPiece;
import org.chancery.query.search.SearchPage.Hit;
import org.chancery.readmodel.AsOf;
import org.chancery.shared.PartyId;
import org.jspecify.annotations.Nullable;

/**
 * A page of what is found, what counts most first.
 *
 * @param total how many subjects are found, on all pages
 * @param next the cursor of the next page, or null where this is the last
 * @param disputed the addresses of those on this page of which accounts differ
 * @param respelt the words that are nowhere on record, and what was looked for instead
 * @param facets how many of all that is found there are of each kind, party and year
 */
record SearchPage(
    List<Hit> items,
    long total,
    @Nullable String next,
    List<String> disputed,
    List<Respelt> respelt,
    Facets facets,
    AsOf asOf,
    Names names)
    implements Tabular<Hit> {

  /**
   * A subject that is found.
   *
   * @param kind its concept, as in paths
   * @param address where it is read; that of an entry where no other entry of it is in force
   * @param title what it is called on the day asked about
   * @param date of what begins its record (EDTF); null where that has none
   * @param snippet a part of the text in which most is found; none where only ids are
   * @param entries the first hundred positions in which something of it is found
   */
  record Hit(
      String kind,
      String address,
      List<TextPiece> title,
      @Nullable String date,
      List<TextPiece> snippet,
      List<Long> entries) {}

  /** A word that is nowhere on record, and those near it that are. */
  record Respelt(String word, List<String> as) {}

  /**
   * Counts of all that is found.
   *
   * @param parties whom the subjects speak of, the hundred most frequent
   * @param moreParties how many parties there are besides
   * @param years in which what is on record of the subjects begins
   */
  record Facets(
      List<KindCount> kinds, List<PartyCount> parties, int moreParties, List<YearCount> years) {}

  record KindCount(String kind, int count) {}

  record PartyCount(PartyId party, int count) {}

  record YearCount(int year, int count) {}

  @Override
  public List<Hit> rows() {
    return items;
  }

  @Override
  public long rowsInAll() {
    return total;
  }

  @Override
  public SearchPage lacking(List<Long> lacking) {
    return new SearchPage(
        items, total, next, disputed, respelt, facets, asOf.lacking(lacking), names);
  }

  @Override
  public SearchPage naming(Names cited) {
    return new SearchPage(items, total, next, disputed, respelt, facets, asOf, cited);
  }
}
