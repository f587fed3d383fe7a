package org.chancery.query.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.chancery.query.search.SearchQuestion.Sought;
import org.chancery.shared.Subject;
import org.chancery.shared.party.PartyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Finds the subjects of which all that is looked for is on record, in whichever of their entries,
 * and puts those first of which most is found where it counts most.
 */
final class Finder {
  /** How many of a name's words may be told from the rest of the words. */
  private static final int LONGEST_NAME = 5;

  /** In one entry, the words are nearer to each other. */
  private static final float TOGETHER = 2;

  /** Whoever has an id wants the one. */
  private static final float BY_KEY = 1_000;

  private final IndexSearcher searcher;
  private final Ordinals ordinals;
  private final Knowledge known;
  private final WordQueries queries;
  private final SearchQuestion asked;
  private final Map<Sought, Set<String>> respelt = new LinkedHashMap<>();
  private final float[] scores;
  private final int[] found;
  private final int[] matched;

  /**
   * @param parties each of which a subject must speak of
   * @param kind what the subjects must be, or null for any
   */
  record Filters(Set<String> parties, @Nullable String kind) {}

  Finder(IndexSearcher searcher, Ordinals ordinals, Knowledge known, SearchQuestion asked) {
    this.searcher = searcher;
    this.ordinals = ordinals;
    this.known = known;
    this.queries = new WordQueries(searcher, known);
    this.asked = asked;
    this.scores = new float[ordinals.count()];
    this.found = new int[ordinals.count()];
    this.matched = new int[searcher.getIndexReader().maxDoc()];
  }

  /** How much each subject counts; 0 of those that are not found. */
  float[] scores() {
    return scores;
  }

  /** Which of what is looked for a document has, bit by bit. */
  int matched(int document) {
    return matched[document];
  }

  /** The words that are nowhere, and what was looked for instead. */
  Map<Sought, Set<String>> respelt() {
    return respelt;
  }

  Finder find(Filters filters) throws IOException {
    List<Set<String>> called = called();
    for (int at = 0; at < asked.all().size(); at++) {
      take(at, called.get(at));
    }
    together();
    byKey();
    for (int subject = 0; subject < found.length; subject++) {
      scores[subject] = found[subject] < asked.all().size() ? 0 : scores[subject];
    }
    if (!known.isOfAnyDay()) {
      keepDays();
    }
    for (String party : filters.parties()) {
      keep(
          WordQueries.any(
              WordQueries.citing(Set.of(new Subject(PartyEvent.CONCEPT, party).toString()))),
          null);
    }
    if (filters.kind() != null) {
      keep(MatchAllDocsQuery.INSTANCE, new BytesRef(filters.kind()));
    }
    return this;
  }

  /** For each of what is looked for, the subjects whose name it is, or is part of. */
  private List<Set<String>> called() throws IOException {
    List<Set<String>> called = new ArrayList<>();
    asked.all().forEach(_ -> called.add(new LinkedHashSet<>()));
    for (int from = 0; from < asked.all().size(); from++) {
      List<String> name = new ArrayList<>();
      for (int to = from; to < asked.all().size() && to < from + LONGEST_NAME; to++) {
        name.addAll(asked.all().get(to).forms());
        Set<String> subjects = queries.called(name);
        called.subList(from, to + 1).forEach(each -> each.addAll(subjects));
      }
    }
    return called;
  }

  private void take(int number, Set<String> called) throws IOException {
    Sought sought = asked.all().get(number);
    List<Query> all = new ArrayList<>(WordQueries.as(sought));
    all.addAll(WordQueries.citing(called));
    boolean any = take(number, WordQueries.any(all));
    if (!any && !sought.isPhrase()) {
      respell(number, sought);
    }
  }

  private void respell(int number, Sought sought) throws IOException {
    Set<String> near = queries.near(sought.word());
    if (!near.isEmpty()) {
      respelt.put(sought, near);
      List<Query> all = new ArrayList<>(WordQueries.respelt(near));
      for (String word : near) {
        all.addAll(WordQueries.citing(queries.called(List.of(word))));
      }
      take(number, WordQueries.any(all));
    }
  }

  /** Takes in where one of the words is; true where it is anywhere. */
  private boolean take(int number, Query query) throws IOException {
    float[] most = new float[scores.length];
    Documents.each(
        searcher,
        query,
        leaf -> {
          Knowledge.Segment segment = known.in(leaf);
          Ordinals.Segment subjects = ordinals.in(leaf);
          return (document, score) -> {
            if (segment.holds(document)) {
              int subject = subjects.of(document);
              most[subject] = Math.max(most[subject], score);
              matched[leaf.docBase + document] |= 1 << number;
            }
          };
        });
    boolean any = false;
    for (int subject = 0; subject < most.length; subject++) {
      if (most[subject] > 0) {
        any = true;
        found[subject]++;
        scores[subject] += most[subject];
      }
    }
    return any;
  }

  private void together() throws IOException {
    int all = (1 << asked.all().size()) - 1;
    FixedBitSet raised = new FixedBitSet(Math.max(1, scores.length));
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Ordinals.Segment subjects = ordinals.in(leaf);
      for (int document = 0; document < leaf.reader().maxDoc(); document++) {
        if (matched[leaf.docBase + document] == all) {
          int subject = subjects.of(document);
          if (!raised.getAndSet(subject)) {
            scores[subject] += TOGETHER;
          }
        }
      }
    }
  }

  private void byKey() throws IOException {
    Documents.each(
        searcher,
        WordQueries.key(asked.key()),
        leaf -> {
          Knowledge.Segment segment = known.in(leaf);
          Ordinals.Segment subjects = ordinals.in(leaf);
          return (document, _) -> {
            if (segment.holds(document)) {
              int subject = subjects.of(document);
              scores[subject] = BY_KEY;
              found[subject] = asked.all().size();
              matched[leaf.docBase + document] = (1 << asked.all().size()) - 1;
            }
          };
        });
  }

  /**
   * Lets go of subjects of which nothing that is dated may be of the days: what tells of no date is
   * of the days of its subject.
   */
  private void keepDays() throws IOException {
    FixedBitSet dated = new FixedBitSet(Math.max(1, scores.length));
    FixedBitSet fits = new FixedBitSet(Math.max(1, scores.length));
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Knowledge.Segment ever = known.ofAnyDay().in(leaf);
      Knowledge.Segment then = known.in(leaf);
      Ordinals.Segment subjects = ordinals.in(leaf);
      for (int document = 0; document < leaf.reader().maxDoc(); document++) {
        int subject = subjects.of(document);
        if (subject >= 0 && scores[subject] > 0 && ever.holds(document) && ever.isDated()) {
          dated.set(subject);
          if (then.holds(document)) {
            fits.set(subject);
          }
        }
      }
    }
    for (int subject = 0; subject < scores.length; subject++) {
      scores[subject] = fits.get(subject) || !dated.get(subject) ? scores[subject] : 0;
    }
  }

  /** Lets go of subjects none of whose documents is found by the query, and of the kind. */
  private void keep(Query query, @Nullable BytesRef kind) throws IOException {
    FixedBitSet kept = new FixedBitSet(Math.max(1, scores.length));
    Documents.each(
        searcher,
        query,
        leaf -> {
          Knowledge.Segment segment = known.ofAnyDay().in(leaf);
          Ordinals.Segment subjects = ordinals.in(leaf);
          SortedDocValues kinds = DocValues.getSorted(leaf.reader(), EntryDocument.KIND);
          int wanted = kind == null ? 0 : kinds.lookupTerm(kind);
          return (document, _) -> {
            boolean fits =
                kind == null || (kinds.advanceExact(document) && kinds.ordValue() == wanted);
            if (fits && segment.holds(document)) {
              kept.set(subjects.of(document));
            }
          };
        });
    for (int subject = 0; subject < scores.length; subject++) {
      scores[subject] = kept.get(subject) ? scores[subject] : 0;
    }
  }
}
