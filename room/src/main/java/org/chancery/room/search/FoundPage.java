package org.chancery.room.search;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.chancery.room.question.Asked;
import org.chancery.room.question.PageParameter;
import org.chancery.room.question.Questions;
import org.chancery.room.search.SearchSheet.Hit;
import org.chancery.room.search.SearchSheet.Piece;
import org.chancery.room.search.SearchSheet.Respelt;
import org.chancery.room.sheet.OtherForms;
import org.chancery.room.sheet.Paging;
import org.chancery.room.sheet.Press;
import org.chancery.room.sheet.Sheet;
import org.chancery.room.sheet.Sheet.Form;
import org.chancery.room.value.DateWords;
import org.chancery.room.value.FieldWords;
import org.chancery.room.value.Links;
import org.chancery.room.value.Shown.Link;
import org.chancery.room.value.ValueReader;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What is found of words, wherever they are on record. */
@RestController
@Hidden
class FoundPage {
  private static final String Q = "q";
  private static final String CURSOR = "cursor";

  /** What a search alone is asked. */
  private static final Set<String> OF_SEARCH =
      Set.of(Q, "kind", "party", "from", "to", "limit", CURSOR);

  private final Questions questions;

  FoundPage(Questions questions) {
    this.questions = questions;
  }

  @GetMapping(path = "/search", produces = Press.TYPE)
  ResponseEntity<String> search(HttpServletRequest request) {
    String q = request.getParameter(Q);
    boolean asks = q != null && !q.isBlank();
    return Press.page("search", asks ? found(q.strip(), request) : form(request));
  }

  /** The form alone, still as of the point in both times that is asked for. */
  private SearchSheet form(HttpServletRequest request) {
    List<PageParameter> point =
        PageParameter.of(request).stream()
            .filter(each -> !OF_SEARCH.contains(each.name()))
            .toList();
    Asked journal = questions.of(Questions.path("journal"), point);
    Sheet sheet = Sheet.ofAllDays(request, journal, "", "Search").withoutForms();
    List<Link> narrowed =
        new Narrowing(request, ValueReader.of(journal.answer(), sheet.links())).narrowed();
    return new SearchSheet(
        sheet,
        "",
        kept(request),
        (narrowed.isEmpty()
                ? "Nothing is asked yet."
                : "No words are asked for, so nothing is searched; what is found will be narrowed.")
            + " All words are looked for wherever they are on record: in names, places, topics,"
            + " remarks, quotes and ids.",
        List.of(),
        narrowed,
        List.of(),
        List.of(),
        new Paging("", ""),
        new Link("", ""));
  }

  private SearchSheet found(String q, HttpServletRequest request) {
    Asked asked = questions.of(request);
    Sheet sheet = Sheet.ofAllDays(request, asked, "", "Search: " + q);
    ValueReader reader = ValueReader.of(asked.answer(), sheet.links());
    Narrowing narrowing = new Narrowing(request, reader);
    Set<String> disputed =
        list(asked.answer(), "disputed").map(JsonNode::asString).collect(Collectors.toSet());
    List<Hit> hits =
        list(asked.answer(), "items").map(each -> hit(each, disputed, sheet.links())).toList();
    Form table = OtherForms.table(request);
    return new SearchSheet(
        sheet.with(table),
        q,
        kept(request),
        told(
            asked, hits.size(), !narrowing.narrowed().isEmpty() || !sheet.links().asOf().isEmpty()),
        list(asked.answer(), "respelt").map(FoundPage::respelt).toList(),
        narrowing.narrowed(),
        hits,
        narrowing.groups(asked.answer()),
        Paging.of(request, asked),
        new Link(
            table.href(),
            OtherForms.ofTable(asked.answer(), request.getParameter(CURSOR) != null)));
  }

  private static List<PageParameter> kept(HttpServletRequest request) {
    return PageParameter.of(request).stream()
        .filter(each -> !Set.of(Q, CURSOR).contains(each.name()))
        .toList();
  }

  private static String told(Asked asked, int shown, boolean narrowed) {
    long total = asked.answer().path("total").asLong();
    if (total == 0) {
      String here = narrowed ? "Nothing on record that this keeps" : "Nothing on record";
      String lacking = asked.behind().isEmpty() ? "" : " Not all entries could be searched.";
      return here + " holds these words; that does not say it was not so." + lacking;
    }
    String onPage = shown < total ? ", %,d on this page" : "";
    return String.format(Locale.ENGLISH, "%,d found" + onPage + ".", total, shown);
  }

  private static Respelt respelt(JsonNode word) {
    String as =
        list(word, "as")
            .map(each -> "“" + each.asString("") + "”")
            .collect(Collectors.joining(", "));
    return new Respelt(word.path("word").asString(""), as);
  }

  private static Hit hit(JsonNode item, Set<String> disputed, Links links) {
    String kind = FieldWords.sentence(FieldWords.idOf(item.path("kind").asString("")));
    String address = item.path("address").asString("");
    JsonNode date = item.path("date");
    return new Hit(
        links.ofAddress(address),
        pieces(item.path("title")),
        (date.isString() ? kind + ", " + DateWords.of(date.asString()) : kind)
            + (disputed.contains(address) ? "; sources differ" : ""),
        pieces(item.path("snippet")),
        links.cited(Asked.positions(item.path("entries"))));
  }

  private static List<Piece> pieces(JsonNode text) {
    List<Piece> pieces = new ArrayList<>();
    for (JsonNode each : text) {
      pieces.add(new Piece(each.path("text").asString(""), each.path("marked").asBoolean(false)));
    }
    return pieces;
  }

  private static Stream<JsonNode> list(JsonNode thing, String field) {
    return StreamSupport.stream(thing.path(field).spliterator(), false);
  }
}
