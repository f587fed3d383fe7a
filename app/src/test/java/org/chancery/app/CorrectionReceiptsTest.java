package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A correction says what it changed, and may name the one item that it is about. */
@ExtendWith(SharedLedger.class)
@Tag("slow")
class CorrectionReceiptsTest {
  private static final String STOP =
      "{\"country\": \"%s\", \"places\": [\"%s\"], \"dates\": \"2018-05-0%d\"}";

  private final Http http;

  CorrectionReceiptsTest(Http http) {
    this.http = http;
  }

  private long record(String trip) {
    String stops =
        String.join(
            ",",
            STOP.formatted("DE", "Bonn", 1),
            STOP.formatted("RU", "Kazan", 2),
            STOP.formatted("DE", "Trier", 3),
            STOP.formatted("RU", "Perm", 4));
    return http.command(
            "RecordTrip",
            "{\"trip\": \"%s\", \"traveller\": \"tillerson-rex-w\", \"stops\": [%s]}"
                .formatted(trip, stops))
        .expect(201)
        .position();
  }

  private Reply correct(long entry, String fields, String... headers) {
    return http.command(
        "CorrectEntry",
        "{\"entry\": %d, \"reason\": \"misread\", %s}".formatted(entry, fields),
        headers);
  }

  private static String told(JsonNode receipt) {
    return receipt.path("changed").toString().replace('"', '\'');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "one; '/stops/1/dates': '2018-05-03';"
            + " [{'path':'/stops/1/dates','before':'2018-05-02','after':'2018-05-03'}]",
        "said; '/stops/dates=2018-05-04/places/=Perm': 'Ufa';"
            + " [{'path':'/stops/3/places/0','before':'Perm','after':'Ufa'}]",
        "more; '/stops/0/places/-': 'Köln';"
            + " [{'path':'/stops/0/places/1','before':null,'after':'Köln'}]",
        "gone; '/stops/2': null, '/stops/0/note': 'by train';"
            + " [{'path':'/stops/0/note','before':null,'after':'by train'},"
            + "{'path':'/stops/2','before':{'country':'germany','places':['Trier'],"
            + "'dates':'2018-05-03'},'after':null}]"
      })
  void oneItemIsNamedAndTheOthersStay(String trip, String fields, String changed) {
    long entry = record("t-item-" + trip);
    Reply reply = correct(entry, fields.replace('\'', '"'), "Idempotency-Key", "c-" + trip);
    Reply again = correct(entry, fields.replace('\'', '"'), "Idempotency-Key", "c-" + trip);

    String now = "/api/trips/t-item-%s?minPosition=%d".formatted(trip, reply.position());
    assertThat(http.get(now).expect(200).json().path("stops")).hasSize(trip.equals("gone") ? 3 : 4);
    if (!trip.equals("gone")) {
      assertThat(told(reply.expect(201).json())).isEqualTo(changed);
    }
    assertThat(again.expect(200).json()).isEqualTo(reply.json());
  }

  @Test
  void aListThatBecomesShorterSaysWhatItLost() {
    Reply reply =
        correct(record("t-shorter"), "\"stops\": [%s]".formatted(STOP.formatted("RU", "Kazan", 2)));

    assertThat(reply.expect(201).json().path("changed"))
        .extracting(change -> change.path("path").asString())
        .containsExactlyInAnyOrder("/stops/0", "/stops/2", "/stops/3");
    assertThat(reply.json().path("changed"))
        .allSatisfy(change -> assertThat(change.path("after").isNull()).isTrue());
  }

  @Test
  void aBulkSaysItToo() {
    long entry = record("t-bulk");
    String line =
        ("{\"command\": \"CorrectEntry\", \"entry\": %d, \"reason\": \"misread\","
                + " \"/stops/0/country\": \"RU\","
                + " \"provenance\": {\"sources\": [{\"title\": \"a log\"}]}}")
            .formatted(entry);

    List<JsonNode> answers = http.bulk(line).expect(200).lines();

    assertThat(told(answers.getFirst()))
        .isEqualTo("[{'path':'/stops/0/country','before':'germany','after':'russia'}]");
  }

  @Test
  void aCorrectionThatChangesNothingIsRefused() {
    long entry = record("t-same");
    correct(entry, "\"/stops/0/country\": \"DEU\"").expectProblem(422, "NOTHING_CHANGED");
    correct(entry, "\"traveller\": \"tillerson-rex-w\"").expectProblem(422, "NOTHING_CHANGED");
  }

  @ParameterizedTest
  @CsvSource({
    "/stops/4",
    "/stops/01",
    "/stops/-1",
    "/stops/country=germany",
    "/stops/x",
    "/stops/=x",
    "/no/0",
    "/"
  })
  void anItemThatIsNotThereIsRefused(String path) {
    long entry = record("t-none-" + Integer.toHexString(path.hashCode()));
    Reply reply = correct(entry, "\"%s\": \"x\"".formatted(path));
    assertThat(reply.expectProblem(422, "INVALID_FIELDS").json().path("errors")).isNotEmpty();
  }

  @Test
  void theWholeAndAnItemOfItAreNotGivenTogether() {
    long entry = record("t-both");
    correct(entry, "\"stops\": [], \"/stops/0\": null").expectProblem(422, "INVALID_FIELDS");
  }
}
