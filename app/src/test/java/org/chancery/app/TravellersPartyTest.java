package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A trip belongs to the party that its traveller serves then, beside the countries visited. */
@ExtendWith(SharedLedger.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TravellersPartyTest {
  private final Http http;
  private long appointed;
  private long before;

  TravellersPartyTest(Http http) {
    this.http = http;
  }

  /** Flimnap of Blefuscu was its treasurer from 1701 to 1705, and travelled before and after. */
  @BeforeAll
  void aStory() {
    register("blefuscu");
    register("mildendo");
    command("RegisterOfficial", "{\"official\":\"flimnap\",\"name\":\"Flimnap\"}");
    trip("flimnap-1700", "1700-05-01/1700-05-03");
    trip("flimnap-1703", "1703-05-01/1703-05-03");
    trip("flimnap-1705", "1705-12-30/1706-01-03");
    before = trip("flimnap-1710", "1710-05-01/1710-05-03");
    String term =
        "{\"official\":\"flimnap\",\"office\":\"Treasurer\",\"party\":\"blefuscu\",\"on\":\"%s\"}";
    appointed = command("AppointOfficial", term.formatted("1701-01-01"));
    command("EndAppointment", term.formatted("1705-12-31"));
  }

  private void register(String id) {
    command(
        "RegisterParty", "{\"party\":\"%1$s\",\"name\":\"%1$s\",\"kind\":\"state\"}".formatted(id));
  }

  private long trip(String id, String dates) {
    return command(
        "RecordTrip",
        """
        {"trip":"%s","traveller":"flimnap","stops":[{"country":"mildendo","dates":"%s"}]}
        """
            .formatted(id, dates));
  }

  private long command(String name, String fields) {
    long position = http.command(name, fields).expect(201).position();
    http.get("/api/parties?limit=1&minPosition=" + position).expect(200);
    return position;
  }

  @ParameterizedTest
  @CsvSource({
    "party=blefuscu, flimnap-1703 flimnap-1705",
    "party=blefuscu&from=1705-12, flimnap-1705",
    "party=blefuscu&on=1703-05-02, flimnap-1703",
    "party=blefuscu&on=1700-05-02, ''",
    "party=blefuscu&party=mildendo, flimnap-1703 flimnap-1705",
    "party=mildendo, flimnap-1700 flimnap-1703 flimnap-1705 flimnap-1710"
  })
  void tripsAreOfThePartyThatTheTravellerServesOnTheirDays(String query, String trips) {
    JsonNode page = http.get("/api/timeline?" + query).expect(200).json();
    List<String> kept =
        page.path("items")
            .valueStream()
            .map(item -> item.path("subject").asString())
            .filter(subject -> subject.startsWith("/api/trips/"))
            .map(subject -> subject.substring("/api/trips/".length()))
            .toList();
    assertThat(String.join(" ", kept)).isEqualTo(trips);
  }

  @Test
  void thePartyIsToldWithTheEntriesThatSaySo() {
    JsonNode page = http.get("/api/timeline?official=flimnap&on=1703-05-02").json();
    JsonNode trip = page.at("/items/0");
    assertThat(trip.path("parties").valueStream().map(JsonNode::asString))
        .containsExactly("mildendo", "blefuscu");
    assertThat(Reply.positions(trip.path("entries"))).contains(appointed);
  }

  @Test
  void whoWasNotYetKnownToServeItLeavesItOut() {
    String query = "/api/timeline?party=blefuscu&knownAt=position:" + before;
    assertThat(http.get(query).expect(200).json().path("total").asInt(-1)).isZero();
  }

  @Test
  void theStreamTellsThemToo() {
    String told = http.get("/api/timeline/stream?party=blefuscu&speed=36525").body();
    assertThat(told)
        .contains("flimnap-1703")
        .contains("flimnap-1705")
        .doesNotContain("flimnap-1710");
  }

  @Test
  void thePagesOfSuchAListHoldEachItemOnce() {
    List<String> all = subjects(http.get("/api/timeline?party=blefuscu").json());
    List<String> paged = new ArrayList<>();
    String query = "/api/timeline?party=blefuscu&limit=1";
    JsonNode page = http.get(query).expect(200).json();
    paged.addAll(subjects(page));
    while (page.hasNonNull("next")) {
      page = http.get(query + "&cursor=" + page.path("next").asString()).expect(200).json();
      paged.addAll(subjects(page));
    }
    assertThat(paged).isEqualTo(all).hasSize(4);
  }

  private static List<String> subjects(JsonNode page) {
    return page.path("items").valueStream().map(item -> item.path("subject").asString()).toList();
  }
}
