package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.chancery.app.SharedLedger.Told;
import org.chancery.command.CommandNames;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedLedger.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class OpenApiTest {
  private static final List<String> FORMS =
      List.of("application/json", "application/geo+json", "text/csv");

  private final Told told;
  private final Http http;
  private final JsonNode document;

  OpenApiTest(Told told) {
    this.told = told;
    this.http = told.ledger().http();
    this.document = http.get("/api/openapi").expect(200).json();
  }

  private JsonNode operation(String method, String path) {
    return document.path("paths").path(path).path(method);
  }

  private static List<String> texts(JsonNode array, String field) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(each -> each.path(field).asString(""))
        .toList();
  }

  static Stream<String> commands() {
    return CommandNames.all().stream().map(Class::getSimpleName);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasAPathOfItsOwn(String command) {
    JsonNode post = operation("post", "/api/commands/" + command);
    assertThat(texts(post.path("parameters"), "name"))
        .containsExactlyInAnyOrder("Idempotency-Key", "If-Match", "Correlation-Id", "dryRun");
    assertThat(post.path("responses").propertyNames())
        .contains(
            "200", "201", "400", "401", "403", "404", "409", "412", "413", "415", "422", "503");
    assertThat(post.at("/responses/201/headers").propertyNames())
        .contains("Location", "ETag", "Ledger-Position");
    assertThat(post.at("/security/0").propertyNames()).containsExactly("token");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void theExampleOfACommandFitsItsSchema(String command) {
    JsonNode json =
        operation("post", "/api/commands/" + command).at("/requestBody/content/application~1json");
    assertThat(new Schemas(document).faults(json.path("schema"), json.path("example"))).isEmpty();
  }

  @Test
  void everyExampleIsAccepted() {
    assertThat(told.answers()).allSatisfy(answer -> answer.expect(201));
  }

  @Test
  void aSchemaKeepsItsNameWhereItsClassGotAnother() {
    assertThat(document.at("/components/schemas").propertyNames())
        .contains("Difference")
        .doesNotContain("DifferingRow");
  }

  @Test
  void whatACommandNeedsIsRequired() {
    assertThat(required("CancelMeeting"))
        .containsExactlyInAnyOrder("meeting", "on", "reason", "provenance");
    JsonNode schema = document.at("/components/schemas/CancelMeeting");
    JsonNode receipt = told.answers().getFirst().json();
    assertThat(new Schemas(document).faults(schema, receipt)).hasSizeGreaterThan(3);
  }

  @Test
  void aCommandThatBeginsARecordMayLeaveItsIdToTheServer() {
    assertThat(required("ScheduleMeeting"))
        .containsExactlyInAnyOrder("format", "scheduledFor", "provenance");
  }

  private Stream<String> required(String command) {
    JsonNode schema = document.path("components").path("schemas").path(command);
    return schema.path("required").valueStream().map(JsonNode::asString);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/parties, /api/parties",
    "/api/parties/{id}, /api/parties/russia",
    "/api/officials, /api/officials",
    "/api/officials/{id}, /api/officials/tillerson-rex-w",
    "/api/officials/{id}/trips, /api/officials/tillerson-rex-w/trips",
    "/api/officials/{id}/travel-days, /api/officials/tillerson-rex-w/travel-days",
    "/api/trips, /api/trips",
    "/api/trips/{id}, /api/trips/tillerson-bonn-2017",
    "/api/stops, /api/stops",
    "/api/meetings, /api/meetings",
    "/api/meetings/{id}, /api/meetings/bonn-2017-us-ru",
    "/api/statements, /api/statements",
    "/api/statements/{id}, /api/statements/lavrov-2017-01",
    "/api/positions, /api/positions?topic=sanctions",
    "/api/conferences, /api/conferences",
    "/api/conferences/{id}, /api/conferences/bonn-2017-g20",
    "/api/cooperations, /api/cooperations",
    "/api/cooperations/{id}, /api/cooperations/nato-ru-practical",
    "/api/agreements, /api/agreements",
    "/api/agreements/{id}, /api/agreements/new-start",
    "/api/sanctions, /api/sanctions",
    "/api/sanctions/{id}, /api/sanctions/us-ru-2014",
    "/api/relationships, /api/relationships",
    "/api/relationships/{a}/{b}, /api/relationships/US/RU?on=2014-06-01",
    "/api/relationships/{a}/{b}, /api/relationships/US/RU",
    "/api/relationships/{a}/{b}/history, /api/relationships/US/RU/history",
    "/api/missions, /api/missions",
    "/api/missions/{id}, /api/missions/united-states-to-russia",
    "/api/missions/{sending}/{receiving}, /api/missions/US/RU?on=1952-06-01",
    "/api/missions/{sending}/{receiving}, /api/missions/US/DE",
    "/api/missions/{sending}/{receiving}/heads, /api/missions/US/RU/heads",
    "/api/timeline, /api/timeline",
    "/api/precedents, /api/precedents?party=US&with=RU&before=2017-03-01",
    "/api/precedents, /api/precedents?party=US&with=DE",
    "/api/meetings/{id}/precedents, /api/meetings/bonn-2017-us-ru/precedents",
    "/api/entries/{position}, /api/entries/1",
    "/api/points, /api/points",
    "/api/journal, /api/journal",
    "/api/proofs/inclusion, /api/proofs/inclusion?position=1",
    "/api/proofs/consistency, /api/proofs/consistency?from=1",
    "/api/proofs/checkpoints, /api/proofs/checkpoints",
    "/api/proofs/keys, /api/proofs/keys",
    "/api/entries/{position}/leaf, /api/entries/1/leaf"
  })
  void aRealAnswerFitsTheSchemaOfItsQuery(String path, String address) {
    Reply reply = http.get(address).expect(200);
    JsonNode content = operation("get", path).at("/responses/200/content");
    assertThat(content.propertyNames()).containsAnyOf("application/json").isSubsetOf(FORMS);
    JsonNode schema = content.path("application/json").path("schema");
    assertThat(new Schemas(document).faults(schema, reply.json())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/relationships/{a}/{b}/explanation, /api/relationships/US/RU/explanation",
    "/api/statements/{id}/explanation, /api/statements/lavrov-2017-01/explanation",
    "/api/conferences/{id}/explanation, /api/conferences/bonn-2017-g20/explanation",
    "/api/cooperations/{id}/explanation, /api/cooperations/nato-ru-practical/explanation",
    "/api/agreements/{id}/explanation, /api/agreements/new-start/explanation",
    "/api/missions/{sending}/{receiving}/explanation, /api/missions/US/RU/explanation",
    "/api/sanctions/{id}/explanation, /api/sanctions/us-ru-2014/explanation",
    "/api/trips/{id}/explanation, /api/trips/tillerson-bonn-2017/explanation",
    "/api/meetings/{id}/explanation, /api/meetings/bonn-2017-us-ru/explanation"
  })
  void anExplanationIsDescribedAsJsonAndAsWords(String path, String address) {
    JsonNode content = operation("get", path).at("/responses/200/content");
    assertThat(content.path("text/plain").at("/schema/type").asString()).isEqualTo("string");
    Reply reply = http.get(address).expect(200);
    JsonNode schema =
        content.optional("application/json").orElse(content.path("*/*")).path("schema");
    assertThat(new Schemas(document).faults(schema, reply.json())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/changes", "/api/changes?groupBy=cause"})
  void changesAreDescribedAsJsonInWordsAndAsATable(String address) {
    JsonNode content = operation("get", "/api/changes").at("/responses/200/content");
    assertThat(content.propertyNames()).contains("text/csv", "text/plain").hasSize(3);
    assertThat(content.path("text/csv").at("/schema/type").asString()).isEqualTo("string");
    assertThat(content.path("text/plain").at("/schema/type").asString()).isEqualTo("string");
    JsonNode answer = http.get(address).expect(200).json();
    assertThat(
            new Schemas(document).faults(content.path("application/json").path("schema"), answer))
        .isEmpty();
  }

  @Test
  void entriesAreDescribedAsJsonAndAsATable() {
    JsonNode content = operation("get", "/api/entries").at("/responses/200/content");
    assertThat(content.path("text/csv").at("/schema/type").asString()).isEqualTo("string");
    JsonNode schema =
        content.optional("application/json").orElse(content.path("*/*")).path("schema");
    JsonNode answer = http.get("/api/entries").expect(200).json();
    assertThat(new Schemas(document).faults(schema, answer)).isEmpty();
  }

  @Test
  void onlyWhatMayLackIsNull() {
    JsonNode entry = document.at("/components/schemas/EntryView/properties");
    assertThat(entry.at("/name/type").asString("")).isEqualTo("string");
    assertThat(entry.at("/authority/type")).hasSize(2);
  }

  @Test
  void theStreamAndTheBulkAreDescribedByTheirMediaTypes() {
    for (String stream : List.of("/api/entries/stream", "/api/timeline/stream")) {
      assertThat(operation("get", stream).at("/responses/200/content").propertyNames())
          .containsExactly("text/event-stream");
    }
    assertThat(operation("post", "/api/commands").at("/requestBody/content").propertyNames())
        .containsExactly("application/x-ndjson");
  }

  @Test
  void anExportIsDescribedAsLines() {
    JsonNode export = operation("get", "/api/exports");
    assertThat(export.at("/responses/200/content").propertyNames())
        .containsExactly("application/jsonl");
    assertThat(texts(export.path("parameters"), "name"))
        .containsExactlyInAnyOrder(
            "subject", "party", "official", "name", "recordedBy", "source", "from", "to", "since");
    assertThat(operation("get", "/verify/Verify.java").at("/responses/200/content").propertyNames())
        .containsExactly("text/plain;charset=UTF-8");
  }

  @Test
  void aReceiptFitsItsSchema() {
    JsonNode schema = document.at("/components/schemas/Receipt");
    assertThat(new Schemas(document).faults(schema, told.answers().getFirst().json())).isEmpty();
  }

  @Test
  void everyReadTakesBothTimes() {
    for (String path : List.of("/api/meetings", "/api/trips/{id}", "/api/timeline")) {
      assertThat(texts(operation("get", path).path("parameters"), "name"))
          .contains("on", "knownAt", "minPosition");
    }
    assertThat(texts(operation("get", "/api/stops").path("parameters"), "name"))
        .contains("limit", "cursor", "from", "to", "place", "official", "office", "country");
  }

  @Test
  void aFilterByAFixedChoiceNamesTheChoice() {
    JsonNode parameters = operation("get", "/api/meetings").path("parameters");
    for (JsonNode parameter : parameters) {
      if (parameter.path("name").asString().equals("format")) {
        assertThat(parameter.at("/schema/enum").valueStream().map(JsonNode::asString))
            .contains("bilateral", "working-lunch");
      }
    }
    assertThat(texts(parameters, "name")).contains("format", "status");
  }

  @Test
  void nothingIsNamedThatIsNotDefined() {
    assertThat(document.findValuesAsString("$ref"))
        .allSatisfy(ref -> assertThat(document.at(ref.substring(1)).isMissingNode()).isFalse());
  }

  @Test
  void thePageToTryItIsServed() {
    Reply page = http.get("/api/docs").expect(302);
    http.get(page.header("Location")).expect(200);
  }
}
