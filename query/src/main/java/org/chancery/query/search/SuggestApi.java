package org.chancery.query.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.chancery.query.AsOfAnswer;
import org.chancery.query.AsOfParameters;
import org.chancery.query.AsOfResolver;
import org.chancery.query.Names;
import org.chancery.query.search.Marked.TextPiece;
import org.chancery.query.search.SearchQuestion.Sought;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.MissingEntries;
import org.chancery.shared.Subject;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Names for the search box, while they are being typed. */
@RestController
class SuggestApi {
  private static final int MOST = 10;

  /** So many names are read and compared; who types on gets what is missing. */
  private static final int COMPARED = 500;

  private final SearchIndex index;
  private final AsOfResolver resolver;

  SuggestApi(SearchIndex index, AsOfResolver resolver) {
    this.index = index;
    this.resolver = resolver;
  }

  /**
   * A name that is meant, perhaps.
   *
   * @param kind of what goes by it, as in paths
   * @param address of what goes by it
   */
  record Suggestion(String name, List<TextPiece> marked, String kind, String address) {}

  /** At most ten, the likeliest first. */
  record SuggestionList(List<Suggestion> items, AsOf asOf, Names names) implements AsOfAnswer {

    @Override
    public SuggestionList lacking(List<Long> entries) {
      return new SuggestionList(items, asOf.lacking(entries), names);
    }

    @Override
    public SuggestionList naming(Names cited) {
      return new SuggestionList(items, asOf, cited);
    }
  }

  /** Names of parties, officials and conferences in which each word begins one. */
  @GetMapping("/api/search/suggest")
  SuggestionList suggest(
      @RequestParam(required = false) @Nullable String q, @ParameterObject AsOfParameters asked) {
    SearchQuestion question = SearchQuestion.of(q);
    AsOf asOf = resolver.asOf(asked);
    Knowledge known =
        asked.on() == null
            ? Knowledge.of(asOf.position(), EdtfSpan.BEGINNING, EdtfSpan.END)
            : Knowledge.of(asOf.position(), asOf.on(), asOf.on());
    return index.search(
        asOf.position(),
        searcher -> {
          List<Long> lacking = Knowledge.lacking(searcher, asOf.position());
          MissingEntries.note(() -> lacking);
          return new SuggestionList(items(searcher, question, known), asOf, Names.NONE);
        });
  }

  private static Query named(SearchQuestion question) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (Sought sought : question.all()) {
      for (String form : sought.forms()) {
        Term word = new Term(EntryDocument.NAME, form);
        all.add(WordQueries.any(List.of(new TermQuery(word), new PrefixQuery(word))), Occur.FILTER);
      }
    }
    return all.build();
  }

  private static List<Suggestion> items(
      IndexSearcher searcher, SearchQuestion question, Knowledge known) throws IOException {
    Map<String, Suggestion> best = new LinkedHashMap<>();
    Marked marked = new Marked(question.all(), Map.of());
    int words = question.all().size();
    StoredFields names = searcher.storedFields();
    for (Candidate candidate : candidates(searcher, named(question), known)) {
      Document stored = names.document(candidate.document());
      for (String name : stored.getValues(EntryDocument.NAME)) {
        if (marked.count(name) == words) {
          Suggestion one = of(name, marked, candidate.subject());
          best.merge(candidate.subject(), one, (a, b) -> ORDER.compare(a, b) <= 0 ? a : b);
        }
      }
    }
    return best.values().stream().sorted(ORDER).limit(MOST).toList();
  }

  /** What begins with what was typed, then parties before persons, then the shortest. */
  private static final Comparator<Suggestion> ORDER =
      Comparator.<Suggestion, Boolean>comparing(each -> !each.marked().getFirst().marked())
          .thenComparing(each -> !each.kind().equals("parties"))
          .thenComparingInt(each -> each.name().length())
          .thenComparing(Suggestion::name);

  private static Suggestion of(String name, Marked marked, String path) {
    return new Suggestion(name, marked.whole(name), Subject.parse(path).concept(), "/api/" + path);
  }

  private record Candidate(int document, String subject) {}

  private static List<Candidate> candidates(IndexSearcher searcher, Query query, Knowledge known)
      throws IOException {
    List<Candidate> candidates = new ArrayList<>();
    Documents.each(
        searcher,
        query,
        leaf -> {
          Knowledge.Segment segment = known.in(leaf);
          SortedDocValues paths = DocValues.getSorted(leaf.reader(), EntryDocument.SUBJECT);
          return (document, _) -> {
            if (candidates.size() < COMPARED
                && segment.holds(document)
                && paths.advanceExact(document)) {
              String path = paths.lookupOrd(paths.ordValue()).utf8ToString();
              candidates.add(new Candidate(leaf.docBase + document, path));
            }
          };
        });
    return candidates;
  }
}
