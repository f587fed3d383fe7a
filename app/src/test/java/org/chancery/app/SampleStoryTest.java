package org.chancery.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chancery.journal.json.LedgerJson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The sample, line by line, and what the ledger answers to each row of the story. */
class SampleStoryTest {
  private static final Map<String, Long> POSITIONS = new LinkedHashMap<>();
  private static List<JsonNode> story = List.of();
  private static Ledger ledger;

  /** Each line is an entry, so lines and positions agree. */
  @BeforeAll
  static void read() throws IOException {
    try (InputStream sample = SampleStoryTest.class.getResourceAsStream("/sample/story.ndjson")) {
      String lines = new String(sample.readAllBytes(), UTF_8);
      story = lines.lines().map(line -> LedgerJson.mapper().readTree(line)).toList();
      ledger = Ledger.start(Map.of());
      ledger.http().bulk(lines).expect(200);
    }
    story.forEach(line -> POSITIONS.put(line.path("id").asString(), POSITIONS.size() + 1L));
    ledger.http().get("/api/journal?minPosition=" + story.size()).expect(200);
    ledger.http().get("/api/parties?minPosition=" + story.size()).expect(200);
  }

  @AfterAll
  static void close() throws IOException {
    ledger.close();
  }

  @Test
  void givesEachLineAKeyOfItsOwn() {
    assertThat(story).extracting(line -> line.path("id").asString("")).doesNotContain("");
    assertThat(story).extracting(line -> line.path("id").asString("")).doesNotHaveDuplicates();
  }

  @Test
  void citesADocumentOrAnAuthorityOnEachLine() {
    assertThat(story)
        .allMatch(
            line ->
                !line.at("/provenance/sources").isEmpty()
                    || line.at("/provenance").has("authority"));
  }

  @Test
  void correctsOnlyLinesThatStandBeforeTheCorrection() {
    List<String> keys = story.stream().map(line -> line.path("id").asString("")).toList();
    List<JsonNode> corrections = story.stream().filter(line -> line.has("entry")).toList();

    assertThat(corrections).isNotEmpty();
    assertThat(corrections)
        .allMatch(
            line -> keys.subList(0, story.indexOf(line)).contains(line.path("entry").asString("")));
  }

  /** Each row of the story, by one call: what is asked, where the answer has it, what it says. */
  @ParameterizedTest(name = "{0}. {1}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "1; /api/trips/tillerson-rex-w-2017-02-15; /stops/0/dates; 2017-02-15/2017-02-17",
        "1; /api/trips/tillerson-rex-w-2017-02-15; /stops/0/conference; bonn-2017",
        "1; CLAIM {'claim':'first-trip','official':'tillerson-rex-w','office':'Secretary of"
            + " State','on':'2017-02-15'}; /verdict; supported",
        "2; /api/conferences/bonn-2017; /status; held",
        "2; /api/conferences/bonn-2017; /sessions/#; 2",
        "2; /api/conferences/bonn-2017; /inMargins/#; 8",
        "2; /api/conferences/bonn-2017; /travellers/0/official; tillerson-rex-w",
        "3; /api/meetings/bonn-2017-us-ru; /heldOn; 2017-02-16",
        "3; /api/precedents?official=tillerson-rex-w&with=lavrov-sergei&before=2017-03-01;"
            + " /first/contact/meeting; bonn-2017-us-ru",
        "4; /api/positions?party=US&topic=cooperation%20with%20Russia&on=2017-02-15;"
            + " /items/0/stance; conditional",
        "4; /api/statements?party=US&topic=ISIS; /items/0/attribution; on-background",
        "5; /api/positions?party=US&topic=lifting%20sanctions&on=2017-02-15; /items/0/stance;"
            + " undecided",
        "6; /api/statements?official=lavrov-sergei; /items/0/quote; re-establishing normal"
            + " relations",
        "6; /api/positions?official=lavrov-sergei&topic=normal%20relations&on=2017-02-01;"
            + " /items/0/last/on; 2017-01",
        "7; /api/meetings/dunford-gerasimov-2017; /heldOn; 2017-02-16",
        "7; /api/meetings/dunford-gerasimov-2017; /place/locality; Baku",
        "7; /api/meetings/dunford-gerasimov-2017?knownAt=story-dunford-gerasimov-held; /heldOn;"
            + " 2017-02-15",
        "7; /api/meetings/dunford-gerasimov-2017?knownAt=story-dunford-gerasimov-held; /place;"
            + " null",
        "8; /api/cooperations/us-ru-military?on=2014-06-01; /state; suspended",
        "8; /api/cooperations/us-ru-military?on=2014-06-01&accordingTo=CBS%20News; /state;"
            + " indeterminate",
        "8; /api/cooperations/us-ru-military?on=2015-01-01&accordingTo=CBS%20News; /state;"
            + " terminated",
        "8; /api/cooperations/us-ru-military?on=2015-01-01&knownAt=story-cooperation-suspended;"
            + " /state; terminated",
        "8; /api/cooperations/us-ru-military?on=2015-01-01; /accounts/0/accounts/#; 2",
        "8; /api/cooperations/us-ru-military?on=2015-01-01; /endings/0/by/0; united-states",
        "8; /api/cooperations/us-ru-military?on=2015-01-01; /endings/0/by/#; 1",
        "8; /api/cooperations/us-ru-military?on=2015-01-01; /causes/0/subject;"
            + " /api/statements/us-2014-03-03-engagements",
        "8; /api/cooperations/us-ru-military?on=2015-01-01&accordingTo=CBS%20News;"
            + " /endings/0/by/#; 2",
        "8; /api/cooperations/us-ru-military?on=2015-01-01&accordingTo=CBS%20News;"
            + " /endings/0/because; null",
        "8; /api/statements/cbs-2017-02-15-first-meeting; /claim/claim; first-contact-since",
        "8; /api/statements/cbs-2017-02-15-first-meeting/claim; /verdict; supported",
        "8; CLAIM"
            + " {'claim':'first-contact-since','between':['dunford-joseph-f','gerasimov-valery'],'meeting':'dunford-gerasimov-2017','since':'2014'};"
            + " /verdict; supported",
        "9; /api/meetings/dunford-gerasimov-2017; /topics/0; military relations",
        "10; /api/meetings?party=US&official=tillerson-rex-w&place=Bonn&format=bilateral&on=2017-02-14;"
            + " /total; 6",
        "11; /api/conferences/bonn-2017; /sessions/0/topics/0; cooperation with African"
            + " countries",
        "12; /api/conferences/bonn-2017; /leftOut/0/party; russia",
        "12; /api/meetings/bonn-2017-syria; /inMarginsOf; bonn-2017",
        "12; /api/meetings/bonn-2017-syria?accordingTo=73; /partOf; bonn-2017",
        "12; /api/disputes?subject=meetings/bonn-2017-syria; /items/0/facts/0/accounts/#; 2",
        "13; /api/meetings/bonn-2017-syria; /parties/#; 10",
        "14; /api/meetings/bonn-2017-yemen; /parties/#; 6",
        "15; /api/conferences?series=g20-leaders; /items/0/heldOn; 2008",
      })
  void answersEachRowByOneCall(String row, String question, String where, String answer) {
    JsonNode answered = ask(question);
    JsonNode found = answered.at(where.replace("/#", ""));
    String said = where.endsWith("/#") ? Integer.toString(found.size()) : found.asString();
    assertThat(found.isNull() ? "null" : said).as(row + ": " + answered).isEqualTo(answer);
    assertThat(answered.findValue("entries")).as("cited by " + question).isNotNull();
  }

  /** Points are named by the keys of the lines; claims are checked. */
  private static JsonNode ask(String question) {
    if (question.startsWith("CLAIM ")) {
      String claim = question.substring("CLAIM ".length()).replace('\'', '"');
      return ledger.http().post("/api/claims/check", claim).expect(200).json();
    }
    String path = question;
    for (Map.Entry<String, Long> line : POSITIONS.entrySet()) {
      path = path.replace("knownAt=" + line.getKey(), "knownAt=position:" + line.getValue());
    }
    return ledger.http().get(path).expect(200).json();
  }
}
