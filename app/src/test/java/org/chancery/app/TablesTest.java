package org.chancery.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every list as a table, by one rule. */
@ExtendWith(SharedLedger.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class TablesTest {
  private static final Map<String, String> IDS =
      Map.of(
          "/api/officials/{id}/trips", "/api/officials/tillerson-rex-w/trips",
          "/api/relationships/{a}/{b}/history", "/api/relationships/US/RU/history",
          "/api/missions/{sending}/{receiving}/heads", "/api/missions/US/RU/heads",
          "/api/search", "/api/search?q=bonn",
          "/api/positions", "/api/positions?topic=sanctions");

  private final Http http;
  private final JsonNode document;

  TablesTest(Http http) {
    this.http = http;
    this.document = http.get("/api/openapi").expect(200).json();
  }

  /** A table as a program reads it. */
  private record Table(List<String> heads, List<Map<String, String>> rows) {

    static Table of(Reply reply) {
      assertThat(reply.header("Content-Type")).startsWith("text/csv;").contains("charset=UTF-8");
      CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
      try (CSVParser parser = CSVParser.parse(reply.body(), format)) {
        List<Map<String, String>> rows = new ArrayList<>();
        parser.stream().map(CSVRecord::toMap).forEach(rows::add);
        return new Table(List.copyOf(parser.getHeaderNames()), rows);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  /** All that the document says is a table, and lists counted by groups. */
  List<String> lists() {
    List<String> addresses = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      JsonNode get = path.getValue().path("get");
      if (get.at("/responses/200/content").has("text/csv") && takes(get, "as")) {
        String address = IDS.getOrDefault(path.getKey(), path.getKey());
        assertThat(address).as("how to ask").doesNotContain("{");
        addresses.add(address);
        if (takes(get, "groupBy")) {
          addresses.add(address + "?groupBy=year");
        }
      }
    }
    return addresses;
  }

  private static boolean takes(JsonNode operation, String name) {
    return operation
        .path("parameters")
        .valueStream()
        .anyMatch(each -> each.path("name").asString().equals(name));
  }

  @Test
  void everyListIsATableByTheDocument() {
    assertThat(lists())
        .contains(
            "/api/parties",
            "/api/officials",
            "/api/meetings",
            "/api/trips",
            "/api/officials/tillerson-rex-w/trips",
            "/api/stops",
            "/api/visits",
            "/api/agreements",
            "/api/sanctions",
            "/api/statements",
            "/api/missions",
            "/api/conferences",
            "/api/cooperations",
            "/api/relationships",
            "/api/meetings?groupBy=year",
            "/api/timeline",
            "/api/disputes",
            "/api/entries",
            "/api/points",
            "/api/positions?topic=sanctions",
            "/api/search?q=bonn");
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      JsonNode get = path.getValue().path("get");
      if (takes(get, "cursor") && !path.getKey().matches(".*/(changes|calendar|plover|reads)")) {
        assertThat(get.at("/responses/200/content").has("text/csv")).as(path.getKey()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("lists")
  void aTableSaysAllThatTheListSays(String address) {
    JsonNode list = http.get(address).expect(200).json();
    Reply reply = http.get(address, "Accept", "text/csv").expect(200);
    Table table = Table.of(reply);
    JsonNode rows = list.has("groups") ? list.path("groups") : list.path("items");
    assertThat(table.rows()).hasSameSizeAs(rows);
    assertThat(reply.header("Ledger-Position")).isEqualTo(list.at("/asOf/position").asString());
    assertThat(table.heads()).containsAnyOf("entries", "items", "position");
    for (int index = 0; index < rows.size(); index++) {
      Map<String, String> row = table.rows().get(index);
      leaves(rows.get(index))
          .forEach((path, values) -> assertThat(unescaped(row, path)).as(path).contains(values));
    }
  }

  /** The texts of a row of JSON by the names of their fields; pieces of texts have none. */
  private static Map<String, Set<String>> leaves(JsonNode row) {
    Map<String, Set<String>> leaves = new LinkedHashMap<>();
    gather("", row, leaves);
    return leaves;
  }

  private static void gather(String path, JsonNode node, Map<String, Set<String>> leaves) {
    if (node.isArray()) {
      node.forEach(each -> gather(path, each, leaves));
    } else if (node.isObject() && node.has("marked")) {
      leaves.computeIfAbsent(path, _ -> new HashSet<>()).add(node.path("text").asString());
    } else if (node.isObject()) {
      node.properties()
          .forEach(
              each ->
                  gather(
                      path.isEmpty() ? each.getKey() : path + "." + each.getKey(),
                      each.getValue(),
                      leaves));
    } else if (!node.isNull()) {
      leaves.computeIfAbsent(path, _ -> new HashSet<>()).add(node.asString());
    }
  }

  /** The cell of the field, or of what it is within where that is JSON. */
  private static String unescaped(Map<String, String> row, String path) {
    String within = path;
    while (!row.containsKey(within)) {
      assertThat(within).as("a column of " + path).contains(".");
      within = within.substring(0, within.lastIndexOf('.'));
    }
    return requireNonNull(row.get(within)).replaceAll("\\\\(.)", "$1");
  }

  @Test
  void severalStandInOneCellInTheirOrderEachWithItsName() {
    Table table = Table.of(http.get("/api/meetings?party=US&party=RU&as=csv").expect(200));
    Map<String, String> bonn =
        table.rows().stream()
            .filter(row -> "bonn-2017-us-ru".equals(row.get("meeting")))
            .findFirst()
            .orElseThrow();
    assertThat(bonn)
        .containsEntry("parties", "united-states; russia")
        .containsEntry("parties.name", "United States; Russia")
        .containsEntry("place.locality", "Bonn");
    assertThat(bonn.get("entries")).matches("\\d+(; \\d+)*");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/timeline?party=RU, items",
    "/api/meetings?groupBy=party&sort=key, groups",
    "/api/entries?text=NATO, items"
  })
  void aTableLeadsOnToItsNextPageAsOfItsPoint(String address, String rows) {
    JsonNode all = http.get(address).expect(200).json();
    assertThat(all.path(rows).size()).isGreaterThan(2);
    List<String> heads = List.of();
    int told = 0;
    String next = address + "&limit=2&as=csv";
    while (!next.isEmpty()) {
      Reply page = http.get(next).expect(200);
      Table table = Table.of(page);
      assertThat(table.heads()).isEqualTo(told == 0 ? table.heads() : heads);
      heads = table.heads();
      told += table.rows().size();
      assertThat(page.header("Ledger-Total")).isEqualTo(String.valueOf(all.path(rows).size()));
      assertThat(page.header("Link").isEmpty()).isEqualTo(page.header("Ledger-Next").isEmpty());
      next = page.header("Link").replaceFirst("<([^>]*)>; rel=\"next\"; type=\"text/csv\"", "$1");
    }
    assertThat(told).isEqualTo(all.path(rows).size());
  }

  @Test
  void aTableIsAsOfBothTimesAndItsFileSaysSo() {
    Reply table =
        http.get("/api/meetings?on=2017-02-16&knownAt=position:59&as=csv", "Accept", "text/html")
            .expect(200);
    assertThat(table.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"meetings-2017-02-16-position-59.csv\"");
    JsonNode json = http.get("/api/meetings?on=2017-02-16&knownAt=position:59").expect(200).json();
    assertThat(Table.of(table).rows()).hasSameSizeAs(json.path("items"));
  }

  @Test
  void whatIsNotUnderstoodIsAProblemAndNoTable() {
    http.get("/api/meetings?party=nobody", "Accept", "text/csv")
        .expectProblem(422, "UNKNOWN_PARTY");
    http.get("/api/meetings?as=xlsx").expectProblem(422, "INVALID_FIELDS");
    http.get("/api/meetings?as=csv&as=json").expectProblem(422, "REPEATED_PARAMETER");
    http.get("/api/meetings/bonn-2017-us-ru", "Accept", "text/csv")
        .expectProblem(406, "NOT_ACCEPTABLE");
    http.get("/api/meetings/bonn-2017-us-ru?as=csv").expectProblem(422, "UNKNOWN_PARAMETER");
  }

  @Test
  void aFormulaIsATextInEveryTable() {
    http.command(
            "RegisterParty",
            "{\"party\": \"formulia\", \"name\": \"=1+1; 2\", \"kind\": \"state\"}")
        .expect(201);
    long last =
        http.command(
                "EstablishRelations", "{\"parties\": [\"formulia\", \"RU\"], \"on\": \"1999\"}")
            .expect(201)
            .position();
    String asked = "party=formulia&as=csv&minPosition=" + last;
    Table relations = Table.of(http.get("/api/relationships?" + asked).expect(200));
    assertThat(relations.rows().getFirst().get("parties.name")).isEqualTo("'=1+1\\; 2; Russia");
    Table parties = Table.of(http.get("/api/parties?as=csv").expect(200));
    assertThat(parties.rows())
        .filteredOn(row -> "formulia".equals(row.get("party")))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("party.name", "'=1+1; 2"));
  }
}
