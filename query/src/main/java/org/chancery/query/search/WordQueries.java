package org.chancery.query.search;

import static org.chancery.query.search.EntryDocument.CITES;
import static org.chancery.query.search.EntryDocument.ID;
import static org.chancery.query.search.EntryDocument.KEY;
import static org.chancery.query.search.EntryDocument.NAME;
import static org.chancery.query.search.EntryDocument.NAME_KEY;
import static org.chancery.query.search.EntryDocument.SOURCE;
import static org.chancery.query.search.EntryDocument.TEXT;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.chancery.query.search.SearchQuestion.Sought;

/**
 * Where words are looked for, and how much it counts where one is found: a name most, what a source
 * is called least. No count of words goes in, so that what is recorded later moves nothing.
 */
record WordQueries(IndexSearcher searcher, Knowledge known) {
  private static final int PREFIX = 2;
  private static final int FUZZY = 4;
  private static final int FUZZIER = 8;
  private static final int ALTERNATIVES = 20;
  private static final int LOOKED_AT = 200;
  private static final int CALLED = 20;
  private static final float CITED = 3;
  private static final float RESPELT = 0.5f;

  /** How much a word counts, and one that only begins with it. */
  private static final Map<String, float[]> WEIGHTS =
      new TreeMap<>(
          Map.of(
              NAME, new float[] {10, 6},
              TEXT, new float[] {5, 3},
              ID, new float[] {4, 2},
              SOURCE, new float[] {1.5f, 1}));

  /** An entry or a subject by its id. */
  static Query key(String key) {
    return new TermQuery(new Term(KEY, key));
  }

  /** What is so written, or begins so; a phrase as it is written alone. */
  static List<Query> as(Sought sought) {
    List<Query> all = new ArrayList<>();
    WEIGHTS.forEach(
        (field, weights) -> {
          if (sought.forms().size() > 1) {
            String[] forms = sought.forms().toArray(String[]::new);
            all.add(counting(new PhraseQuery(field, forms), weights[0] * forms.length));
          } else {
            Term term = new Term(field, sought.word());
            all.add(counting(new TermQuery(term), weights[0]));
            if (!sought.isPhrase() && begins(sought.word())) {
              all.add(counting(new PrefixQuery(term), weights[1]));
            }
          }
        });
    return all;
  }

  /** True where the word is long enough for others that begin with it. */
  static boolean begins(String word) {
    return word.codePointCount(0, word.length()) >= PREFIX;
  }

  /** What is written like one of these. */
  static List<Query> respelt(Collection<String> words) {
    List<Query> all = new ArrayList<>();
    WEIGHTS.forEach(
        (field, weights) ->
            words.forEach(
                word ->
                    all.add(counting(new TermQuery(new Term(field, word)), RESPELT * weights[0]))));
    return all;
  }

  /** What speaks of one of these subjects. */
  static List<Query> citing(Collection<String> subjects) {
    return subjects.stream()
        .map(subject -> counting(new TermQuery(new Term(CITES, subject)), CITED))
        .toList();
  }

  /** The most that one of them counts. */
  static Query any(List<Query> queries) {
    return new DisjunctionMaxQuery(queries, 0);
  }

  private static Query counting(Query query, float weight) {
    return new BoostQuery(new ConstantScoreQuery(query), weight);
  }

  /** The subjects that go by the name. */
  Set<String> called(List<String> words) throws IOException {
    Set<String> subjects = new LinkedHashSet<>();
    Query query = new TermQuery(new Term(NAME_KEY, String.join(" ", words)));
    Documents.each(
        searcher,
        query,
        leaf -> {
          Knowledge.Segment segment = known.in(leaf);
          var paths = leaf.reader().getSortedDocValues(EntryDocument.SUBJECT);
          return (document, _) -> {
            if (subjects.size() < CALLED
                && segment.holds(document)
                && paths.advanceExact(document)) {
              subjects.add(paths.lookupOrd(paths.ordValue()).utf8ToString());
            }
          };
        });
    return subjects;
  }

  /** The words on record that are nearest to one that is not; none where it is too short. */
  Set<String> near(String word) throws IOException {
    int length = word.codePointCount(0, word.length());
    for (int edits = 1; edits <= (length < FUZZY ? 0 : length < FUZZIER ? 1 : 2); edits++) {
      Set<String> near = near(word, edits);
      if (!near.isEmpty()) {
        return near;
      }
    }
    return Set.of();
  }

  /** To make the automaton takes longer than to go through the words: one serves all. */
  private Set<String> near(String word, int edits) throws IOException {
    Set<String> near = new LinkedHashSet<>();
    CompiledAutomaton like = FuzzyQuery.getFuzzyAutomaton(word, edits, 1, true);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      for (String field : WEIGHTS.keySet()) {
        Terms terms = leaf.reader().terms(field);
        if (terms != null) {
          near(like.getTermsEnum(terms), leaf, near);
        }
      }
    }
    return near;
  }

  /** Words that were not in force then are not words then. */
  private void near(TermsEnum terms, LeafReaderContext leaf, Set<String> near) throws IOException {
    int seen = 0;
    for (BytesRef term = terms.next(); term != null; term = terms.next()) {
      if (near.size() >= ALTERNATIVES || seen++ >= LOOKED_AT) {
        return;
      }
      String found = term.utf8ToString();
      if (!near.contains(found) && isHeld(terms, leaf)) {
        near.add(found);
      }
    }
  }

  private boolean isHeld(TermsEnum terms, LeafReaderContext leaf) throws IOException {
    Knowledge.Segment segment = known.in(leaf);
    PostingsEnum found = terms.postings(null, PostingsEnum.NONE);
    for (int at = found.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = found.nextDoc()) {
      if (segment.holds(at)) {
        return true;
      }
    }
    return false;
  }
}
