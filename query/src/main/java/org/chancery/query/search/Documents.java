package org.chancery.query.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;

/** Goes over the documents that a query finds, segment by segment, in ascending order. */
interface Documents {

  /** Begins a segment. */
  Segment in(LeafReaderContext leaf) throws IOException;

  /** Takes one document of the segment. */
  @FunctionalInterface
  interface Segment {
    void take(int document, float score) throws IOException;
  }

  static void each(IndexSearcher searcher, Query query, Documents all) throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        Segment segment = all.in(leaf);
        DocIdSetIterator found = scorer.iterator();
        for (int at = found.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = found.nextDoc()) {
          segment.take(at, scorer.score());
        }
      }
    }
  }
}
