package org.chancery.room.graph;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.chancery.room.question.Asked;
import org.chancery.room.question.PageParameter;
import org.chancery.room.question.Questions;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * The list of relationships, with the same filters and as of the same point, as GraphML: a node for
 * each party, an edge for each two of which something is on record.
 */
@RestController
@Hidden
class RelationsGraph {
  private static final MediaType TYPE = MediaType.parseMediaType("application/graphml+xml");
  private static final String LIMIT = "limit";
  private static final String CURSOR = "cursor";
  private static final String MOST = "1000";

  private final Questions questions;

  RelationsGraph(Questions questions) {
    this.questions = questions;
  }

  @GetMapping("/relationships/graph")
  ResponseEntity<byte[]> graph(HttpServletRequest request) {
    List<PageParameter> asking = new ArrayList<>(PageParameter.of(request));
    asking.removeIf(each -> List.of(LIMIT, CURSOR).contains(each.name()));
    asking.add(new PageParameter(LIMIT, MOST));
    Asked first = questions.of(Questions.path("relationships"), asking);
    Map<String, String> names = new TreeMap<>();
    List<Map<String, String>> pairs = new ArrayList<>();
    Asked page = first;
    read(page.answer(), names, pairs);
    while (page.answer().path("next").isString()) {
      List<PageParameter> further = new ArrayList<>(asking);
      further.add(new PageParameter(CURSOR, page.answer().path("next").asString()));
      page = questions.of(Questions.path("relationships"), further);
      read(page.answer(), names, pairs);
    }
    return ResponseEntity.ok()
        .contentType(TYPE)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("relationships.graphml").build().toString())
        .header("X-Content-Type-Options", "nosniff")
        .body(new GraphMl(first.on().toString(), first.position()).of(names, pairs));
  }

  private static void read(
      JsonNode answer, Map<String, String> names, List<Map<String, String>> pairs) {
    for (JsonNode item : answer.path("items")) {
      String a = item.at("/parties/0").asString("");
      String b = item.at("/parties/1").asString("");
      for (String party : List.of(a, b)) {
        names.put(party, answer.path("names").path("parties").path(party).asString(party));
      }
      String entries =
          Asked.positions(item.path("entries")).stream()
              .map(String::valueOf)
              .collect(Collectors.joining(" "));
      Map<String, String> pair = new TreeMap<>();
      pair.put(GraphMl.SOURCE, a);
      pair.put(GraphMl.TARGET, b);
      pair.put("status", item.path("status").asString(""));
      pair.put("diplomaticRelations", item.at("/diplomaticRelations/state").asString(""));
      pair.put("representation", item.at("/representation/level").asString(""));
      pair.put("lastContact", item.at("/lastContact/date").asString(""));
      pair.put("entries", entries);
      pairs.add(pair);
    }
  }
}
