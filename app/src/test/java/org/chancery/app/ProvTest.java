package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Explanations as provenance, by the rules of PROV-DM and PROV-JSON. */
@ExtendWith(SharedLedger.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class ProvTest {
  private static final String PROV = "application/prov+json";
  private static final String MEETING = "/api/meetings/traced/explanation";
  private static final Set<String> THINGS = Set.of("entity", "activity", "agent");

  /** What each relation is between: its first two arguments in PROV-DM. */
  private static final Map<String, Map<String, String>> RELATIONS =
      Map.of(
          "wasGeneratedBy", Map.of("prov:entity", "entity", "prov:activity", "activity"),
          "used", Map.of("prov:activity", "activity", "prov:entity", "entity"),
          "wasDerivedFrom", Map.of("prov:generatedEntity", "entity", "prov:usedEntity", "entity"),
          "wasInvalidatedBy", Map.of("prov:entity", "entity", "prov:activity", "activity"),
          "wasAssociatedWith", Map.of("prov:activity", "activity", "prov:agent", "agent"),
          "actedOnBehalfOf", Map.of("prov:delegate", "agent", "prov:responsible", "agent"));

  private final Http http;
  private long held;
  private long corrected;
  private long retracted;

  ProvTest(Http http) {
    this.http = http;
  }

  @BeforeAll
  void aMeetingOfWhichTheRecordWasMended() {
    held =
        command(
            "RecordMeetingHeld",
            """
            {"meeting":"traced","format":"phone","parties":["US","RU"],"heldOn":"2017-03",
             "provenance":{"authority":"Dept. of \\"State\\": (EUR), 100%","rationale":"due",
              "sources":[{"title":"A\\u0007\\n]]> b","publisher":"CBS","url":"https://example.org/"},
               {"title":"C"}]}}
            """);
    corrected =
        command(
            "CorrectEntry",
            """
            {"entry":%d,"reason":"misread","heldOn":"2017-04",
             "provenance":{"sources":[{"title":"C"}]}}
            """
                .formatted(held));
    retracted = command("RetractEntry", "{\"entry\":%d,\"reason\":\"so\"}".formatted(corrected));
    http.get("/api/meetings/traced?minPosition=" + retracted).expect(200);
  }

  private long command(String name, String fields) {
    return http.command(name, fields).expect(201).position();
  }

  private JsonNode prov(String address) {
    Reply reply = http.get(address, "Accept", PROV).expect(200);
    assertThat(reply.header("Content-Type")).isEqualTo(PROV);
    isProv(reply.json());
    return reply.json();
  }

  /** Names have prefixes that are declared, and relations are between things of their kind. */
  private static void isProv(JsonNode document) {
    Set<String> prefixes = new HashSet<>(Set.of("prov"));
    for (Map.Entry<String, JsonNode> prefix : document.path("prefix").properties()) {
      assertThat(URI.create(prefix.getValue().asString()).isAbsolute()).isTrue();
      prefixes.add(prefix.getKey());
    }
    for (Map.Entry<String, JsonNode> section : document.properties()) {
      if (THINGS.contains(section.getKey())) {
        section.getValue().propertyNames().forEach(id -> isNamed(id, prefixes));
        section
            .getValue()
            .forEach(thing -> thing.propertyNames().forEach(n -> isNamed(n, prefixes)));
      } else if (!section.getKey().equals("prefix")) {
        assertThat(RELATIONS).containsKey(section.getKey());
        section.getValue().forEach(relation -> isBetween(document, section.getKey(), relation));
      }
    }
    assertThat(document.findParents("$"))
        .allSatisfy(typed -> isNamed(typed.path("$").asString(), prefixes));
  }

  private static void isNamed(String name, Set<String> prefixes) {
    assertThat(name).matches("[a-z]+:[\\w.~/#%-]+");
    assertThat(prefixes).contains(name.substring(0, name.indexOf(':')));
  }

  private static void isBetween(JsonNode document, String name, JsonNode relation) {
    RELATIONS
        .getOrDefault(name, Map.of())
        .forEach(
            (role, kind) ->
                assertThat(document.path(kind).has(relation.path(role).asString("")))
                    .as("%s of %s is %s: %s", role, name, kind, relation)
                    .isTrue());
    if (relation.has("prov:activity")) {
      assertThat(document.path("activity").has(relation.path("prov:activity").asString())).isTrue();
    }
  }

  /** Pairs that are so related, with the type of the relation where it has one. */
  private static List<String> related(JsonNode document, String name, String one, String other) {
    List<String> found = new ArrayList<>();
    document
        .path(name)
        .forEach(
            each ->
                found.add(
                    (each.path(one).asString()
                            + " "
                            + each.path(other).asString()
                            + " "
                            + each.at("/prov:type/$").asString(""))
                        .strip()));
    return found;
  }

  private static String entering(long position) {
    return "entry:%d#entering".formatted(position);
  }

  @Test
  void anEntryWasEnteredBySomebodyOnBehalfOfAnAuthorityFromSources() {
    JsonNode document = prov(MEETING + "?knownAt=position:" + held);
    JsonNode entry = document.path("entity").path("entry:" + held);
    assertThat(entry.path("prov:label").asString())
        .isEqualTo("United States and Russia meet (phone)");
    assertThat(entry.path("chancery:name").asString()).isEqualTo("meeting.held");
    assertThat(entry.path("chancery:date").asString()).isEqualTo("2017-03");
    String at = http.get("/api/entries/" + held).json().path("recordedAt").asString();
    assertThat(document.path("activity").path(entering(held)).path("prov:endTime").asString())
        .isEqualTo(Instant.parse(at).toString());
    assertThat(related(document, "wasGeneratedBy", "prov:entity", "prov:activity"))
        .containsExactly("entry:%d %s".formatted(held, entering(held)));
    assertThat(related(document, "wasAssociatedWith", "prov:activity", "prov:agent"))
        .containsExactly(entering(held) + " principal:recorder");
    assertThat(related(document, "actedOnBehalfOf", "prov:delegate", "prov:responsible"))
        .containsExactly(
            "principal:recorder authority:Dept.%20of%20%22State%22%3A%20%28EUR%29%2C%20100%25");
    assertThat(document.path("used")).hasSize(2);
    assertThat(document.path("entity").findValuesAsString("chancery:publisher"))
        .containsExactly("CBS");
    assertThat(document.has("wasInvalidatedBy")).isFalse();
  }

  @Test
  void aCorrectionIsARevisionThatInvalidatesWhatItCorrects() {
    JsonNode document = prov(MEETING + "?knownAt=position:" + corrected);
    assertThat(related(document, "wasDerivedFrom", "prov:generatedEntity", "prov:usedEntity"))
        .contains("entry:%d entry:%d prov:Revision".formatted(corrected, held));
    assertThat(related(document, "wasInvalidatedBy", "prov:entity", "prov:activity"))
        .containsExactly("entry:%d %s".formatted(held, entering(corrected)));
  }

  /** Nothing in PROV makes valid again what was invalidated, so that is not said of what stands. */
  @Test
  void aRetractionIsNoRevisionAndWhatStandsAgainIsNotInvalidated() {
    JsonNode document = prov(MEETING);
    assertThat(related(document, "wasInvalidatedBy", "prov:entity", "prov:activity"))
        .containsExactly("entry:%d %s".formatted(corrected, entering(retracted)));
    assertThat(related(document, "used", "prov:activity", "prov:entity"))
        .contains("%s entry:%d".formatted(entering(retracted), corrected));
    assertThat(related(document, "wasDerivedFrom", "prov:generatedEntity", "prov:usedEntity"))
        .doesNotContain("entry:%d entry:%d prov:Revision".formatted(retracted, corrected));
  }

  @Test
  void theSameSourceIsOneEntity() {
    JsonNode document = prov(MEETING + "?knownAt=position:" + corrected);
    assertThat(document.path("entity").propertyNames())
        .filteredOn(id -> id.startsWith("source:"))
        .hasSize(2);
  }

  @Test
  void theAnswerIsDerivedFromTheEntriesThatItRestsOnAndGoesByItsOwnAddress() {
    JsonNode document = prov(MEETING + "?on=2018-01-01&knownAt=position:" + held);
    assertThat(related(document, "wasDerivedFrom", "prov:generatedEntity", "prov:usedEntity"))
        .contains("answer:%d entry:%d".formatted(held, held));
    String address = document.path("prefix").path("answer").asString() + held;
    assertThat(http.get(address).expect(200).json().path("status").asString())
        .isEqualTo(document.at("/entity/answer:%d/chancery:state".formatted(held)).asString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/relationships/US/RU/explanation?on=2017-03-01",
        "/api/statements/lavrov-2017-01/explanation",
        "/api/conferences/bonn-2017-g20/explanation",
        "/api/cooperations/nato-ru-practical/explanation",
        "/api/agreements/new-start/explanation",
        "/api/missions/US/RU/explanation",
        "/api/sanctions/us-ru-2014/explanation",
        "/api/trips/tillerson-bonn-2017/explanation"
      })
  void everyExplanationHasIt(String address) {
    JsonNode document = prov(address);
    assertThat(document.path("entity").propertyNames())
        .hasSize(
            http.get(address).json().path("steps").size()
                + 1
                + (int)
                    document.path("entity").propertyNames().stream()
                        .filter(id -> id.startsWith("source:"))
                        .count());
  }

  @ParameterizedTest
  @CsvSource({
    "/api/meetings/trace/explanation, 404, UNKNOWN_SUBJECT",
    "/api/meetings/traced/explanation?knownAt=position:999999, 422, AS_OF_IN_FUTURE",
    "/api/meetings/traced/explanation?on=never, 422, INVALID_DATE",
    "/api/meetings/traced/explanation?format=prov, 422, UNKNOWN_PARAMETER"
  })
  void whatCannotBeMeantIsAProblem(String address, int status, String code) {
    http.get(address, "Accept", PROV).expectProblem(status, code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "*/*", "application/vnd.x+json"})
  void whoAsksForJsonGetsTheExplanationItself(String accept) {
    Reply reply = http.get(MEETING, "Accept", accept).expect(200);
    assertThat(reply.header("Content-Type")).isEqualTo("application/json");
    assertThat(reply.json().has("steps")).isTrue();
  }
}
