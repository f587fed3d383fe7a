package org.chancery.query.search;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;

/** What is found, in order; counted by groups, and a page of it with what each page tells. */
final class HitList {
  private static final int CITED = 100;

  /** No subject counts so much; a number of as many digits as all that are near it. */
  private static final long LAST = 99_999_999;

  private static final int PARTS = 100;
  private static final long UNDATED = Long.MAX_VALUE;

  private final IndexSearcher searcher;
  private final Ordinals ordinals;
  private final Knowledge known;
  private final Finder found;
  private final long[] order;

  /**
   * A subject that is found.
   *
   * @param title what it is called, with names as templates; null where it tells of nothing
   * @param texts the texts of the entry of which most is found
   * @param entries in which something of it is found
   * @param isTold false where no entry in force tells of it
   */
  record Raw(
      String path,
      @Nullable String title,
      @Nullable String date,
      List<String> texts,
      List<Long> entries,
      boolean isTold) {}

  HitList(IndexSearcher searcher, Ordinals ordinals, Knowledge known, Finder found) {
    this.searcher = searcher;
    this.ordinals = ordinals;
    this.known = known.ofAnyDay();
    this.found = found;
    this.order = order(found.scores());
  }

  /** The most first; where two count as much, by path. */
  private static long[] order(float[] scores) {
    return IntStream.range(0, scores.length)
        .filter(subject -> scores[subject] > 0)
        .mapToLong(subject -> ((LAST - Math.round(scores[subject] * PARTS)) << 32) | subject)
        .sorted()
        .toArray();
  }

  int size() {
    return order.length;
  }

  /** Where a subject stands, as text that sorts. */
  String place(int at) {
    return Long.toString(order[at] >>> 32);
  }

  String path(int at) throws IOException {
    return ordinals.path(subject(at));
  }

  private int subject(int at) {
    return (int) order[at];
  }

  /** The number of the first behind a place. */
  int behind(String place, String path) throws IOException {
    int low = 0;
    int high = order.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      int byPlace = place(middle).compareTo(place);
      boolean before =
          byPlace < 0
              || (byPlace == 0 && new BytesRef(path(middle)).compareTo(new BytesRef(path)) <= 0);
      low = before ? middle + 1 : low;
      high = before ? high : middle;
    }
    return low;
  }

  /** How many there are of each kind, party and year in which they begin. */
  record Counts(
      Map<String, Integer> kinds, Map<String, Integer> parties, Map<Integer, Integer> years) {}

  Counts counts() throws IOException {
    int[] number = new int[ordinals.count()];
    for (int at = 0; at < order.length; at++) {
      number[subject(at)] = at + 1;
    }
    Tally tally = new Tally(order.length);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Knowledge.Segment segment = known.in(leaf);
      Ordinals.Segment subjects = ordinals.in(leaf);
      Tally.Segment counted = tally.in(leaf);
      for (int document = 0; document < leaf.reader().maxDoc(); document++) {
        int subject = subjects.of(document);
        if (subject >= 0 && number[subject] > 0 && segment.holds(document)) {
          counted.take(document, number[subject] - 1);
        }
      }
    }
    return tally.counts();
  }

  /** Counts each subject once in each group. */
  private static final class Tally {
    private final FixedBitSet kindTold;
    private final long[] begins;
    private final Map<String, Integer> kinds = new TreeMap<>();
    private final Map<String, FixedBitSet> parties = new TreeMap<>();
    private final int size;

    Tally(int size) {
      this.size = size;
      this.kindTold = new FixedBitSet(Math.max(1, size));
      this.begins = new long[size];
      Arrays.fill(begins, UNDATED);
    }

    Segment in(LeafReaderContext leaf) throws IOException {
      return new Segment(
          DocValues.getSorted(leaf.reader(), EntryDocument.KIND),
          DocValues.getSortedSet(leaf.reader(), EntryDocument.PARTY),
          DocValues.getNumeric(leaf.reader(), EntryDocument.FIRST));
    }

    final class Segment {
      private final SortedDocValues kind;
      private final SortedSetDocValues party;
      private final NumericDocValues first;
      private final Map<Long, FixedBitSet> local = new HashMap<>();
      private final Map<Integer, String> named = new HashMap<>();

      Segment(SortedDocValues kind, SortedSetDocValues party, NumericDocValues first) {
        this.kind = kind;
        this.party = party;
        this.first = first;
      }

      void take(int document, int number) throws IOException {
        if (!kindTold.getAndSet(number) && kind.advanceExact(document)) {
          kinds.merge(kindOf(kind.ordValue()), 1, Integer::sum);
        }
        if (party.advanceExact(document)) {
          for (int each = 0; each < party.docValueCount(); each++) {
            of(party.nextOrd()).set(number);
          }
        }
        if (first.advanceExact(document)) {
          begins[number] = Math.min(begins[number], dated(first.longValue()));
        }
      }

      private String kindOf(int ordinal) throws IOException {
        String known = named.get(ordinal);
        if (known == null) {
          known = kind.lookupOrd(ordinal).utf8ToString();
          named.put(ordinal, known);
        }
        return known;
      }

      private FixedBitSet of(long ordinal) throws IOException {
        FixedBitSet told = local.get(ordinal);
        if (told == null) {
          String id = party.lookupOrd(ordinal).utf8ToString();
          told = parties.computeIfAbsent(id, _ -> new FixedBitSet(Math.max(1, size)));
          local.put(ordinal, told);
        }
        return told;
      }
    }

    private static long dated(long day) {
      return day == EdtfSpan.BEGINNING.toEpochDay() ? UNDATED : day;
    }

    Counts counts() {
      Map<String, Integer> of = new TreeMap<>();
      parties.forEach((party, told) -> of.put(party, told.cardinality()));
      Map<Integer, Integer> years = new TreeMap<>();
      for (long day : begins) {
        if (day != UNDATED) {
          years.merge(LocalDate.ofEpochDay(day).getYear(), 1, Integer::sum);
        }
      }
      return new Counts(kinds, of, years);
    }
  }

  /** Those from one place to another. */
  List<Raw> page(int from, int to) throws IOException {
    Map<String, Gathered> page = new HashMap<>();
    List<String> paths = new ArrayList<>();
    for (int at = from; at < to; at++) {
      paths.add(path(at));
      page.put(paths.getLast(), new Gathered());
    }
    Documents.each(
        searcher,
        new TermInSetQuery(EntryDocument.SUBJECT, paths.stream().map(BytesRef::new).toList()),
        leaf -> gather(leaf, page));
    List<Raw> raw = new ArrayList<>();
    StoredFields stored = searcher.storedFields();
    for (String path : paths) {
      raw.add(page.getOrDefault(path, new Gathered()).raw(path, stored));
    }
    return raw;
  }

  private Documents.Segment gather(LeafReaderContext leaf, Map<String, Gathered> page)
      throws IOException {
    Knowledge.Segment segment = known.in(leaf);
    SortedDocValues paths = DocValues.getSorted(leaf.reader(), EntryDocument.SUBJECT);
    NumericDocValues positions = DocValues.getNumeric(leaf.reader(), EntryDocument.POSITION);
    NumericDocValues roles = DocValues.getNumeric(leaf.reader(), EntryDocument.ROLE);
    return (document, _) -> {
      if (segment.holds(document)
          && paths.advanceExact(document)
          && positions.advanceExact(document)
          && roles.advanceExact(document)) {
        Gathered of = page.get(paths.lookupOrd(paths.ordValue()).utf8ToString());
        if (of != null) {
          of.take(leaf.docBase + document, positions.longValue(), (int) roles.longValue());
        }
      }
    };
  }

  /** What the documents of one subject come to. */
  private final class Gathered {
    private final List<Long> entries = new ArrayList<>();
    private int telling = -1;
    private int role = EntryDocument.AMENDS;
    private long latest;
    private int best = -1;

    void take(int document, long position, int itsRole) {
      int bits = Integer.bitCount(found.matched(document));
      if (bits > 0) {
        entries.add(position);
        boolean better = best < 0 || bits > Integer.bitCount(found.matched(best));
        best = better ? document : best;
      }
      if (itsRole > role || (itsRole == role && telling >= 0 && position > latest)) {
        telling = document;
        role = itsRole;
        latest = position;
      }
    }

    Raw raw(String path, StoredFields stored) throws IOException {
      Document told = telling < 0 ? null : stored.document(telling);
      Document shown = best < 0 ? null : stored.document(best);
      return new Raw(
          path,
          told == null ? null : told.get(EntryDocument.TITLE),
          told == null ? null : told.get(EntryDocument.DATE),
          shown == null ? List.of() : texts(shown),
          entries.stream().sorted().distinct().limit(CITED).toList(),
          telling >= 0);
    }

    private static List<String> texts(Document shown) {
      List<String> texts = new ArrayList<>(List.of(shown.getValues(EntryDocument.TEXT)));
      texts.addAll(List.of(shown.getValues(EntryDocument.NAME)));
      texts.addAll(List.of(shown.getValues(EntryDocument.SOURCE)));
      return texts;
    }
  }
}
