package org.chancery.query.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.packed.PackedInts;
import org.jspecify.annotations.Nullable;

/** The subjects of an index as numbers, in the order of their paths. */
final class Ordinals {
  private final IndexReader.CacheKey key;
  private final List<LeafReaderContext> leaves;
  private final OrdinalMap map;

  private Ordinals(IndexReader reader) throws IOException {
    this.key = reader.getReaderCacheHelper().getKey();
    this.leaves = reader.leaves();
    SortedDocValues[] values = new SortedDocValues[leaves.size()];
    for (int leaf = 0; leaf < values.length; leaf++) {
      values[leaf] = paths(leaves.get(leaf));
    }
    this.map = OrdinalMap.build(key, values, PackedInts.DEFAULT);
  }

  private static SortedDocValues paths(LeafReaderContext leaf) throws IOException {
    return DocValues.getSorted(leaf.reader(), EntryDocument.SUBJECT);
  }

  /** Those of the index that was searched last, which the next search most often reads too. */
  static final class Last {
    private volatile @Nullable Ordinals last;

    Ordinals of(IndexReader reader) throws IOException {
      Ordinals known = last;
      if (known == null || !known.key.equals(reader.getReaderCacheHelper().getKey())) {
        known = new Ordinals(reader);
        last = known;
      }
      return known;
    }
  }

  int count() {
    return Math.toIntExact(map.getValueCount());
  }

  /** The subject of each document of a segment; -1 where it has none. */
  Segment in(LeafReaderContext leaf) throws IOException {
    return new Segment(paths(leaf), map.getGlobalOrds(leaf.ord));
  }

  /** Documents are asked for in ascending order. */
  record Segment(SortedDocValues paths, LongValues global) {

    int of(int document) throws IOException {
      return paths.advanceExact(document) ? (int) global.get(paths.ordValue()) : -1;
    }
  }

  /** The path of a subject. */
  String path(int subject) throws IOException {
    SortedDocValues paths = paths(leaves.get(map.getFirstSegmentNumber(subject)));
    return paths.lookupOrd((int) map.getFirstSegmentOrd(subject)).utf8ToString();
  }
}
