package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Stops at the points of their countries: as GeoJSON, and as a map on a page. */
@ExtendWith(SharedLedger.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StopMapTest {
  private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";
  private static final String GEO = "application/geo+json";

  private final Http http;

  StopMapTest(Http http) {
    this.http = http;
  }

  @BeforeAll
  void tell() {
    command("RegisterOfficial", "{'official': 'traveller', 'name': 'A Traveller'}");
    for (String party : List.of("france FR FRA", "italy IT ITA", "yugoslavia", "belgium BE BEL")) {
      String[] words = party.split(" ", -1);
      List<String> codes = new ArrayList<>();
      for (int index = 1; index < words.length; index++) {
        codes.add("'" + words[index] + "'");
      }
      http.command(
          "RegisterParty",
          "{'party': '%s', 'name': '%s', 'kind': 'state', 'codes': [%s]}"
              .formatted(words[0], words[0].toUpperCase(Locale.ROOT), String.join(",", codes))
              .replace('\'', '"'));
    }
    long last =
        command(
            "RecordTrip",
            """
            {'trip': 'round', 'traveller': 'traveller', 'stops': [
              {'country': 'france', 'places': ['Paris'], 'dates': '1975-05-01'},
              {'country': 'yugoslavia', 'places': ['Belgrade'], 'dates': '1975-05-02'},
              {'country': 'italy', 'places': ['Rome'], 'dates': '1975-05-03'},
              {'country': 'russia', 'countryName': 'U.S.S.R.', 'places': ['Moscow'],
               'dates': '1975-05-04'},
              {'country': 'france', 'places': ['Nice'], 'dates': '1975-05-05'}]}
            """);
    http.get("/api/stops?minPosition=" + last).expect(200);
  }

  private long command(String name, String fields) {
    return http.command(name, fields.replace('\'', '"')).expect(201).position();
  }

  private JsonNode geo(String question) {
    Reply reply = http.get("/api/stops?" + question, "Accept", GEO).expect(200);
    assertThat(reply.header("Content-Type")).isEqualTo(GEO);
    return reply.json();
  }

  @Test
  void stopsAreFeaturesInTheirOrderAtThePointsOfTheirCountries() {
    JsonNode collection = geo("official=traveller");
    assertThat(collection.path("type").asString()).isEqualTo("FeatureCollection");
    assertThat(collection.path("features")).hasSize(5);
    JsonNode paris = collection.at("/features/0");
    assertThat(paris.path("type").asString()).isEqualTo("Feature");
    assertThat(paris.at("/geometry/type").asString()).isEqualTo("Point");
    assertThat(paris.at("/geometry/coordinates/0").asDouble()).isBetween(-5.0, 8.0);
    assertThat(paris.at("/geometry/coordinates/1").asDouble()).isBetween(42.0, 51.0);
    assertThat(paris.at("/properties/places/0").asString()).isEqualTo("Paris");
    assertThat(paris.at("/properties/pointOf").asString()).isEqualTo("country");
    assertThat(paris.at("/properties/pointCode").asString()).isEqualTo("FR");
    assertThat(paris.at("/properties/entries")).isNotEmpty();
    assertThat(collection.at("/names/parties/france").asString()).isEqualTo("FRANCE");
  }

  @Test
  void aCountryThatIsNoMoreHasNoPointAndTheStopIsToldAllTheSame() {
    JsonNode belgrade = geo("official=traveller").at("/features/1");
    assertThat(belgrade.has("geometry")).isTrue();
    assertThat(belgrade.path("geometry").isNull()).isTrue();
    assertThat(belgrade.at("/properties/country").asString()).isEqualTo("yugoslavia");
    assertThat(belgrade.at("/properties/pointOf").isNull()).isTrue();
  }

  @Test
  void aPointSaysOfWhichCountryOfTodayItIsWhateverThatWasCalledThen() {
    JsonNode moscow = geo("official=traveller").at("/features/3");
    assertThat(moscow.at("/properties/countryName").asString()).isEqualTo("U.S.S.R.");
    assertThat(moscow.at("/properties/pointName").asString()).isEqualTo("Russian Federation");
  }

  @Test
  void geoJsonIsTheListOfStopsAsOfBothTimesAndPageByPage() {
    JsonNode list = http.get("/api/stops?official=traveller&limit=2").expect(200).json();
    JsonNode first = geo("official=traveller&limit=2");
    assertThat(first.path("total")).isEqualTo(list.path("total"));
    JsonNode second = geo("official=traveller&limit=2&cursor=" + first.path("next").asString());
    assertThat(second.at("/features/0/properties/places/0").asString()).isEqualTo("Rome");
    assertThat(geo("knownAt=position:1").path("features")).isEmpty();
    assertThat(geo("official=traveller&on=1975-05-03").path("features")).hasSize(1);
  }

  @Test
  void itIsAskedForByAParameterTooAndOfStopsAlone() {
    Reply asked = http.get("/api/stops?as=geojson", "Accept", "text/html").expect(200);
    assertThat(asked.header("Content-Type")).isEqualTo(GEO);
    http.get("/api/meetings?as=geojson").expectProblem(422, "INVALID_FIELDS");
    http.get("/api/stops?as=kml").expectProblem(422, "INVALID_FIELDS");
    http.get("/api/stops?official=nobody", "Accept", GEO).expectProblem(422, "UNKNOWN_OFFICIAL");
    assertThat(http.get("/api/meetings", "Accept", GEO).expect(200).header("Content-Type"))
        .isEqualTo("application/json");
    assertThat(http.get("/api/stops").expect(200).header("Content-Type"))
        .isEqualTo("application/json");
  }

  @Test
  void theDocumentNamesTheForm() {
    JsonNode stops = http.get("/api/openapi").expect(200).json().at("/paths/~1api~1stops/get");
    assertThat(stops.at("/responses/200/content").has(GEO)).isTrue();
    assertThat(
            stops
                .path("parameters")
                .valueStream()
                .filter(each -> each.path("name").asString().equals("as"))
                .flatMap(each -> each.at("/schema/enum").valueStream())
                .map(JsonNode::asString))
        .containsExactlyInAnyOrder("json", "csv", "geojson");
  }

  private String page(String path) {
    return http.get(path, "Accept", BROWSER).expect(200).body();
  }

  @Test
  void theMapNumbersStopsInOrderAndNamesThoseThatAreNotOnIt() {
    String map = page("/stops/map?official=traveller");
    assertThat(map)
        .contains(">1, 5 FRANCE</text>")
        .contains(">3 ITALY</text>")
        .contains("Not on the map, for no country of today stands for theirs:")
        .containsPattern("2 YUGOSLAVIA\\s*\\.")
        .contains("Belgrade")
        .contains("A mark stands for a country as it is today, and not for the place");
    assertThat(map.split("class=\"leg\"", -1)).hasSize(3);
    assertThat(map).contains("href=\"/api/stops?official=traveller&amp;limit=100&amp;as=geojson\"");
  }

  @Test
  void anOfficialsPageHasTheirLastStopsOnAMap() {
    String page = page("/officials/traveller");
    assertThat(page)
        .contains("<svg class=\"world\"")
        .contains(">1, 5 FRANCE</text>")
        .contains("href=\"/stops/map?official=traveller\"");
    assertThat(page("/officials/traveller?knownAt=position:" + (stops() - 1)))
        .doesNotContain("<svg class=\"world\"");
  }

  private long stops() {
    return geo("official=traveller").at("/features/0/properties/entries/0").asLong();
  }

  @Test
  void aMapOfNothingSaysThatSilenceIsNoAnswer() {
    assertThat(page("/stops/map?from=1800&to=1801"))
        .contains("The ledger has none that this keeps.")
        .doesNotContain("<svg class=\"world\"");
  }
}
