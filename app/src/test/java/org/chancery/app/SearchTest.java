package org.chancery.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Words are found wherever they are on record, as of both times. */
@ExtendWith(SharedLedger.class)
@Tag("slow")
class SearchTest {
  private static final String MEETING = "/api/meetings/bonn-2017-us-ru";
  private static final String TRIP = "/api/trips/tillerson-bonn-2017";

  private final Http http;

  SearchTest(Http http) {
    this.http = http;
  }

  private JsonNode found(String q, String... more) {
    return asked(q, more).expect(200).json();
  }

  private Reply asked(String q, String... more) {
    long last = http.get("/api/journal").expect(200).json().path("position").asLong();
    return http.get(
        "/api/search?q=%s%s&minPosition=%d"
            .formatted(URLEncoder.encode(q, UTF_8), String.join("", more), last));
  }

  private static List<String> addresses(JsonNode page) {
    return stream(page.path("items")).map(item -> item.path("address").asString("")).toList();
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static String text(JsonNode segments, boolean marked) {
    return stream(segments)
        .filter(each -> !marked || each.path("marked").asBoolean())
        .map(each -> each.path("text").asString(""))
        .collect(Collectors.joining(marked ? "|" : ""));
  }

  private JsonNode hit(JsonNode page, String address) {
    return stream(page.path("items"))
        .filter(item -> item.path("address").asString("").equals(address))
        .findFirst()
        .orElseThrow(() -> new AssertionError(page.toPrettyString()));
  }

  @Test
  void allWordsAreFoundInWhicheverEntriesOfASubject() {
    assertThat(addresses(found("tillerson syria"))).containsExactly(MEETING);
    assertThat(addresses(found("tillerson \"G-20 foreign ministers\""))).contains(TRIP);
    assertThat(addresses(found("\"foreign G-20 ministers\""))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "counter-terrorism, /api/meetings/bonn-2017-us-ru",
    "'Executive Order 13661', /api/sanctions/us-ru-2014",
    "Litvinov, /api/relationships/russia/united-states",
    "'what he told reporters in Berlin', /api/missions/united-states-to-russia",
    "'the Basic Law', /api/parties/germany",
    "'missile defences', /api/agreements/new-start",
    "Chancellor Merkel, /api/trips/merkel-washington-2017",
    "Rogozin, /api/sanctions/us-ru-2014",
    "us-ru-2014, /api/sanctions/us-ru-2014",
    "sanctions/us-ru-2014, /api/sanctions/us-ru-2014",
    "CBS News bonn-2017-us-ru, /api/meetings/bonn-2017-us-ru",
    "asset freeze, /api/sanctions/us-ru-2014",
    "'the spokesman is quoted with the date', /api/trips/tillerson-brussels-2017",
  })
  void textsReasonsQuotesIdsAndSourcesAreFound(String q, String address) {
    assertThat(addresses(found(q))).contains(address);
  }

  @Test
  void aTripWithoutStopsIsCalledByItsTraveller() {
    JsonNode trip = hit(found("tillerson-brussels-2017"), "/api/trips/tillerson-brussels-2017");
    assertThat(text(trip.path("title"), false)).isEqualTo("Trip of Rex W. Tillerson");
  }

  @Test
  void anEntryIsFoundByItsId() {
    String id = http.get("/api/entries/13").expect(200).json().path("id").asString("");
    JsonNode page = found(id);
    assertThat(addresses(page)).containsExactly(MEETING);
    assertThat(Reply.positions(page.at("/items/0/entries"))).containsExactly(13L);
  }

  @Test
  void aWordThatOnlyBeginsIsFoundBehindTheWholeOne() {
    assertThat(addresses(found("tillers"))).contains(TRIP, "/api/officials/tillerson-rex-w");
    assertThat(addresses(found("tillerson")).getFirst())
        .isEqualTo("/api/officials/tillerson-rex-w");
  }

  @Test
  void aMisspeltWordIsReadAsTheNearestAndTold() {
    JsonNode page = found("tilerson bon");
    assertThat(addresses(page)).contains(TRIP);
    assertThat(page.at("/respelt/0/word").asString("")).isEqualTo("tilerson");
    assertThat(page.at("/respelt/0/as/0").asString("")).isEqualTo("tillerson");
    assertThat(page.path("respelt")).hasSize(1);
    assertThat(text(hit(page, TRIP).path("title"), true)).isEqualTo("Tillerson|Bonn");
    assertThat(found("qzxqzxqzx").path("total").asInt()).isZero();
  }

  @Test
  void aPartyIsFoundByEachOfItsNamesAndWhatSpeaksOfItToo() {
    for (String name : List.of("Soviet Union", "USSR", "U.S.S.R.", "RUS", "russia")) {
      assertThat(addresses(found(name))).as(name).contains("/api/parties/russia");
      assertThat(addresses(found(name + " bonn"))).as(name).contains(MEETING);
    }
    JsonNode page = found("Federal Republic");
    assertThat(addresses(page).getFirst()).isEqualTo("/api/parties/germany");
    assertThat(text(page.at("/items/0/title"), true)).isEqualTo("Federal|Republic");
  }

  @Test
  void accentsDotsAndCaseAreNoDifference() {
    http.command(
            "RegisterOfficial",
            "{\"official\": \"x1\", \"name\": \"Jos\u00e9 Mar\u00eda \u0141ukasz\"}")
        .expect(201);
    for (String q : List.of("jose maria", "JOSE\u0301 mari\u0301a", "\u0142ukasz", "Lukasz")) {
      assertThat(addresses(found(q))).as(q).contains("/api/officials/x1");
    }
    assertThat(text(hit(found("jose"), "/api/officials/x1").path("title"), true))
        .isEqualTo("Jos\u00e9");
  }

  @Test
  void whatWasCorrectedIsFoundAsItWasKnown() {
    String place = "{\"country\": \"DE\", \"locality\": \"%s\"}";
    long first = schedule("search-1", place.formatted("Heidelberg"));
    assertThat(addresses(found("Heidelberg"))).contains("/api/meetings/search-1");
    long second =
        http.command(
                "CorrectEntry",
                "{\"entry\": %d, \"reason\": \"misread\", \"place\": %s}"
                    .formatted(first, place.formatted("Tuebingen")))
            .expect(201)
            .position();
    assertThat(addresses(found("Heidelberg"))).isEmpty();
    assertThat(addresses(found("Tuebingen"))).contains("/api/meetings/search-1");
    assertThat(Reply.positions(found("Tuebingen").at("/items/0/entries"))).containsExactly(second);
    JsonNode before = found("Heidelberg", "&knownAt=position:" + first);
    assertThat(addresses(before)).contains("/api/meetings/search-1");
    assertThat(Reply.positions(before.at("/items/0/entries"))).containsExactly(first);
    assertThat(addresses(found("Tuebingen", "&knownAt=position:" + first))).isEmpty();
    assertThat(addresses(found("Heidelberg", "&knownAt=position:" + (first - 1)))).isEmpty();
    assertThat(found("Tuebingn", "&knownAt=position:" + first).path("respelt")).isEmpty();
  }

  @Test
  void whatWasRetractedIsFoundAsItWasKnownAndAgainWhereTheRetractionIs() {
    long first = schedule("search-2", "{\"locality\": \"Regensburg\"}");
    long second = retract(first, "never planned at all");
    assertThat(addresses(found("Regensburg"))).isEmpty();
    assertThat(addresses(found("Regensburg", "&knownAt=position:" + first)))
        .contains("/api/meetings/search-2");
    assertThat(addresses(found("\"never planned at all\"")))
        .containsExactly("/api/entries/" + second);
    long third = retract(second, "it was planned");
    assertThat(addresses(found("Regensburg"))).containsExactly("/api/meetings/search-2");
    assertThat(addresses(found("Regensburg", "&knownAt=position:" + second))).isEmpty();
    assertThat(Reply.positions(found("Regensburg").at("/items/0/entries"))).containsExactly(first);
    assertThat(third).isGreaterThan(second);
  }

  private long schedule(String meeting, String place) {
    return http.command(
            "ScheduleMeeting",
            ("{\"meeting\": \"%s\", \"format\": \"bilateral\", \"parties\": [\"US\", \"DE\"],"
                    + " \"place\": %s, \"scheduledFor\": \"1951-03-04\", \"topics\": []}")
                .formatted(meeting, place))
        .expect(201)
        .position();
  }

  private long retract(long entry, String reason) {
    return http.command(
            "RetractEntry", "{\"entry\": %d, \"reason\": \"%s\"}".formatted(entry, reason))
        .expect(201)
        .position();
  }

  @Test
  void aDayKeepsWhatMayBeOfIt() {
    assertThat(addresses(found("bonn", "&on=2017-02-16"))).contains(TRIP, MEETING);
    assertThat(addresses(found("bonn", "&on=1950-01-01"))).isEmpty();
    assertThat(addresses(found("bonn", "&from=2017-02&to=2017-03"))).contains(TRIP, MEETING);
    assertThat(addresses(found("bonn", "&to=1999"))).isEmpty();
    assertThat(addresses(found("practical cooperation", "&on=2005-01-01")))
        .contains("/api/cooperations/nato-ru-practical");
    assertThat(addresses(found("practical cooperation", "&on=2001-01-01"))).isEmpty();
  }

  @Test
  void hitsAreCountedByKindPartyAndYear() {
    JsonNode page = found("bonn 2017");
    JsonNode kinds = page.at("/facets/kinds");
    for (JsonNode kind : kinds) {
      String name = kind.path("kind").asString("");
      JsonNode narrowed = found("bonn 2017", "&kind=" + name);
      assertThat(narrowed.path("total").asInt()).as(name).isEqualTo(kind.path("count").asInt());
      assertThat(addresses(narrowed)).allMatch(each -> each.startsWith("/api/" + name));
    }
    for (JsonNode party : page.at("/facets/parties")) {
      String id = party.path("party").asString("");
      assertThat(found("bonn 2017", "&party=" + id).path("total").asInt())
          .as(id)
          .isEqualTo(party.path("count").asInt());
    }
    assertThat(stream(kinds).mapToInt(each -> each.path("count").asInt()).sum())
        .isEqualTo(page.path("total").asInt());
    assertThat(text(page.at("/facets/years"), false)).isEmpty();
    assertThat(page.at("/facets/years/0/year").asInt()).isEqualTo(2017);
  }

  @Test
  void pagesTogetherAreTheWholeListAsOfOnePoint() {
    List<String> all = addresses(found("2017"));
    List<String> paged = new ArrayList<>();
    JsonNode page = found("2017", "&limit=3");
    while (true) {
      paged.addAll(addresses(page));
      if (page.path("next").isNull()) {
        break;
      }
      schedule("search-paged-" + paged.size(), "{\"locality\": \"2017\"}");
      page = found("2017", "&limit=3&cursor=" + page.path("next").asString(""));
    }
    assertThat(paged).isEqualTo(all).hasSizeGreaterThan(4).doesNotHaveDuplicates();
    asked("2018", "&cursor=" + found("2017", "&limit=1").path("next").asString(""))
        .expectProblem(400, "INVALID_CURSOR");
  }

  @Test
  void markupInATextIsText() {
    schedule("search-3", "{\"locality\": \"<script>alert(1)</script> Passau\"}");
    JsonNode hit = hit(found("Passau"), "/api/meetings/search-3");
    assertThat(text(hit.path("snippet"), false)).isEqualTo("<script>alert(1)</script> Passau");
    assertThat(text(hit.path("snippet"), true)).isEqualTo("Passau");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "?!", "\"bonn", "\"\"", "-"})
  void whatHasNothingToLookForIsAFault(String q) {
    Reply fault = asked(q).expectProblem(422, "INVALID_FIELDS");
    assertThat(fault.json().at("/errors/0/pointer").asString("")).isEqualTo("/q");
  }

  @Test
  void whatIsTooMuchOrUnknownIsAFault() {
    asked("a".repeat(201)).expectProblem(422, "INVALID_FIELDS");
    asked("a ".repeat(17)).expectProblem(422, "INVALID_FIELDS");
    asked("bonn", "&limit=1001").expectProblem(422, "INVALID_LIMIT");
    Reply kind = asked("bonn", "&kind=meeting").expectProblem(422, "INVALID_FIELDS");
    assertThat(kind.json().at("/suggestions/0").asString("")).isEqualTo("meetings");
    Reply party = asked("bonn", "&party=Rusia").expectProblem(422, "UNKNOWN_PARTY");
    assertThat(party.json().at("/suggestions/0").asString("")).isEqualTo("russia");
    asked("bonn", "&knownAt=position:999999").expectProblem(422, "AS_OF_IN_FUTURE");
  }

  @Test
  void namesAreSuggestedWhileTheyAreTyped() {
    JsonNode list = suggested("tille");
    assertThat(list.at("/items/0/name").asString("")).isEqualTo("Rex W. Tillerson");
    assertThat(list.at("/items/0/kind").asString("")).isEqualTo("officials");
    assertThat(list.at("/items/0/address").asString(""))
        .isEqualTo("/api/officials/tillerson-rex-w");
    assertThat(text(list.at("/items/0/marked"), true)).isEqualTo("Tillerson");
    assertThat(suggested("uni st").at("/items/0/address").asString(""))
        .isEqualTo("/api/parties/united-states");
    assertThat(suggested("zzz").path("items")).isEmpty();
    http.get("/api/search/suggest?q=").expectProblem(422, "INVALID_FIELDS");
    assertThat(
            http.get("/api/search/suggest?q=tille&knownAt=position:4")
                .expect(200)
                .json()
                .path("items"))
        .isEmpty();
  }

  private JsonNode suggested(String q) {
    return http.get("/api/search/suggest?q=" + URLEncoder.encode(q, UTF_8)).expect(200).json();
  }
}
