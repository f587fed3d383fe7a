package org.chancery.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The sample story as a reader meets it: each answer with the entries that say so. */
@TestInstance(Lifecycle.PER_CLASS)
@Tag("slow")
class StoryTest {
  private static final String DUNFORD = "/api/meetings/dunford-gerasimov-2017";
  private static final String MILITARY = "/api/cooperations/us-ru-military";

  private ServerProcess server;
  private Client client;

  @BeforeAll
  void tell(@TempDir Path data) {
    server = ServerProcess.demo(data);
    client = server.client();
  }

  @AfterAll
  void end() {
    server.close();
  }

  @Test
  void tillersonMetLavrovInBonnForTheNewsSaysSo() {
    JsonNode meeting = client.ask("/api/meetings/bonn-2017-us-ru");
    assertThat(meeting.path("status").asString()).isEqualTo("held");
    assertThat(meeting.path("heldOn").asString()).isEqualTo("2017-02-16");
    assertThat(meeting.path("place").path("locality").asString()).isEqualTo("Bonn");
    assertThat(texts(meeting.path("parties"))).containsExactlyInAnyOrder("united-states", "russia");
    assertThat(publishers(meeting)).contains("CBS News");
  }

  @Test
  void russiaIsLeftOutOfTheMeetingOnSyria() {
    JsonNode meeting = client.ask("/api/meetings/bonn-2017-syria");
    JsonNode excluded = meeting.path("excluded").path(0);
    assertThat(excluded.path("party").asString()).isEqualTo("russia");
    assertThat(texts(meeting.path("parties"))).doesNotContain("russia");
    assertThat(publishers(excluded)).contains("CBS News", "U.S. Department of State");
  }

  @Test
  void oneCallTellsAllThatWasHeldInBonn() {
    JsonNode bonn = client.ask("/api/conferences/bonn-2017");
    assertThat(bonn.path("status").asString()).isEqualTo("held");
    assertThat(bonn.path("sessions").findValuesAsString("meeting"))
        .containsExactlyInAnyOrder("bonn-2017-g-20", "bonn-2017-africa");
    assertThat(bonn.path("inMargins")).hasSize(8);
    JsonNode leftOut = bonn.path("leftOut").path(0);
    assertThat(leftOut.path("party").asString()).isEqualTo("russia");
    assertThat(leftOut.path("meeting").asString()).isEqualTo("bonn-2017-syria");
    JsonNode traveller = bonn.path("travellers").path(0);
    assertThat(traveller.path("official").asString()).isEqualTo("tillerson-rex-w");
    assertThat(publishers(traveller)).isNotEmpty();
  }

  @Test
  void theLeadersOfTheG20FirstMetIn2008() {
    JsonNode first = client.ask("/api/conferences?series=g20-leaders&limit=1");
    assertThat(first.path("items").path(0).path("heldOn").asString()).isEqualTo("2008");
  }

  @ParameterizedTest
  @CsvSource({
    "party=US&topic=lifting-sanctions, undecided",
    "party=US&topic=cooperation-with-russia, conditional",
    "party=RU&topic=normal-relations, supports"
  })
  void eachStandsWhereTheLastStatementPutsIt(String query, String stance) {
    JsonNode position = client.ask("/api/positions?on=2017-02-15&" + query).path("items").path(0);
    assertThat(position.path("stance").asString()).isEqualTo(stance);
    assertThat(publishers(position)).contains("CBS News");
  }

  @Test
  void tillersonTravelledToBonn() {
    JsonNode trip = client.ask("/api/trips/tillerson-rex-w-2017-02-15");
    assertThat(trip.path("status").asString()).isEqualTo("took-place");
    JsonNode stop = trip.path("stops").path(0);
    assertThat(texts(stop.path("places"))).containsExactly("Bonn");
    assertThat(stop.path("from").asString()).isEqualTo("2017-02-15");
    assertThat(stop.path("to").asString()).isEqualTo("2017-02-17");
    assertThat(publishers(stop)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2005-06-01, indeterminate, none active",
    "2014-03-02, active, ''",
    "2014-03-03, suspended, ''",
    "2017-02-16, suspended, ''",
  })
  void whatBecameOfMilitaryCooperationDependsOnTheDay(String on, String state, String between) {
    JsonNode cooperation = client.ask(MILITARY + "?on=" + on);
    assertThat(cooperation.path("state").asString()).isEqualTo(state);
    assertThat(String.join(" ", texts(cooperation.path("between")))).isEqualTo(between);
    assertThat(cooperation.path("entries")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2013-12-31, active, ''",
    "2014-01-01, indeterminate, active terminated",
    "2014-12-30, indeterminate, active terminated",
    "2014-12-31, terminated, ''",
  })
  void whileOnlyTheYearWasKnownTheCooperationWasIndeterminateWithinIt(
      String on, String state, String between) {
    long preferred = position(MILITARY, "entry.account-preferred");
    JsonNode before =
        client.ask(MILITARY + "?on=%s&knownAt=position:%d".formatted(on, preferred - 1));
    assertThat(before.path("state").asString()).isEqualTo(state);
    assertThat(String.join(" ", texts(before.path("between")))).isEqualTo(between);
  }

  @Test
  void untilTheReportsFromBakuWereEnteredTheMeetingWasADayEarlierAndWithoutAPlace() {
    long corrected = position(DUNFORD, "entry.corrected");
    JsonNode before = client.ask(DUNFORD + "?knownAt=position:" + (corrected - 1));
    assertThat(before.path("heldOn").asString()).isEqualTo("2017-02-15");
    assertThat(before.hasNonNull("place")).isFalse();
    assertThat(publishers(before)).containsOnly("CBS News");

    JsonNode after = client.ask(DUNFORD + "?knownAt=position:" + corrected);
    assertThat(after.path("heldOn").asString()).isEqualTo("2017-02-16");
    assertThat(after.path("place").path("locality").asString()).isEqualTo("Baku");
    assertThat(publishers(after)).contains("AZERTAC");
  }

  @Test
  void theCorrectedEntryStaysAsItWasAndNamesWhatSupersededIt() {
    long corrected = position(DUNFORD, "entry.corrected");
    JsonNode held =
        client.all("/api/entries?subject=%s&name=meeting.held".formatted(DUNFORD)).getFirst();
    assertThat(held.path("payload").path("heldOn").asString()).isEqualTo("2017-02-15");
    assertThat(held.path("supersededBy").asLong()).isEqualTo(corrected);
    assertThat(client.ask("/api/entries/" + corrected).path("supersedes").asLong())
        .isEqualTo(held.path("position").asLong());
    JsonNode then =
        client.ask(
            "/api/entries/%d?knownAt=position:%d"
                .formatted(held.path("position").asLong(), corrected - 1));
    assertThat(then.hasNonNull("supersededBy")).isFalse();
  }

  @Test
  void terminatingACooperationStrainsTheRelationshipFromThatDayOn() throws IOException {
    tell("EstablishRelations", "\"parties\":[\"US\",\"DE\"],\"on\":\"1955-05-05\"");
    tell(
        "EstablishCooperation",
        "\"cooperation\":\"us-de\",\"parties\":[\"US\",\"DE\"],\"field\":\"energy\",\"on\":\"2012\"");
    long told =
        tell(
            "TerminateCooperation",
            "\"cooperation\":\"us-de\",\"on\":\"2018-05-08\",\"reason\":\"it was not renewed\"");

    String relationship = "/api/relationships/US/DE?minPosition=" + told + "&on=";
    assertThat(client.ask(relationship + "2018-05-07").path("status").asString())
        .isEqualTo("normal");
    JsonNode strained = client.ask(relationship + "2018-05-08");
    assertThat(strained.path("status").asString()).isEqualTo("strained");
    assertThat(strained.path("entries").valueStream().map(JsonNode::asLong)).contains(told);
  }

  /** Gives the position of the last entry that the command made. */
  private long tell(String command, String fields) throws IOException {
    return client.tell(new Request(command, command, fields)).positions().getLast();
  }

  private long position(String subject, String name) {
    return client
        .all("/api/entries?subject=%s&name=%s".formatted(subject, name))
        .getFirst()
        .path("position")
        .asLong();
  }

  /** The publishers of all sources of the entries that an answer cites. */
  private List<String> publishers(JsonNode answer) {
    return answer
        .path("entries")
        .valueStream()
        .map(position -> client.ask("/api/entries/" + position.asLong()))
        .flatMap(entry -> entry.path("sources").findValuesAsString("publisher").stream())
        .toList();
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }
}
