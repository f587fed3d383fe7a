package org.chancery.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.app.acceptance.ImportProcess.Summary;
import org.chancery.intake.RealData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The travels as published in 2020, and then as published in 2025. */
@EnabledIf(value = RealData.IS_AT_HAND, disabledReason = RealData.ABSENT)
@TestInstance(Lifecycle.PER_CLASS)
@Tag("slow")
class RealReleasesTest {
  private static final Set<String> CORRECTIONS = Set.of("entry.corrected", "entry.retracted");

  private Path data;
  private long headOfOldRelease;
  private ServerProcess server;
  private Client client;
  private ServerProcess fresh;

  @BeforeAll
  void takeInOneReleaseAfterTheOther(@TempDir Path both, @TempDir Path latest) throws IOException {
    data = both;
    take(data, "travels-2020-11-19");
    take(latest, "travels");
    server = ServerProcess.serve(data);
    fresh = ServerProcess.serve(latest);
    client = server.client();
    headOfOldRelease = head();
    take(data, "travels"); // into the server that runs
    client.ask("/api/parties?limit=1&minPosition=" + head());
  }

  @AfterAll
  void end() {
    server.close();
    fresh.close();
  }

  private static Summary take(Path into, String release) throws IOException {
    try (ImportProcess process = ImportProcess.into(into, "travels", RealData.at(release))) {
      assertThat(process.await()).as(process::output).isZero();
      return process.summary();
    }
  }

  private long head() {
    return client.ask("/api/journal").path("position").asLong();
  }

  @Test
  void theAnswersAreThoseOfTheLatestReleaseAloneStopByStop() {
    assertThat(stops(client)).containsExactlyInAnyOrderElementsOf(stops(fresh.client()));
    assertThat(stops(client)).hasSize(4_271);
  }

  /** All that is told of each stop; where a person's id changed, the trip keeps the id it had. */
  private static List<ObjectNode> stops(Client of) {
    return of.all("/api/stops?limit=1000").stream()
        .map(stop -> ((ObjectNode) stop.deepCopy()).without(List.of("trip", "entries")))
        .map(ObjectNode.class::cast)
        .toList();
  }

  @Test
  void eachDifferenceIsACorrectionOrRetractionWithItsReasonOrAnAddition() {
    List<JsonNode> since = client.all("/api/entries?limit=1000&after=" + headOfOldRelease);
    List<JsonNode> corrections =
        since.stream().filter(entry -> CORRECTIONS.contains(name(entry))).toList();
    assertThat(corrections).isNotEmpty();
    assertThat(corrections)
        .allMatch(entry -> entry.at("/payload/reason").asString("").contains("2025-03-06"))
        .allMatch(entry -> published(entry).equals("2025-03-06"));
    assertThat(since)
        .filteredOn(entry -> !CORRECTIONS.contains(name(entry)))
        .extracting(RealReleasesTest::name)
        .containsOnly(
            "trip.recorded",
            "trip.corroborated",
            "official.registered",
            "official.office-attested",
            "party.registered");
  }

  @Test
  void travellersAreNamedAsInTheLatestRelease() {
    Set<String> latest = named(fresh.client());
    assertThat(latest).hasSizeGreaterThan(50);
    assertThat(named(client)).containsAll(latest);
  }

  private static Set<String> named(Client of) {
    return of.all("/api/officials?limit=1000").stream()
        .map(official -> official.path("official") + " " + official.path("name"))
        .collect(Collectors.toSet());
  }

  private static String name(JsonNode entry) {
    return entry.path("name").asString();
  }

  private static String published(JsonNode entry) {
    return entry.at("/sources/0/published").asString("");
  }

  @Test
  void aTravellersLegIsNeverTurnedIntoThatOfAnother() {
    List<JsonNode> bonn = client.all("/api/stops?official=tillerson-rex-w&place=Bonn");
    assertThat(bonn).hasSize(1);
    long entry = bonn.getFirst().path("entries").path(0).asLong();
    JsonNode corrected = client.ask("/api/entries/" + entry);
    JsonNode before = client.ask("/api/entries/" + corrected.path("supersedes").asLong());
    assertThat(before.at("/payload/traveller").asString()).isEqualTo("tillerson-rex-wayne");
    assertThat(before.at("/payload/stops")).isEqualTo(corrected.at("/payload/as/payload/stops"));
  }

  /** Ids are given anew: 3993 was Tillerson in Bonn, and is Blinken in Seoul. */
  @ParameterizedTest
  @CsvSource({
    "2020-10-28, 3993, tillerson-rex-wayne-2017-02-15",
    "2025-03-06, 3913, tillerson-rex-wayne-2017-02-15",
    "2025-03-06, 3993, blinken-antony-j-2021-03-15",
  })
  void aLegIsFoundByItsNumberInTheReleaseThatTellsIt(String release, String number, String trip) {
    assertThat(
            client.all(
                "/api/entries?sourceRecord=%s&release=%s&limit=10".formatted(number, release)))
        .extracting(entry -> entry.path("subject").asString())
        .contains("/api/trips/" + trip)
        .doesNotHaveDuplicates()
        .hasSize(1);
  }

  @Test
  void onTheDaysOfTheirTravelsTheyAreInOffice() {
    String tillerson = "/api/officials/tillerson-rex-w?on=";
    assertThat(held(client.ask(tillerson + "2017-02-16"))).isEqualTo("yes");
    assertThat(held(client.ask(tillerson + "2017-03-01"))).isEqualTo("indeterminate");
    assertThat(held(client.ask(tillerson + "2026-01-01"))).isEqualTo("unknown");
    assertThat(
            client.all("/api/officials?office=secretary&held=yes&on=2017-02-16&limit=100").stream()
                .map(official -> official.path("official").asString()))
        .containsExactly("tillerson-rex-w");
  }

  private static String held(JsonNode official) {
    return official.at("/holds/0/held").asString("");
  }

  @Test
  void whatWasKnownThenIsStillToldAsThen() {
    String then = "/api/stops?official=obama-barack&country=south-africa&limit=10";
    assertThat(client.all(then + "&knownAt=position:" + headOfOldRelease))
        .anyMatch(stop -> stop.path("from").asString().equals("2013-09-05"));
    assertThat(client.all(then))
        .noneMatch(stop -> stop.path("from").asString().equals("2013-09-05"))
        .anyMatch(stop -> stop.path("from").asString().equals("2013-12-09"));
  }

  /** Of 1,335 trips on record 1 was taken back and 129 were added: 1,463 stand. */
  @Test
  void whatTheLatestReleaseChangedIsAnsweredByOneCall() {
    String between = "/api/changes?from=release:travels-2020-11-19&to=release:travels";
    JsonNode changes = client.ask(between + "&limit=1");
    assertThat(changes.at("/after/position").asLong()).isEqualTo(headOfOldRelease);
    JsonNode trips = changes.at("/concepts/trips");
    assertThat(trips.path("added").asLong()).isEqualTo(129);
    assertThat(trips.path("corrected").asLong()).isEqualTo(ofTrips("entry.corrected"));
    assertThat(trips.path("retracted").asLong()).isEqualTo(ofTrips("entry.retracted"));
    assertThat(trips.path("corroborated").asLong()).isEqualTo(1_296);
    assertThat(changes.path("total").asLong())
        .isEqualTo(changes.path("summary").valueStream().mapToLong(JsonNode::asLong).sum())
        .isEqualTo(changes.at("/asOf/position").asLong() - headOfOldRelease);
    JsonNode causes = client.ask(between + "&groupBy=cause");
    assertThat(causes.path("groups").findValuesAsString("source")).containsOnly("travels");
    assertThat(causes.path("groups").findValuesAsString("kind"))
        .containsExactlyInAnyOrder("added", "corrected", "retracted", "corroborated");
  }

  private long ofTrips(String name) {
    return client
        .all("/api/entries?limit=1000&name=%s&after=%d".formatted(name, headOfOldRelease))
        .stream()
        .filter(entry -> entry.path("subject").asString().startsWith("/api/trips/"))
        .count();
  }

  @Test
  void takingEitherInAgainRecordsNothing() throws IOException {
    long before = head();
    assertThat(take(data, "travels").recorded()).isZero();
    assertThat(take(data, "travels-2020-11-19").recorded()).isZero();
    assertThat(head()).isEqualTo(before);
  }
}
