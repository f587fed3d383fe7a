package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The timeline as event data, by the manual of PLOVER. */
@ExtendWith(SharedLedger.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class PloverTest {
  private static final String EVENTS = "/api/timeline/plover?party=ruritania&party=graustark";
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private final Http http;
  private long last;

  PloverTest(Http http) {
    this.http = http;
  }

  @BeforeAll
  void aHistoryOfRuritania() {
    command(
        "RegisterParty",
        "{\"party\":\"ruritania\",\"name\":\"Ruritania\",\"kind\":\"state\",\"codes\":[\"RR\",\"RRT\"]}");
    command("RegisterParty", "{\"party\":\"graustark\",\"name\":\"Graustark\",\"kind\":\"state\"}");
    command("RegisterParty", "{\"party\":\"zenda\",\"name\":\"Zenda\",\"kind\":\"state\"}");
    meet("call", "phone", "1894-01-02", "");
    meet("talks", "bilateral", "1894-02-03/1894-02-05", "=1+1;\\r\\nforged,1");
    meet("someday", "bilateral", "1894-03", "Zenda");
    command(
        "ScheduleMeeting",
        """
        {"meeting":"planned","format":"bilateral","parties":["ruritania","graustark"],
         "scheduledFor":"2094-01-01"}
        """);
    command(
        "RecognizeParty",
        "{\"by\":\"graustark\",\"of\":\"ruritania\",\"on\":\"1880-01-01\",\"mutual\":false}");
    command(
        "EstablishRelations", "{\"parties\":[\"ruritania\",\"graustark\"],\"on\":\"1881-01-01\"}");
    command(
        "SeverRelations",
        "{\"parties\":[\"ruritania\",\"graustark\"],\"on\":\"1895-01-01\",\"reason\":\"a duel\"}");
    command(
        "ImposeSanctions",
        """
        {"sanction":"embargo","by":["ruritania"],"against":["graustark"],
         "measures":["trade","expulsion"],"on":"1895-02-01","reason":"the duel"}
        """);
    said("for-peace", "1895-03-01", "calls-for");
    said("on-peace", "1895-03-02", "undecided");
    last =
        command(
            "AdoptAgreement",
            """
            {"agreement":"peace","title":"Peace","kind":"treaty","parties":["ruritania","graustark"],
             "field":"peace","on":"1896-05-05"}
            """);
  }

  private void meet(String id, String format, String on, String place) {
    command(
        "RecordMeetingHeld",
        """
        {"meeting":"%s","format":"%s","parties":["ruritania","graustark"],"heldOn":"%s"%s}
        """
            .formatted(
                id,
                format,
                on,
                place.isEmpty()
                    ? ""
                    : ",\"place\":{\"country\":\"ruritania\",\"locality\":\"%s\"}"
                        .formatted(place)));
  }

  private void said(String id, String on, String stance) {
    command(
        "RecordStatement",
        """
        {"statement":"%s","speaker":{"name":"Rudolf","party":"ruritania"},
         "attribution":"on-the-record","on":"%s","about":["graustark"],"topics":["peace"],
         "position":{"topic":"peace","stance":"%s"},"summary":"He spoke of peace"}
        """
            .formatted(id, on, stance));
  }

  private long command(String name, String fields) {
    return http.command(name, fields).expect(201).position();
  }

  private Reply ask(String query) {
    return http.get(EVENTS + query + "&minPosition=" + last).expect(200);
  }

  private static List<CSVRecord> rows(Reply reply) {
    assertThat(reply.header("Content-Type")).startsWith("text/csv").contains("UTF-8");
    try {
      return FORMAT.parse(new StringReader(reply.body())).getRecords();
    } catch (IOException illFormed) {
      throw new UncheckedIOException(illFormed);
    }
  }

  private Map<String, String> event(String subject) {
    return rows(ask("")).stream()
        .filter(row -> row.get("subject").endsWith("/" + subject))
        .map(CSVRecord::toMap)
        .collect(Collectors.collectingAndThen(Collectors.toList(), List::getFirst));
  }

  @Test
  void allWhoMeetAreActors() {
    assertThat(event("call"))
        .containsEntry("event", "CONSULT")
        .containsEntry("mode", "phone")
        .containsEntry("actor", "RRT;graustark")
        .containsEntry("recipient", "")
        .containsEntry("date", "1894-01-02")
        .containsEntry("enddate", "");
    assertThat(event("talks"))
        .containsEntry("mode", "")
        .containsEntry("date", "1894-02-03")
        .containsEntry("enddate", "1894-02-05")
        .containsEntry("country_code", "RRT");
  }

  @Test
  void anEventHasTheCategoryOfTheManual() {
    assertThat(rows(ask("")))
        .extracting(
            row ->
                "%s %s %s %s>%s"
                    .formatted(
                        row.get("event"),
                        row.get("mode"),
                        row.get("context"),
                        row.get("actor"),
                        row.get("recipient")))
        .containsExactly(
            "SUPPORT  diplomatic graustark>RRT",
            "SUPPORT  diplomatic graustark;RRT>",
            "CONSULT phone  RRT;graustark>",
            "CONSULT   RRT;graustark>",
            "SANCTION discontinue;expel economic RRT>graustark",
            "REQUEST   RRT>",
            "SUPPORT  diplomatic RRT;graustark>");
  }

  /** Who broke relations off is not recorded, and one unknown day of March is no date. */
  @Test
  void whatDoesNotMapIsLeftOutAndCounted() {
    Reply reply = ask("");
    assertThat(reply.header("Ledger-Total")).isEqualTo("11");
    assertThat(rows(reply)).hasSize(7);
    assertThat(reply.header("Ledger-Left-Out")).isEqualTo("4; expected=1; uncoded=2; undated=1");
    assertThat(ask("&from=1894-03&to=1894-03").header("Ledger-Left-Out")).isEqualTo("1; undated=1");
    assertThat(ask("&from=1894-01&to=1894-01").header("Ledger-Left-Out")).isEqualTo("0");
  }

  /** An ending is somebody's act only where that is on record. */
  @Test
  void whoEndedSomethingIsItsActorWhereThatIsOnRecord() {
    command("EstablishRelations", "{\"parties\":[\"ruritania\",\"zenda\"],\"on\":\"1881-01-01\"}");
    command(
        "SeverRelations",
        """
        {"parties":["ruritania","zenda"],"on":"1897-01-01","reason":"a claim","by":["zenda"]}
        """);
    command(
        "ScheduleMeeting",
        """
        {"meeting":"called-off","format":"bilateral","parties":["ruritania","zenda"],
         "scheduledFor":"1898-01-01"}
        """);
    long off =
        command(
            "CancelMeeting",
            """
            {"meeting":"called-off","on":"1897-06-01","reason":"the claim","by":["ruritania"]}
            """);
    Reply reply =
        http.get("/api/timeline/plover?party=zenda&from=1897&minPosition=" + off).expect(200);
    assertThat(rows(reply))
        .extracting(
            row ->
                row.get("event")
                    + " "
                    + row.get("mode")
                    + " "
                    + row.get("actor")
                    + ">"
                    + row.get("recipient"))
        .containsExactly("SANCTION discontinue zenda>RRT", "REJECT meet RRT>zenda");
  }

  @Test
  void aTextIsOneCellAndNoFormula() {
    assertThat(event("talks").get("extracted_place")).isEqualTo("'=1+1;\r\nforged,1");
    assertThat(rows(ask(""))).allSatisfy(row -> assertThat(row.size()).isEqualTo(14));
  }

  @Test
  void anEventCitesItsEntriesAndSaysWhereAccountsDiffer() {
    assertThat(event("call").get("comment")).isEmpty();
    String entry = event("call").getOrDefault("entries", "");
    long other =
        command("RecordAccount", "{\"entry\":%s,\"heldOn\":\"1894-01-03\"}".formatted(entry));
    http.get("/api/timeline?minPosition=" + other).expect(200);
    assertThat(event("call")).containsEntry("comment", "accounts differ in heldOn");
    assertThat(event("call")).containsEntry("id", "meetings/call#" + entry);
  }

  @Test
  void itIsAnsweredAsOfBothTimes() {
    assertThat(rows(ask("&knownAt=position:" + (last - 1)))).hasSize(6);
    assertThat(rows(ask("&on=1894-02-04")))
        .extracting(row -> row.get("subject"))
        .contains("/api/meetings/talks")
        .doesNotContain("/api/meetings/call");
  }

  @Test
  void itsPagesHoldAllOnce() {
    List<String> ids = new ArrayList<>();
    String next = "";
    do {
      Reply page = ask("&limit=2" + (next.isEmpty() ? "" : "&cursor=" + next));
      rows(page).forEach(row -> ids.add(row.get("id")));
      next = page.header("Ledger-Next");
    } while (!next.isEmpty());
    assertThat(ids).hasSize(7).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "party=ruritani, 422, UNKNOWN_PARTY",
    "official=nobody, 422, UNKNOWN_OFFICIAL",
    "limit=0, 422, INVALID_LIMIT",
    "from=2018&to=2017, 422, VALID_TIME_REVERSED",
    "knownAt=position:999999, 422, AS_OF_IN_FUTURE",
    "event=CONSULT, 422, UNKNOWN_PARAMETER",
    "cursor=x, 400, INVALID_CURSOR"
  })
  void whatCannotBeMeantIsAProblem(String query, int status, String code) {
    http.get("/api/timeline/plover?" + query).expectProblem(status, code);
  }
}
