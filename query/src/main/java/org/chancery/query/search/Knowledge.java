package org.chancery.query.search;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.chancery.shared.time.EdtfSpan;

/**
 * What was known at a position of a span of days: the documents that were in force by then, and
 * that may be of one of these days.
 */
record Knowledge(long position, long first, long last) {
  private static final int MOST = 100;

  static Knowledge of(long position, LocalDate first, LocalDate last) {
    return new Knowledge(position, first.toEpochDay(), last.toEpochDay());
  }

  /** The same of any day. */
  Knowledge ofAnyDay() {
    return of(position, EdtfSpan.BEGINNING, EdtfSpan.END);
  }

  boolean isOfAnyDay() {
    return equals(ofAnyDay());
  }

  /** What of it a segment of the index holds. */
  Segment in(LeafReaderContext leaf) throws IOException {
    return new Segment(
        this,
        DocValues.getNumeric(leaf.reader(), EntryDocument.FROM),
        DocValues.getNumeric(leaf.reader(), EntryDocument.UNTIL),
        DocValues.getNumeric(leaf.reader(), EntryDocument.FIRST),
        DocValues.getNumeric(leaf.reader(), EntryDocument.LAST));
  }

  /** Documents are asked for in ascending order. */
  record Segment(
      Knowledge known,
      NumericDocValues from,
      NumericDocValues until,
      NumericDocValues first,
      NumericDocValues last) {

    boolean holds(int document) throws IOException {
      return until.advanceExact(document)
          && until.longValue() > known.position
          && from.advanceExact(document)
          && from.longValue() <= known.position
          && first.advanceExact(document)
          && first.longValue() <= known.last
          && last.advanceExact(document)
          && last.longValue() >= known.first;
    }

    /** True where the document that was asked for last, and is held, tells of a date. */
    boolean isDated() throws IOException {
      return first.longValue() > EdtfSpan.BEGINNING.toEpochDay()
          || last.longValue() < EdtfSpan.END.toEpochDay();
    }
  }

  /** The first entries up to a position that the index lacks, at most a hundred. */
  static List<Long> lacking(IndexSearcher searcher, long position) throws IOException {
    TermQuery query = new TermQuery(new Term(EntryDocument.LACKING, EntryDocument.LACKING));
    List<Long> lacking = new ArrayList<>();
    Documents.each(
        searcher,
        query,
        leaf -> {
          NumericDocValues positions = DocValues.getNumeric(leaf.reader(), EntryDocument.POSITION);
          return (document, _) -> {
            if (positions.advanceExact(document)) {
              lacking.add(positions.longValue());
            }
          };
        });
    return lacking.stream().filter(at -> at <= position).sorted().limit(MOST).toList();
  }
}
