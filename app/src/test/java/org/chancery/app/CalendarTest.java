package org.chancery.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Meetings and conferences as a calendar program reads them, by the rules of RFC 5545. */
@ExtendWith(SharedLedger.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
class CalendarTest {
  private static final String RURITANIA = "/api/calendar?party=ruritania";
  private static final String HOSTILE =
      "Föhn, wind; \\\\ \\r\\nEND:VEVENT\\nBEGIN:VALARM\\rX\\u001b[2J\\u2028\\u202e ]]> ";

  private final Http http;
  private long scheduled;
  private long last;

  CalendarTest(Http http) {
    this.http = http;
  }

  @BeforeAll
  void aYearOfRuritania() {
    for (String party : List.of("ruritania", "graustark")) {
      command(
          "RegisterParty",
          "{\"party\":\"%1$s\",\"name\":\"%1$s\",\"kind\":\"state\"}".formatted(party));
    }
    meet("on-a-day", "2031-03-03", "Strelsau");
    meet("in-days", "2031-04-01/2031-04-03", HOSTILE);
    meet("in-a-month", "2031-05", "Strelsau");
    meet("about-a-day", "2031-06-01~", "Strelsau");
    scheduled = meet("called-off", "2031-07-01", "Strelsau");
    command("CancelMeeting", "{\"meeting\":\"called-off\",\"on\":\"2017\",\"reason\":\"rain\"}");
    meet("without-end", "2031-08-01/..", "Strelsau");
    meet("before-years", "-0044-03-15", "Strelsau");
    command(
        "ConveneConference",
        """
        {"conference":"summer-talks","name":"Summer talks","kind":"summit","host":"ruritania",
         "scheduledFor":"2031-04-02"}
        """);
    command(
        "ConveneConference",
        """
        {"conference":"some-day","name":"Some day","kind":"summit","host":"ruritania",
         "scheduledFor":"2031-09-01"}
        """);
    last = command("PostponeConference", "{\"conference\":\"some-day\"}");
  }

  private long meet(String id, String date, String place) {
    return command(
        "ScheduleMeeting",
        """
        {"meeting":"%s","format":"bilateral","parties":["ruritania","graustark"],
         "scheduledFor":"%s","place":{"locality":"%s"},"topics":["%s"]}
        """
            .formatted(id, date, place, place));
  }

  private long command(String name, String fields) {
    return http.command(name, fields).expect(201).position();
  }

  private Reply ask(String query) {
    return http.get(RURITANIA + query + "&minPosition=" + last).expect(200);
  }

  /** The properties of each VEVENT, by the id of its subject; with their parameters. */
  private static Map<String, Map<String, String>> events(String calendar) {
    Map<String, Map<String, String>> events = new TreeMap<>();
    Map<String, String> event = Map.of();
    List<String> lines = unfolded(calendar);
    assertThat(lines.getFirst()).isEqualTo("BEGIN:VCALENDAR");
    assertThat(lines.getLast()).isEqualTo("END:VCALENDAR");
    for (String line : lines) {
      assertThat(line).matches("[A-Z-]+(;[A-Z]+=[A-Z]+)*:.*");
      String name = line.substring(0, line.indexOf(':'));
      if (line.equals("BEGIN:VEVENT")) {
        event = new TreeMap<>();
      } else if (line.equals("END:VEVENT")) {
        String uid = event.getOrDefault("UID", "");
        events.put(uid.substring(uid.indexOf('/') + 1, uid.indexOf('@')), event);
        event = Map.of();
      } else if (event instanceof TreeMap) {
        assertThat(event.put(name, line.substring(name.length() + 1))).as(line).isNull();
      }
    }
    return events;
  }

  /** Fails where a line is no content line: too long, not ended, or with a control character. */
  private static List<String> unfolded(String calendar) {
    assertThat(calendar).endsWith("\r\n");
    List<String> lines = new ArrayList<>();
    for (String line : calendar.substring(0, calendar.length() - 2).split("\r\n", -1)) {
      assertThat(line.getBytes(StandardCharsets.UTF_8).length).as(line).isBetween(1, 75);
      assertThat(line.codePoints()).as(line).noneMatch(Character::isISOControl);
      assertThat(line).doesNotContain("\uFFFD");
      if (line.startsWith(" ")) {
        lines.add(lines.removeLast() + line.substring(1));
      } else {
        lines.add(line);
      }
    }
    return lines;
  }

  private static String property(String calendar, String name) {
    return unfolded(calendar).stream()
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1))
        .findFirst()
        .orElse("");
  }

  private Map<String, String> event(String id) {
    return Objects.requireNonNull(events(ask("").body()).get(id));
  }

  @Test
  void itIsACalendarWhateverIsAccepted() {
    for (String accept : List.of("text/calendar", "application/json", "image/png")) {
      Reply reply = http.get(RURITANIA, "Accept", accept).expect(200);
      assertThat(reply.header("Content-Type")).isEqualTo("text/calendar;charset=UTF-8");
    }
    assertThat(ask("").body())
        .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Chancery//Chancery 1//EN\r\n");
    assertThat(property(ask("").body(), "X-WR-CALNAME"))
        .isEqualTo("Meetings and conferences of ruritania");
  }

  @Test
  void whatIsOnAKnownDayTakesThatDay() {
    assertThat(event("on-a-day"))
        .containsEntry("DTSTART;VALUE=DATE", "20310303")
        .containsEntry("DTEND;VALUE=DATE", "20310304")
        .containsEntry("STATUS", "CONFIRMED")
        .containsEntry("TRANSP", "OPAQUE")
        .containsEntry("SEQUENCE", "0")
        .containsEntry("SUMMARY", "Meeting of ruritania and graustark (bilateral)")
        .containsEntry("LOCATION", "Strelsau")
        .containsEntry("URL", http.server().resolve("/api/meetings/on-a-day").toString())
        .containsKeys("UID", "DTSTAMP", "LAST-MODIFIED", "X-CHANCERY-ENTRIES");
    assertThat(event("summer-talks"))
        .containsEntry("SUMMARY", "Summer talks (summit)")
        .containsEntry("DTSTART;VALUE=DATE", "20310402");
    assertThat(event("in-days"))
        .containsEntry("DTEND;VALUE=DATE", "20310404")
        .containsEntry("STATUS", "CONFIRMED");
  }

  /** One unknown day of a month is not the first of it, and keeps nobody from another meeting. */
  @Test
  void whatIsOnADayThatNobodyKnowsStandsTentativelyOverAllThatItMayBe() {
    assertThat(event("in-a-month"))
        .containsEntry("DTSTART;VALUE=DATE", "20310501")
        .containsEntry("DTEND;VALUE=DATE", "20310601")
        .containsEntry("STATUS", "TENTATIVE")
        .containsEntry("TRANSP", "TRANSPARENT")
        .containsEntry("X-CHANCERY-EDTF", "2031-05")
        .containsEntry("SUMMARY", "Meeting of ruritania and graustark (bilateral) [2031-05]");
    assertThat(event("about-a-day"))
        .containsEntry("STATUS", "TENTATIVE")
        .containsEntry("X-CHANCERY-EDTF", "2031-06-01~");
  }

  @Test
  void whatACalendarCannotHoldIsLeftOutAndCounted() {
    String calendar = ask("").body();
    assertThat(events(calendar)).doesNotContainKeys("without-end", "before-years", "some-day");
    assertThat(property(calendar, "X-WR-CALDESC"))
        .contains("6 of 9 meetings and conferences")
        .contains("3 left out");
    assertThat(ask("").header("Ledger-Total")).isEqualTo("9");
  }

  @Test
  void whatWasCalledOffIsTheSameEventInAFurtherSequence() {
    Map<String, String> before =
        Objects.requireNonNull(
            events(ask("&knownAt=position:" + scheduled).body()).get("called-off"));
    assertThat(before).containsEntry("STATUS", "CONFIRMED").containsEntry("SEQUENCE", "0");
    assertThat(event("called-off"))
        .containsEntry("STATUS", "CANCELLED")
        .containsEntry("TRANSP", "TRANSPARENT")
        .containsEntry("SEQUENCE", "1")
        .containsEntry("UID", Objects.requireNonNull(before.get("UID")));
  }

  @Test
  void itStandsAsOfADay() {
    assertThat(events(ask("&on=2016-01-01").body()).get("called-off"))
        .containsEntry("STATUS", "CONFIRMED");
    assertThat(events(ask("&on=2040-01-01").body()).get("on-a-day"))
        .containsEntry("STATUS", "TENTATIVE")
        .containsEntry("X-CHANCERY-STATUS", "overdue");
  }

  @Test
  void whatSourcesTellOtherwiseIsNotCertain() {
    long entry = meet("told-twice", "2032-01-01", "Zenda");
    long beside =
        command("RecordAccount", "{\"entry\":%d,\"scheduledFor\":\"2032-01-02\"}".formatted(entry));
    String calendar = http.get(RURITANIA + "&minPosition=" + beside).expect(200).body();
    assertThat(events(calendar).get("told-twice"))
        .containsEntry("DTSTART;VALUE=DATE", "20320101")
        .containsEntry("STATUS", "TENTATIVE")
        .hasEntrySatisfying(
            "DESCRIPTION", text -> assertThat(text).contains("Accounts differ in: scheduledFor"));
    command("RetractEntry", "{\"entry\":%d,\"reason\":\"misread\"}".formatted(beside));
    last = command("RetractEntry", "{\"entry\":%d,\"reason\":\"misread\"}".formatted(entry));
    assertThat(events(ask("").body())).doesNotContainKey("told-twice");
  }

  @Test
  void aTextBeginsNoLineOfItsOwn() {
    assertThat(event("in-days").get("LOCATION"))
        .isEqualTo(
            "Föhn\\, wind\\; \\\\ \\n"
                + "END:VEVENT\\n"
                + "BEGIN:VALARM\\n"
                + "X\\\\u001B[2J\\\\u2028\\\\u202E ]]>");
    assertThat(ask("").body().lines()).noneMatch(line -> line.startsWith("BEGIN:VALARM"));
  }

  @Test
  void itsPagesHoldAllOnceInOneOrder() {
    List<String> ids = new ArrayList<>();
    String next = "";
    do {
      Reply page = ask("&limit=2&from=2031" + (next.isEmpty() ? "" : "&cursor=" + next));
      events(page.body()).values().stream()
          .sorted(
              (one, other) ->
                  (one.get("DTSTART;VALUE=DATE") + one.get("UID"))
                      .compareTo(other.get("DTSTART;VALUE=DATE") + other.get("UID")))
          .forEach(event -> ids.add(event.getOrDefault("UID", "").replaceFirst("@.*", "")));
      next = page.header("Ledger-Next");
      assertThat(property(page.body(), "X-WR-CALDESC").contains("More follow"))
          .isEqualTo(!next.isEmpty());
    } while (!next.isEmpty());
    assertThat(ids)
        .containsExactly(
            "meetings/on-a-day",
            "meetings/in-days",
            "conferences/summer-talks",
            "meetings/in-a-month",
            "meetings/about-a-day",
            "meetings/called-off");
  }

  @ParameterizedTest
  @CsvSource({
    "party=ruritani, 422, UNKNOWN_PARTY",
    "official=nobody, 422, UNKNOWN_OFFICIAL",
    "limit=0, 422, INVALID_LIMIT",
    "limit=1001, 422, INVALID_LIMIT",
    "from=2018&to=2017, 422, VALID_TIME_REVERSED",
    "on=yesterday, 422, INVALID_DATE",
    "knownAt=position:999999, 422, AS_OF_IN_FUTURE",
    "partie=ruritania, 422, UNKNOWN_PARAMETER",
    "cursor=x, 400, INVALID_CURSOR"
  })
  void whatCannotBeMeantIsAProblem(String query, int status, String code) {
    http.get("/api/calendar?" + query).expectProblem(status, code);
  }

  @Test
  void aPlaceInAnotherListIsNoneInThisOne() {
    String other = http.get("/api/meetings?limit=1").json().path("next").asString();
    http.get("/api/calendar?cursor=" + other).expectProblem(400, "INVALID_CURSOR");
    String of = ask("&limit=1").header("Ledger-Next");
    http.get("/api/calendar?party=graustark&cursor=" + of).expectProblem(400, "INVALID_CURSOR");
  }
}
