package org.chancery.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.core.util.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

/** What a reader, a page to try things on, and a generator of clients find in the document. */
@ExtendWith(SharedLedger.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
@Tag("slow")
class OpenApiWordsTest {
  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

  /** What stands for the variables of a path, by the path's beginning. */
  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("/api/missions/{id}", "/api/missions/united-states-to-russia"),
          Map.entry("/api/missions/{sending}/{receiving}", "/api/missions/US/RU"),
          Map.entry("/api/parties/{id}", "/api/parties/russia"),
          Map.entry("/api/officials/{id}", "/api/officials/tillerson-rex-w"),
          Map.entry("/api/trips/{id}", "/api/trips/tillerson-bonn-2017"),
          Map.entry("/api/visits/{id}", "/api/visits/merkel-washington-2017"),
          Map.entry("/api/meetings/{id}", "/api/meetings/bonn-2017-us-ru"),
          Map.entry("/api/statements/{id}", "/api/statements/lavrov-2017-01"),
          Map.entry("/api/conferences/{id}", "/api/conferences/bonn-2017-g20"),
          Map.entry("/api/cooperations/{id}", "/api/cooperations/nato-ru-practical"),
          Map.entry("/api/agreements/{id}", "/api/agreements/new-start"),
          Map.entry("/api/sanctions/{id}", "/api/sanctions/us-ru-2014"),
          Map.entry("/api/relationships/{a}/{b}", "/api/relationships/US/RU"),
          Map.entry("/api/entries/{position}", "/api/entries/1"),
          Map.entry("/api/admin/replays/{id}", "/api/admin/replays/1"));

  private static final Map<String, String> QUERIES =
      Map.of(
          "/api/precedents", "?party=US&with=RU",
          "/api/search", "?q=bonn",
          "/api/search/suggest", "?q=til",
          "/api/proofs/inclusion", "?position=1",
          "/api/proofs/consistency", "?from=1");

  private final Http http;
  private final JsonNode document;

  OpenApiWordsTest(Http http) {
    this.http = http;
    this.document = http.get("/api/openapi").expect(200).json();
  }

  /** An operation, and where it stands. */
  private record Place(String method, String path, JsonNode operation) {
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  private List<Place> operations() {
    List<Place> found = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> each : path.getValue().properties()) {
        found.add(new Place(each.getKey(), path.getKey(), each.getValue()));
      }
    }
    assertThat(found).hasSizeGreaterThan(60);
    return found;
  }

  private static boolean hasWords(JsonNode node, String field) {
    return node.path(field).asString("").strip().length() > 2;
  }

  @Test
  void everyOperationSaysWhatItDoes() {
    assertThat(operations())
        .allMatch(place -> hasWords(place.operation(), "summary"))
        .allMatch(place -> hasWords(place.operation(), "description"));
    assertThat(operations())
        .extracting(place -> place.operation().path("summary").asString() + place.path())
        .doesNotHaveDuplicates();
  }

  @Test
  void everyParameterSaysWhatItMeans() {
    List<String> mute = new ArrayList<>();
    for (Place place : operations()) {
      for (JsonNode parameter : place.operation().path("parameters")) {
        if (!hasWords(parameter, "description")) {
          mute.add(place + " " + parameter.path("name").asString());
        }
      }
    }
    assertThat(mute).isEmpty();
  }

  @Test
  void everySchemaAndEachOfItsFieldsSaysWhatItIs() {
    List<String> mute = new ArrayList<>();
    for (Map.Entry<String, JsonNode> schema : schemas()) {
      if (!hasWords(schema.getValue(), "description")) {
        mute.add(schema.getKey());
      }
      for (Map.Entry<String, JsonNode> field : schema.getValue().path("properties").properties()) {
        if (!field.getValue().has("$ref") && !hasWords(field.getValue(), "description")) {
          mute.add(schema.getKey() + "." + field.getKey());
        }
      }
    }
    assertThat(mute).isEmpty();
  }

  /** A type that is renamed leaves its words behind. */
  @Test
  void noWordsAreLeftOfASchemaThatIsGone() throws IOException {
    List<String> described = new ArrayList<>();
    try (InputStream in = new ClassPathResource("openapi/words.yaml").getInputStream()) {
      Yaml.mapper().readTree(in).path("schemas").fieldNames().forEachRemaining(described::add);
    }
    Set<String> names =
        schemas().stream()
            .map(schema -> schema.getKey().replaceFirst("(?<=.)(Page|Answer)$", ""))
            .collect(Collectors.toSet());
    assertThat(described)
        .hasSizeGreaterThan(40)
        .allMatch(name -> names.contains(name.replaceFirst("(?<=.)(Page|Answer)$", "")));
  }

  private Set<Map.Entry<String, JsonNode>> schemas() {
    return document.at("/components/schemas").properties();
  }

  @Test
  void tagsComeInTheOrderOfTheirWorthAndSayWhatTheyHold() {
    JsonNode tags = document.path("tags");
    assertThat(tags.valueStream()).allMatch(tag -> hasWords(tag, "description"));
    List<String> order = tags.valueStream().map(tag -> tag.path("name").asString()).toList();
    assertThat(order)
        .startsWith("relationship", "official", "trip", "meeting")
        .endsWith("export", "audit", "admin")
        .containsSubsequence("change", "entry", "proof");
    assertThat(operations())
        .allMatch(place -> order.contains(place.operation().path("tags").path(0).asString()));
  }

  /** A page that fills them in would ask something else than what is wanted. */
  @Test
  void whatMayBeLeftOutIsNotFilledIn() {
    List<String> filled = new ArrayList<>();
    for (Place place : operations()) {
      for (JsonNode parameter : place.operation().path("parameters")) {
        boolean shown = parameter.has("example") || parameter.path("schema").has("example");
        if (shown && !parameter.path("required").asBoolean()) {
          filled.add(place + " " + parameter.path("name").asString());
        }
      }
    }
    assertThat(filled).isEmpty();
  }

  @Test
  void operationsHaveIdsOfTheirOwnThatAreNamesInPrograms() {
    List<String> ids =
        operations().stream()
            .map(place -> place.operation().path("operationId").asString(""))
            .toList();
    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[A-Za-z][A-Za-z-]*"));
    assertThat(ids).contains("entry-list").noneMatch(id -> id.contains("csv"));
  }

  /** Clients read JSON by its schema and text as it is; anything else they keep as bytes. */
  @Test
  void whatIsNeitherJsonNorTextIsBytes() {
    for (Place place : operations()) {
      for (JsonNode answer : place.operation().path("responses")) {
        answer
            .path("content")
            .properties()
            .forEach(
                content -> {
                  if (!content.getKey().matches("application/(.*\\+)?json|text/.*")) {
                    assertThat(content.getValue().at("/schema/format").asString(""))
                        .as(place + " " + content.getKey())
                        .isEqualTo("binary");
                  }
                });
      }
    }
  }

  @Test
  void aSchemaOfAChoiceNamesWhatThereIsToChoose() {
    walk(
        document,
        node -> {
          assertThat(node.has("oneOf")).as(node.toString()).isFalse();
          for (JsonNode choice : node.path("anyOf")) {
            assertThat(choice.has("$ref") || choice.has("type") || choice.has("enum"))
                .as(node.toString())
                .isTrue();
          }
        });
  }

  /** A group that has a name is written otherwise in Python than in Java. */
  @Test
  void patternsAreReadAlikeInAllLanguages() {
    Set<String> patterns = new HashSet<>();
    walk(document, node -> patterns.add(node.path("pattern").asString("")));
    assertThat(patterns)
        .hasSizeGreaterThan(2)
        .noneMatch(pattern -> pattern.matches("(?s).*(\\(\\?[^:]|[*+?]\\+|\\\\[pAzQ]).*"));
  }

  private static void walk(JsonNode node, Consumer<JsonNode> visit) {
    visit.accept(node);
    node.forEach(each -> walk(each, visit));
  }

  @Test
  void whoeverAcceptsJsonIsAnsweredByEveryReadInATypeThatIsDeclared() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Place place : operations()) {
      if (place.method().equals("get")) {
        String head = ask(address(place.path()));
        String status = head.replaceFirst("(?s)HTTP/1.1 (\\d+).*", "$1");
        String type = head.replaceFirst("(?si).*\\nContent-Type: ([^\\r\\n]*).*", "$1");
        boolean missing = !status.equals("200") && !place.path().contains("{id}");
        if (missing || status.equals("406")) {
          wrong.add(place + ": " + status);
        } else if (!declared(place, status).contains(plain(type))) {
          wrong.add("%s: %s %s".formatted(place, status, type));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<String> declared(Place place, String status) {
    return place.operation().at("/responses/" + status + "/content").propertyNames().stream()
        .map(OpenApiWordsTest::plain)
        .toList();
  }

  private static String plain(String type) {
    return type.replaceFirst(";.*", "");
  }

  private static String address(String path) {
    String filled = path;
    for (Map.Entry<String, String> known : KNOWN.entrySet()) {
      filled = filled.replace(known.getKey(), known.getValue());
    }
    assertThat(VARIABLE.matcher(filled).find()).as(filled).isFalse();
    return filled + requireNonNull(QUERIES.getOrDefault(path, ""));
  }

  /** The head alone, for a stream does not end. */
  private String ask(String address) throws IOException {
    try (Wire wire = new Wire(http.server())) {
      wire.write(
          "GET %s HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\nAuthorization: Bearer %s\r\n\r\n"
              .formatted(address, http.token()));
      return wire.head();
    }
  }
}
