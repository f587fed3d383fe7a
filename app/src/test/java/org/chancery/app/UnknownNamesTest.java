package org.chancery.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Who asks by a name that the ledger does not know is told so, and never that there is nothing. */
@ExtendWith(SharedLedger.class)
@Tag("slow")
class UnknownNamesTest {
  private final Http http;

  UnknownNamesTest(Http http) {
    this.http = http;
  }

  @ParameterizedTest
  @CsvSource({
    "/api/trips, country=germny, UNKNOWN_PARTY, germany",
    "/api/stops, country=germny, UNKNOWN_PARTY, germany",
    "/api/meetings, country=germny, UNKNOWN_PARTY, germany",
    "/api/meetings, party=rusia, UNKNOWN_PARTY, russia",
    "/api/meetings, excluded=nto, UNKNOWN_PARTY, nato",
    "/api/meetings, official=tillerson, UNKNOWN_OFFICIAL, tillerson-rex-w",
    "/api/meetings, place=Bon, UNKNOWN_NAME, Bonn",
    "/api/meetings, format=bilaterl, INVALID_FIELDS, bilateral",
    "/api/meetings, status=helt, INVALID_FIELDS, held",
    "/api/trips, official=tilerson, UNKNOWN_OFFICIAL, tillerson-rex-w",
    "/api/trips, office=secretery, UNKNOWN_NAME, secretary-of-state",
    "/api/stops, place=Moskow, UNKNOWN_NAME, Moscow",
    "/api/officials, office=secretery of state, UNKNOWN_NAME, secretary-of-state",
    "/api/officials, party=germny, UNKNOWN_PARTY, germany",
    "/api/parties, succeeds=germny, UNKNOWN_PARTY, germany",
    "/api/parties, code=RUZ, UNKNOWN_NAME, RUS",
    "/api/parties, kind=stat, INVALID_FIELDS, state",
    "/api/meetings, conference=bonn-2017-g2, UNKNOWN_NAME, bonn-2017-g20",
    "/api/trips, conference=bonn-2017-g2, UNKNOWN_NAME, bonn-2017-g20",
    "/api/stops, conference=bonn-2017-g2, UNKNOWN_NAME, bonn-2017-g20",
    "/api/statements, party=rusia, UNKNOWN_PARTY, russia",
    "/api/statements, official=tillerson, UNKNOWN_OFFICIAL, tillerson-rex-w",
    "/api/statements, about=rusia, UNKNOWN_PARTY, russia",
    "/api/statements, topic=sanction, UNKNOWN_NAME, sanctions",
    "/api/positions, party=rusia, UNKNOWN_PARTY, russia",
    "/api/positions, official=tillerson, UNKNOWN_OFFICIAL, tillerson-rex-w",
    "/api/positions, topic=sanction, UNKNOWN_NAME, sanctions",
    "/api/timeline/plover, party=rusia, UNKNOWN_PARTY, russia",
    "/api/calendar, party=rusia, UNKNOWN_PARTY, russia",
    "/api/calendar, official=tillerson, UNKNOWN_OFFICIAL, tillerson-rex-w",
    "/api/conferences, party=rusia, UNKNOWN_PARTY, russia",
    "/api/conferences, host=rusia, UNKNOWN_PARTY, russia",
    "/api/conferences, official=tillerson, UNKNOWN_OFFICIAL, tillerson-rex-w",
    "/api/conferences, series=g20-foreign-minister, UNKNOWN_NAME, g20-foreign-ministers",
    "/api/conferences, partOf=bonn-2017-g2, UNKNOWN_CONFERENCE, bonn-2017-g20",
    "/api/conferences, kind=sumit, INVALID_FIELDS, summit",
    "/api/cooperations, party=rusia, UNKNOWN_PARTY, russia",
    "/api/cooperations, field=practical coperation, UNKNOWN_NAME, practical-cooperation",
    "/api/cooperations, state=activ, INVALID_FIELDS, active",
    "/api/sanctions, by=rusia, UNKNOWN_PARTY, russia",
    "/api/sanctions, against=rusia, UNKNOWN_PARTY, russia",
    "/api/sanctions, party=rusia, UNKNOWN_PARTY, russia",
    "/api/sanctions, official=tillerson-rex, UNKNOWN_OFFICIAL, tillerson-rex-w",
    "/api/sanctions, measure=asset freeze, INVALID_FIELDS, asset-freeze",
    "/api/agreements, party=rusia, UNKNOWN_PARTY, russia",
    "/api/agreements, field=arms controll, UNKNOWN_NAME, arms-control",
    "/api/agreements, state=in force, INVALID_FIELDS, in-force",
    "/api/missions, sending=germny, UNKNOWN_PARTY, germany",
    "/api/missions, receiving=germny, UNKNOWN_PARTY, germany",
    "/api/missions, official=tillerson, UNKNOWN_OFFICIAL, tillerson-rex-w",
    "/api/missions, rank=Ambasador Extraordinary and Plenipotentiary, UNKNOWN_NAME, Ambassador"
        + " Extraordinary and Plenipotentiary",
    "/api/missions, headed=ye, INVALID_FIELDS, yes",
    "/api/relationships, party=germny, UNKNOWN_PARTY, germany",
    "/api/timeline, party=germny, UNKNOWN_PARTY, germany",
    "/api/timeline, official=tillerson, UNKNOWN_OFFICIAL, tillerson-rex-w",
    "/api/timeline/stream, party=germny, UNKNOWN_PARTY, germany",
    "/api/timeline/stream, official=tillerson, UNKNOWN_OFFICIAL, tillerson-rex-w",
    "/api/entries, subject=/api/meetings/bonn-2017-us-r, UNKNOWN_SUBJECT,"
        + " /api/meetings/bonn-2017-us-ru",
    "/api/entries, subject=/api/parties/germny, UNKNOWN_PARTY, germany",
    "/api/entries, subject=/api/relationships/US/germny, UNKNOWN_PARTY, germany",
    "/api/entries, subject=/api/meeting/bonn-2017-us-ru, UNKNOWN_SUBJECT,"
        + " /api/meetings/bonn-2017-us-ru",
    "/api/entries, name=meeting.hold, INVALID_FIELDS, meeting.held",
    "/api/entries, recordedBy=recordr, UNKNOWN_NAME, recorder",
    "/api/entries, authority=Ofice of the Historian, UNKNOWN_NAME, Office of the Historian",
    "/api/entries, command=SheduleMeeting, INVALID_FIELDS, ScheduleMeeting",
    "/api/entries, source=CBS Nevs, UNKNOWN_NAME, CBS News",
    "/api/changes, subject=/api/meetings/bonn-2017-us-r, UNKNOWN_SUBJECT,"
        + " /api/meetings/bonn-2017-us-ru",
    "/api/changes, subject=/api/parties/germny, UNKNOWN_PARTY, germany",
    "/api/meetings/bonn-2017-us-ru/precedents, party=germny, UNKNOWN_PARTY, germany",
    "/api/meetings/bonn-2017-us-ru/precedents, official=tillerson, UNKNOWN_OFFICIAL,"
        + " tillerson-rex-w",
    "/api/precedents, party=germny&with=RU, UNKNOWN_PARTY, germany",
    "/api/precedents, official=tillerson&with=tillerson-rex-w, UNKNOWN_OFFICIAL, tillerson-rex-w",
    "/api/precedents, office=secretery&party=US&with=RU, UNKNOWN_NAME, secretary-of-state"
  })
  void aFilterByAnUnknownNameIsRefusedWithTheNearestOnes(
      String path, String query, String code, String near) {
    JsonNode problem = http.get(path + "?" + encoded(query)).expectProblem(422, code).json();
    assertThat(texts(problem.path("suggestions"))).contains(near);
    assertThat(problem.at("/errors/0/pointer").asString())
        .isEqualTo("/" + query.substring(0, query.indexOf('=')));
    assertThat(problem.path("detail").asString()).contains("did you mean").contains(near);
  }

  private static String encoded(String query) {
    return query.replace(" ", "%20");
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/meetings?party=qqqqq",
        "/api/trips?official=qqqqq",
        "/api/stops?place=qqqqq",
        "/api/changes?subject=qqqqq",
        "/api/entries?subject=qqqqq",
        "/api/entries?recordedBy=qqqqq",
        "/api/parties?name=qqqqq",
        "/api/officials?name=qqqqq"
      })
  void aNameThatIsNearNothingIsRefusedAllTheSame(String query) {
    JsonNode problem = http.get(query).expect(422).json();
    assertThat(problem.path("suggestions").isArray()).isTrue();
    assertThat(problem.path("suggestions")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/parties/germny, UNKNOWN_SUBJECT, germany",
    "/api/officials/tillerson, UNKNOWN_SUBJECT, tillerson-rex-w",
    "/api/officials/tillerson/trips, UNKNOWN_SUBJECT, tillerson-rex-w",
    "/api/trips/tillerson-bonn, UNKNOWN_SUBJECT, tillerson-bonn-2017",
    "/api/trips/tillerson-bonn/explanation, UNKNOWN_SUBJECT, tillerson-bonn-2017",
    "/api/meetings/bonn-2017, UNKNOWN_SUBJECT, bonn-2017-us-ru",
    "/api/meetings/bonn-2017/explanation, UNKNOWN_SUBJECT, bonn-2017-us-ru",
    "/api/meetings/bonn-2017/precedents, UNKNOWN_SUBJECT, bonn-2017-us-ru",
    "/api/statements/lavrov-2017, UNKNOWN_SUBJECT, lavrov-2017-01",
    "/api/statements/lavrov-2017/explanation, UNKNOWN_SUBJECT, lavrov-2017-01",
    "/api/conferences/bonn-2017, UNKNOWN_SUBJECT, bonn-2017-g20",
    "/api/conferences/bonn-2017/explanation, UNKNOWN_SUBJECT, bonn-2017-g20",
    "/api/cooperations/nato-ru, UNKNOWN_SUBJECT, nato-ru-practical",
    "/api/sanctions/us-ru-2013, UNKNOWN_SUBJECT, us-ru-2014",
    "/api/agreements/new-stat, UNKNOWN_SUBJECT, new-start",
    "/api/cooperations/nato-ru/explanation, UNKNOWN_SUBJECT, nato-ru-practical",
    "/api/missions/US/germny, UNKNOWN_PARTY, germany",
    "/api/missions/US/germny/heads, UNKNOWN_PARTY, germany",
    "/api/missions/united-states-to-rusia, UNKNOWN_SUBJECT, united-states-to-russia",
    "/api/relationships/US/germny, UNKNOWN_PARTY, germany",
    "/api/relationships/US/germny/history, UNKNOWN_PARTY, germany",
    "/api/relationships/US/germny/explanation, UNKNOWN_PARTY, germany"
  })
  void aPathToNothingNamesTheNearestOnes(String path, String code, String near) {
    JsonNode problem = http.get(path).expectProblem(404, code).json();
    assertThat(texts(problem.path("suggestions"))).contains(near);
    assertThat(problem.path("detail").asString()).contains("did you mean");
  }

  @Test
  void allUnknownNamesAreToldAtOnce() {
    JsonNode problem =
        http.get("/api/meetings?party=germny&official=tillerson&place=Bon&format=diner")
            .expect(422)
            .json();
    assertThat(texts(problem.path("suggestions")))
        .contains("germany", "tillerson-rex-w", "Bonn", "dinner");
    assertThat(problem.path("errors")).hasSize(4);
  }

  @Test
  void aNameThatIsKnownOnlyLaterIsUnknownByWhatWasKnownBefore() {
    long before = http.get("/api/journal").json().path("position").asLong();
    long after =
        http.command(
                "RegisterParty",
                "{\"party\":\"nowhere-yet\",\"name\":\"Nowhere yet\",\"kind\":\"state\"}")
            .expect(201)
            .position();
    String asked = "/api/meetings?party=nowhere-yet&minPosition=" + after;
    assertThat(http.get(asked).expect(200).json().path("total").asInt(-1)).isZero();
    JsonNode problem =
        http.get(asked + "&knownAt=position:" + before).expectProblem(422, "UNKNOWN_PARTY").json();
    assertThat(problem.path("detail").asString()).contains("at position " + before);
  }

  @Test
  void whatIsKnownAndHasNothingIsStillAnsweredByAnEmptyList() {
    assertThat(total("/api/trips?country=nato")).isZero();
    assertThat(total("/api/meetings?place=Moscow")).isZero();
    assertThat(total("/api/meetings?conference=bonn-2017-g20")).isZero();
    assertThat(total("/api/conferences?partOf=bonn-2017-g20")).isZero();
    assertThat(total("/api/entries?name=cooperation.resumed&subject=/api/parties/US")).isZero();
    assertThat(total("/api/entries?text=nobody-ever-wrote-this")).isZero();
    assertThat(total("/api/entries?subject=/api/relationships/nato/germany")).isZero();
  }

  private int total(String query) {
    return http.get(query).expect(200).json().path("total").asInt(-1);
  }

  @ParameterizedTest
  @CsvSource({
    "united states, united-states, ''",
    "United%20States, united-states, ''",
    "U.S., united-states, ''",
    "u.s.a., united-states, ''",
    "America, united-states, ''",
    "North Atlantic Treaty Organization, nato, ''",
    "Russian Federation, russia, ''",
    "USSR, russia, 1970-01-01",
    "Soviet Union, russia, 1970-01-01"
  })
  void aPartyIsFoundByItsNamesToo(String name, String id, String on) {
    String day = on.isEmpty() ? "" : "?on=" + on;
    JsonNode party = http.get("/api/parties/" + name.replace(" ", "%20") + day).expect(200).json();
    assertThat(party.path("party").asString()).isEqualTo(id);
  }

  @Test
  void aNameOfOldIsThePartysOnDaysOnWhichItWentByItAlone() {
    http.get("/api/meetings?party=USSR&on=1970-01-01").expect(200);
    http.get("/api/meetings?party=USSR&from=1970&to=1975").expect(200);
    JsonNode problem =
        http.get("/api/meetings?party=USSR").expectProblem(422, "UNKNOWN_PARTY").json();
    assertThat(texts(problem.path("suggestions"))).containsExactly("russia");
    assertThat(problem.path("detail").asString()).contains("1922-12-30").contains("1991-12-2");
  }

  @Test
  void anAliasOfTheSourceMeansTheParty() {
    register("turkey", "Turkey of the test");
    register("czech-republic", "Czechs of the test");
    assertThat(http.get("/api/parties/turkiye").expect(200).json().path("party").asString())
        .isEqualTo("turkey");
    assertThat(total("/api/trips?country=turkiye")).isZero();
    assertThat(total("/api/trips?country=T%C3%BCrkiye")).isZero();
    assertThat(total("/api/trips?country=czechia")).isZero();
  }

  private void register(String id, String name) {
    String fields = "{\"party\":\"%s\",\"name\":\"%s\",\"kind\":\"state\"}".formatted(id, name);
    long position = http.command("RegisterParty", fields).expect(201).position();
    http.get("/api/parties?limit=1&minPosition=" + position).expect(200);
  }

  @Test
  void aNameOfTwoPartiesIsNobodysAndBothAreNamed() {
    register("lilliput-north", "Lilliput");
    register("lilliput-south", "Lilliput");
    JsonNode problem =
        http.get("/api/meetings?party=Lilliput").expectProblem(422, "UNKNOWN_PARTY").json();
    assertThat(texts(problem.path("suggestions"))).contains("lilliput-north", "lilliput-south");
  }

  @Test
  void aRepeatedFilterKeepsWhatHasAllOfThem() {
    assertThat(total("/api/meetings?party=US&party=RU")).isGreaterThan(0);
    assertThat(total("/api/meetings?party=US&party=RU&party=nato")).isZero();
    assertThat(total("/api/meetings?party=US,RU"))
        .isEqualTo(total("/api/meetings?party=US&party=RU"));
    assertThat(total("/api/cooperations?party=nato&party=RU")).isGreaterThan(0);
    assertThat(total("/api/relationships?party=US&party=RU")).isEqualTo(1);
    assertThat(total("/api/timeline?party=US&party=RU&official=tillerson-rex-w")).isGreaterThan(0);
    http.get("/api/meetings?party=US&party=germny").expectProblem(422, "UNKNOWN_PARTY");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/meetings?status=held&status=cancelled",
        "/api/trips?official=tillerson-rex-w&official=tillerson-rex-w",
        "/api/meetings?on=2017-02-16&on=2018-02-16",
        "/api/entries?recordedBy=recorder&recordedBy=recorder",
        "/api/changes?subject=/api/parties/US&subject=/api/parties/RU",
        "/api/exports?party=US&party=RU"
      })
  void aParameterThatIsToldTwiceIsRefusedWhereOneIsMeant(String query) {
    JsonNode problem = http.get(query).expectProblem(422, "REPEATED_PARAMETER").json();
    assertThat(problem.path("errors")).hasSize(1);
  }

  @Test
  void aLongOrStrangeNameIsNoMoreThanUnknown() {
    for (String strange :
        List.of("x".repeat(2_000), "%", "_", "|", "\"", "a|party=us", "é\u0301", "\u202e", "'--")) {
      String query = URLEncoder.encode(strange, UTF_8);
      for (String filter : List.of("party", "official", "place")) {
        Reply reply = http.get("/api/meetings?%s=%s".formatted(filter, query));
        assertThat(reply.status()).as(filter + "=" + strange).isEqualTo(422);
      }
    }
  }
}
