package org.chancery.query.search;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.search.IndexSearcher;
import org.chancery.query.AsOfParameters;
import org.chancery.query.AsOfResolver;
import org.chancery.query.Filter;
import org.chancery.query.ListParameters;
import org.chancery.query.Names;
import org.chancery.query.account.DisputedLists;
import org.chancery.query.party.PartyNames;
import org.chancery.query.search.Finder.Filters;
import org.chancery.query.search.HitList.Counts;
import org.chancery.query.search.HitList.Raw;
import org.chancery.query.search.Marked.TextPiece;
import org.chancery.query.search.SearchPage.Facets;
import org.chancery.query.search.SearchPage.Hit;
import org.chancery.query.search.SearchPage.KindCount;
import org.chancery.query.search.SearchPage.PartyCount;
import org.chancery.query.search.SearchPage.Respelt;
import org.chancery.query.search.SearchPage.YearCount;
import org.chancery.readmodel.AsOf;
import org.chancery.readmodel.Cursor;
import org.chancery.readmodel.FilterAttribute;
import org.chancery.readmodel.MissingEntries;
import org.chancery.readmodel.Selection;
import org.chancery.shared.PartyId;
import org.chancery.shared.Subject;
import org.chancery.shared.concept.Concept;
import org.chancery.shared.time.EdtfSpan;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Search over REST. */
@RestController
class SearchApi {
  private static final List<String> KINDS = Concept.ALL.stream().map(Concept::name).toList();
  private static final int PARTIES = 100;
  private static final String PARTY = "party";
  private static final String KIND = "kind";

  private final SearchIndex index;
  private final PartyNames parties;
  private final Titles titles;
  private final DisputedLists lists;
  private final AsOfResolver resolver;
  private final Ordinals.Last ordinals = new Ordinals.Last();

  SearchApi(
      SearchIndex index,
      PartyNames parties,
      Titles titles,
      DisputedLists lists,
      AsOfResolver resolver) {
    this.lists = lists;
    this.index = index;
    this.parties = parties;
    this.titles = titles;
    this.resolver = resolver;
  }

  /** Whatever is on record of which all words are found, what counts most first. */
  @GetMapping("/api/search")
  SearchPage search(
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable List<String> party,
      @ParameterObject ListParameters list,
      @ParameterObject AsOfParameters asked) {
    SearchQuestion question = SearchQuestion.of(q);
    AsOf asOf = resolver.asOf(asked, list);
    Selection wanted =
        list.selecting(
            asked.on() == null,
            parties.filter(
                PARTY, party, asked.on() == null ? AsOf.anyDay(asOf.position()) : asOf, list),
            Filter.choice(KIND, kind, KINDS));
    String fingerprint =
        Cursor.fingerprint(
            "search",
            q,
            wanted.attributes().stream().map(String::valueOf).sorted().toList(),
            wanted.from(),
            wanted.to(),
            wanted.anyDay());
    if (wanted.after() != null) {
      wanted.after().in(fingerprint);
    }
    return index.search(
        asOf.position(), searcher -> page(searcher, question, wanted, asOf, fingerprint));
  }

  private SearchPage page(
      IndexSearcher searcher,
      SearchQuestion question,
      Selection wanted,
      AsOf asOf,
      String fingerprint)
      throws IOException {
    List<Long> lacking = Knowledge.lacking(searcher, asOf.position());
    MissingEntries.note(() -> lacking);
    Knowledge known = known(wanted, asOf);
    Ordinals subjects = ordinals.of(searcher.getIndexReader());
    Finder found = new Finder(searcher, subjects, known, question).find(filters(wanted));
    HitList hits = new HitList(searcher, subjects, known, found);
    Cursor after = wanted.after();
    int from = after == null ? 0 : hits.behind(after.order(), after.subject());
    int to = Math.min(hits.size(), from + wanted.limit());
    Marked marked = new Marked(question.all(), found.respelt());
    List<Raw> page = hits.page(from, to);
    return new SearchPage(
        told(page, marked, asOf),
        hits.size(),
        to == hits.size() ? null : next(hits, to - 1, wanted, asOf, fingerprint),
        lists.among(page.stream().map(Raw::path).toList(), asOf),
        respelt(found),
        facets(hits.counts()),
        asOf,
        Names.NONE);
  }

  private static Knowledge known(Selection wanted, AsOf asOf) {
    LocalDate first = wanted.from() == null ? EdtfSpan.BEGINNING : wanted.from();
    LocalDate last = wanted.to() == null ? EdtfSpan.END : wanted.to();
    if (!wanted.anyDay()) {
      first = first.isAfter(asOf.on()) ? first : asOf.on();
      last = last.isBefore(asOf.on()) ? last : asOf.on();
    }
    return Knowledge.of(asOf.position(), first, last);
  }

  private static Filters filters(Selection wanted) {
    return new Filters(
        values(wanted, PARTY), values(wanted, KIND).stream().findFirst().orElse(null));
  }

  private static Set<String> values(Selection wanted, String name) {
    return wanted.attributes().stream()
        .filter(attribute -> attribute.name().equals(name))
        .map(FilterAttribute::value)
        .collect(Collectors.toSet());
  }

  private static String next(
      HitList hits, int last, Selection wanted, AsOf asOf, String fingerprint) throws IOException {
    return new Cursor(asOf, wanted.anyDay(), fingerprint, hits.place(last), hits.path(last)).text();
  }

  private List<Hit> told(List<Raw> page, Marked marked, AsOf asOf) {
    List<String> named =
        titles.of(
            page.stream()
                .map(raw -> raw.title() == null ? Subject.parse(raw.path()).id() : raw.title())
                .toList(),
            asOf);
    List<Hit> hits = new ArrayList<>();
    for (int at = 0; at < page.size(); at++) {
      Raw raw = page.get(at);
      hits.add(
          new Hit(
              Subject.parse(raw.path()).concept(),
              address(raw),
              marked.whole(named.get(at)),
              raw.date(),
              snippet(raw, marked),
              raw.entries()));
    }
    return hits;
  }

  private static String address(Raw raw) {
    return raw.isTold() ? "/api/" + raw.path() : "/api/entries/" + raw.entries().getLast();
  }

  private static List<TextPiece> snippet(Raw raw, Marked marked) {
    String best = marked.best(raw.texts());
    return best == null ? List.of() : marked.part(best);
  }

  private static List<Respelt> respelt(Finder found) {
    return found.respelt().entrySet().stream()
        .map(each -> new Respelt(each.getKey().word(), List.copyOf(each.getValue())))
        .toList();
  }

  private static Facets facets(Counts counts) {
    return new Facets(
        counts.kinds().entrySet().stream()
            .map(each -> new KindCount(each.getKey(), each.getValue()))
            .sorted(Comparator.comparingInt(each -> -each.count()))
            .toList(),
        counts.parties().entrySet().stream()
            .map(each -> new PartyCount(new PartyId(each.getKey()), each.getValue()))
            .sorted(Comparator.comparingInt(each -> -each.count()))
            .limit(PARTIES)
            .toList(),
        Math.max(0, counts.parties().size() - PARTIES),
        counts.years().entrySet().stream()
            .map(
                (Map.Entry<Integer, Integer> each) -> new YearCount(each.getKey(), each.getValue()))
            .toList());
  }
}
