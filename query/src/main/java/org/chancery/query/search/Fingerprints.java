package org.chancery.query.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;

/**
 * What the documents of an index hold, as numbers: of two indexes with the same, it is the same.
 */
final class Fingerprints {
  private static final long PRIME = 1_099_511_628_211L;
  private static final List<String> NUMBERS =
      List.of(
          EntryDocument.POSITION,
          EntryDocument.FROM,
          EntryDocument.UNTIL,
          EntryDocument.FIRST,
          EntryDocument.LAST,
          EntryDocument.ROLE);

  private Fingerprints() {}

  /** In ascending order. */
  static long[] of(IndexSearcher searcher) throws IOException {
    LongStream.Builder all = LongStream.builder();
    Documents.each(
        searcher,
        MatchAllDocsQuery.INSTANCE,
        leaf -> {
          List<NumericDocValues> numbers = new ArrayList<>();
          for (String field : NUMBERS) {
            numbers.add(DocValues.getNumeric(leaf.reader(), field));
          }
          return (document, _) -> {
            long mixed = 0;
            for (NumericDocValues each : numbers) {
              mixed = mix(mixed, each.advanceExact(document) ? each.longValue() : -1);
            }
            Document stored = searcher.storedFields().document(leaf.docBase + document);
            for (IndexableField field : stored) {
              mixed = mix(mix(mixed, field.name()), field.stringValue());
            }
            all.add(mixed);
          };
        });
    return all.build().sorted().toArray();
  }

  private static long mix(long mixed, String text) {
    return text.chars().asLongStream().reduce(mixed, Fingerprints::mix);
  }

  private static long mix(long mixed, long more) {
    return (mixed ^ more ^ (more >>> 32)) * PRIME + 1;
  }

  /** How many numbers are in one of the two alone. */
  static long differences(long[] one, long[] other) {
    long differences = 0;
    int left = 0;
    int right = 0;
    while (left < one.length && right < other.length) {
      int order = Long.compare(one[left], other[right]);
      differences += order == 0 ? 0 : 1;
      left += order <= 0 ? 1 : 0;
      right += order >= 0 ? 1 : 0;
    }
    return differences + one.length - left + other.length - right;
  }
}
